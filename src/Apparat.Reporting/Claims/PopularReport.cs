using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>Popular accounts, each as a set of facts and as a model, and those that cannot both be true.</summary>
public static class PopularReport
{
    /// <summary>The report.</summary>
    /// <param name="ledger">The ledger the accounts are of.</param>
    /// <param name="answer">The accounts played.</param>
    /// <param name="colophon">Program and command.</param>
    public static Report Of(Ledger ledger, PopularAnswer answer, string colophon)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(answer);
        return new(
            answer.Title,
            [
                $"{Figures.Count(answer.Accounts.Length)} accounts, each read twice: as the facts it claims, and as a model. In the complete model it comes about {Figures.InHundred(answer.Model)}.",
            ],
            [new("popular", "Facts and models", [.. Blocks(ledger, answer)]), .. Cautions.Of(Caution.AllFor(answer))],
            [$"Seed {answer.Seed}. {colophon}"]
        );
    }

    /// <summary>The accounts in a table, their passports, and the clashes.</summary>
    /// <param name="ledger">The ledger the accounts are of.</param>
    /// <param name="answer">The accounts played; null to read them as facts alone.</param>
    /// <param name="words">Puts what the model calls by short names into a report's own words; as it is unless given.</param>
    internal static IEnumerable<Block> Blocks(Ledger ledger, PopularAnswer? answer, Func<string, string>? words = null)
    {
        if (ledger.Accounts.IsEmpty)
            yield break;
        var played = answer?.Accounts.ToDictionary(a => a.Account.Account.Id, StringComparer.Ordinal) ?? [];
        yield return new Table(
            $"Popular accounts, each as facts and as a model: the mechanisms it names as they are, all others of the ledger at their reference worlds{(answer is null ? "" : "; how often it comes about so, of 100 histories, and that less the complete model, on common luck")}",
            [
                new("account"),
                new("facts it claims"),
                new("as a model it turns on"),
                .. answer is null ? Array.Empty<TableColumn>() : [new("it comes about", true), new("less the complete model", true)],
            ],
            [
                .. ledger.Accounts.Select(a =>
                    ImmutableArray.CreateRange<Cell>([
                        $"{a.Account.Id}: {a.Account.Words}",
                        Facts(a),
                        string.Join("; ", a.Mechanisms.SelectMany(m => TestedBy(m.Claim)).Distinct(StringComparer.Ordinal)),
                        .. answer is null ? Array.Empty<Cell>()
                        : played.TryGetValue(a.Account.Id, out var fit) ? [fit.Change.First, fit.Change.Change]
                        : ["", ""],
                    ])
                ),
            ]
        );
        if (!ledger.Clashes.IsEmpty)
        {
            yield return new Paragraph("These cannot both be true, whatever the record says:");
            yield return new Items([
                .. ledger
                    .Clashes.GroupBy(c => (c.FirstClaim.Claim.Id, c.SecondClaim.Claim.Id))
                    .Select(g =>
                        $"{string.Join("; ", g.Select(c => c.IsWithin ? $"{c.First.Id} contradicts itself" : $"{c.First.Id} against {c.Second.Id}"))}: \u201C{g.First().FirstClaim.Claim.Words}\u201D ({ClaimPhrases.Of(g.First().FirstClaim.Verdict)}) and \u201C{g.First().SecondClaim.Claim.Words}\u201D ({ClaimPhrases.Of(g.First().SecondClaim.Verdict)})."
                    ),
            ]);
        }
        if (answer is { Accounts.IsEmpty: false })
            yield return Passports.Rows("Passports of the popular accounts", [.. answer.Accounts.Select(a => a.Passport)], words);
    }

    private static string Facts(JudgedAccount account) =>
        account.Facts.IsEmpty
            ? "none that is dated"
            : string.Join(
                "; ",
                account
                    .Facts.GroupBy(f => f.Verdict)
                    .OrderBy(g => Array.IndexOf(ClaimPhrases.Order, g.Key))
                    .Select(g => $"{ClaimPhrases.Of(g.Key)}: {string.Join(", ", g.Select(f => $"\u201C{f.Claim.Words}\u201D"))}")
            );

    // By the factors that test it, else by what it says.
    private static ImmutableArray<string> TestedBy(Claim mechanism) =>
        mechanism.Factors.IsEmpty ? [$"\u201C{mechanism.Words}\u201D"] : mechanism.Factors;
}
