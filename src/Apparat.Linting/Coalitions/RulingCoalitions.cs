using System.Collections.Immutable;
using System.Numerics;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Who is left if members may expel one another and nobody can promise not to (Acemoglu, Egorov and Sonin 2008).</summary>
/// <param name="Alpha">The supermajority of power needed to expel.</param>
/// <param name="Powers">Power of each member.</param>
/// <param name="Ultimate">Ultimate ruling coalitions, members by their places: one unless powers tie, and of very many ties only the first.</param>
/// <param name="Ties">How many there are.</param>
/// <param name="SelfEnforcing">How many coalitions would hold together if they stood alone.</param>
/// <param name="Smallest">The weakest of those, members by their places.</param>
/// <param name="IsFragile">Whether a change of one part in a thousand of one member's power changes who rules.</param>
public sealed record RulingCoalitions(
    Supermajority Alpha,
    ImmutableArray<double> Powers,
    ImmutableArray<ImmutableArray<int>> Ultimate,
    long Ties,
    long SelfEnforcing,
    ImmutableArray<ImmutableArray<int>> Smallest,
    bool IsFragile
)
{
    private const int MostMinimisers = 1000;
    private const int MostMembersForFragility = 16;

    /// <summary>
    /// The size of an ultimate ruling coalition among members of equal power, however many: any of that size will do. A size holds together if no
    /// smaller size that does exceeds the supermajority of it.
    /// </summary>
    public static int SizeAmongEquals(int members, Supermajority alpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 1);
        var strongest = 1;
        for (var size = 2; size < members; size++)
        {
            if (!alpha.IsExceeded(strongest, size))
                strongest = size;
        }
        // Of two sizes that hold together the smaller does not exceed the supermajority of the larger, still less of all: only the largest can rule.
        return alpha.IsExceeded(strongest, members) ? strongest : members;
    }

    /// <summary>Looks at all coalitions of members with given powers.</summary>
    /// <param name="powers">Power of each member, at most <see cref="UltimateRulingCoalition.MostMembers"/> of them.</param>
    /// <param name="alpha">The supermajority.</param>
    /// <param name="listed">How many self-enforcing coalitions are listed.</param>
    /// <exception cref="ArgumentException">There are too many members, or a power is negative.</exception>
    public static RulingCoalitions Of(ImmutableArray<double> powers, Supermajority alpha, int listed)
    {
        var found = new uint[MostMinimisers];
        var count = UltimateRulingCoalition.Find(powers.AsSpan(), alpha, found);
        var self = UltimateRulingCoalition.SelfEnforcing(powers.AsSpan(), alpha);
        var standing = Enumerable.Range(1, self.Length - 1).Where(x => self[x]);
        return new(
            alpha,
            powers,
            [.. found.Take(count).Select(Members)],
            count,
            standing.LongCount(),
            [.. standing.OrderBy(x => Sum(powers, (uint)x)).ThenBy(x => x).Take(listed).Select(x => Members((uint)x))],
            powers.Length <= MostMembersForFragility && Changes(powers, alpha, found.AsSpan(0, Math.Min(count, found.Length)))
        );
    }

    private static bool Changes(ImmutableArray<double> powers, Supermajority alpha, ReadOnlySpan<uint> ruling)
    {
        var other = new uint[ruling.Length];
        for (var i = 0; i < powers.Length; i++)
        {
            foreach (var factor in (double[])[0.999, 1.001])
            {
                var moved = powers.SetItem(i, powers[i] * factor);
                if (UltimateRulingCoalition.Find(moved.AsSpan(), alpha, other) != ruling.Length || !ruling.SequenceEqual(other))
                    return true;
            }
        }
        return false;
    }

    private static double Sum(ImmutableArray<double> powers, uint set)
    {
        var sum = 0.0;
        for (; set != 0; set &= set - 1)
            sum += powers[BitOperations.TrailingZeroCount(set)];
        return sum;
    }

    private static ImmutableArray<int> Members(uint set) => [.. Enumerable.Range(0, 32).Where(i => (set >> i & 1) == 1)];
}
