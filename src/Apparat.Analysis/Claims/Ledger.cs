using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Analysis;

/// <summary>Two claims that cannot both be true, whatever the record says.</summary>
/// <param name="First">One account.</param>
/// <param name="FirstClaim">What it claims.</param>
/// <param name="FirstSays">The assertion.</param>
/// <param name="Second">The other account, which may be the same.</param>
/// <param name="SecondClaim">What that claims.</param>
/// <param name="SecondSays">The assertion it excludes.</param>
public sealed record Clash(
    PopularAccount First,
    JudgedClaim FirstClaim,
    Saying FirstSays,
    PopularAccount Second,
    JudgedClaim SecondClaim,
    Saying SecondSays
)
{
    /// <summary>Whether an account contradicts itself.</summary>
    public bool IsWithin => First.Id == Second.Id;
}

/// <summary>A popular account, read as facts and as a model.</summary>
/// <param name="Account">The account.</param>
/// <param name="Facts">The facts it claims, judged.</param>
/// <param name="Mechanisms">The mechanisms it names.</param>
/// <param name="Off">The changes that take all other mechanisms of the ledger away: the account as a set of switches.</param>
public sealed record JudgedAccount(
    PopularAccount Account,
    ImmutableArray<JudgedClaim> Facts,
    ImmutableArray<JudgedClaim> Mechanisms,
    ImmutableArray<string> Off
);

/// <summary>The claims about a case, judged, and the popular accounts made of them.</summary>
/// <param name="Claims">All claims in the order of their files.</param>
/// <param name="Accounts">All accounts.</param>
/// <param name="Clashes">Accounts that contradict one another or themselves.</param>
/// <param name="Rows">How many rows the record has.</param>
public sealed record Ledger(
    ImmutableArray<JudgedClaim> Claims,
    ImmutableArray<JudgedAccount> Accounts,
    ImmutableArray<Clash> Clashes,
    int Rows
)
{
    /// <summary>Judges every claim.</summary>
    public static Ledger Of(DatedRecord record, ImmutableArray<Claim> claims, ImmutableArray<PopularAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(record);
        ImmutableArray<JudgedClaim> judged = [.. claims.Select(c => JudgedClaim.Of(c, record))];
        var byId = judged.ToDictionary(c => c.Claim.Id, StringComparer.Ordinal);
        ImmutableArray<JudgedAccount> read =
        [
            .. accounts.Select(a => new JudgedAccount(
                a,
                [.. a.Claims.Where(byId.ContainsKey).Select(c => byId[c])],
                [.. a.Mechanisms.Where(byId.ContainsKey).Select(c => byId[c])],
                OffFor(a, judged)
            )),
        ];
        return new(judged, read, [.. Clash(read)], record.Rows);
    }

    /// <summary>How many claims have a verdict.</summary>
    public int Count(Verdict verdict) => Claims.Count(c => c.Verdict == verdict);

    // What an account does not name is at its reference world; what two mechanisms share stays while one of them is named.
    private static ImmutableArray<string> OffFor(PopularAccount account, ImmutableArray<JudgedClaim> all)
    {
        var mechanisms = all.Where(c => c.Claim.Kind == ClaimKind.Mechanism).Select(c => c.Claim).ToList();
        var kept = mechanisms.Where(m => account.Mechanisms.Contains(m.Id)).SelectMany(m => m.Off).ToHashSet(StringComparer.Ordinal);
        return [.. mechanisms.SelectMany(m => m.Off).Where(o => !kept.Contains(o)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<Clash> Clash(ImmutableArray<JudgedAccount> accounts)
    {
        for (var i = 0; i < accounts.Length; i++)
        {
            for (var j = i; j < accounts.Length; j++)
            {
                foreach (var clash in Clash(accounts[i], accounts[j]))
                    yield return clash;
            }
        }
    }

    // Claims that can be understood in several ways exclude one another only if every way of one excludes every way of the other.
    private static IEnumerable<Clash> Clash(JudgedAccount one, JudgedAccount other)
    {
        foreach (var (i, a) in one.Facts.Index())
        {
            foreach (var (j, b) in other.Facts.Index())
            {
                if (ReferenceEquals(one, other) && j <= i)
                    continue;
                var pairs = (from r in a.Claim.Readings from s in b.Claim.Readings select Excluding(r, s)).ToList();
                if (pairs.Count > 0 && pairs.TrueForAll(p => p is not null) && pairs[0] is var (said, against))
                    yield return new(one.Account, a, said, other.Account, b, against);
            }
        }
    }

    private static (Saying, Saying)? Excluding(Reading one, Reading other)
    {
        foreach (var a in one.Sayings)
        {
            foreach (var b in other.Sayings.Where(a.Excludes))
                return (a, b);
        }
        return null;
    }
}
