using System.Collections.Immutable;

namespace Apparat.Analysis;

/// <summary>A vote that was taken: who weighed how much, who said yes, and what was needed.</summary>
/// <param name="Needed">Least total weight of yes that carries; at least 1.</param>
/// <param name="Weights">Weight of each voter; at least 0.</param>
/// <param name="Yes">Whether each voter said yes; as many as weights.</param>
public sealed record Division(int Needed, ImmutableArray<int> Weights, ImmutableArray<bool> Yes)
{
    /// <summary>A division among equals, for example 7 to 4 with a majority of 6.</summary>
    public static Division Of(int yes, int no, int needed) =>
        new(needed, [.. Enumerable.Repeat(1, yes + no)], [.. Enumerable.Range(0, yes + no).Select(i => i < yes)]);

    /// <summary>Total weight of yes.</summary>
    public int For => Weights.Zip(Yes, (w, y) => y ? w : 0).Sum();

    /// <summary>Whether it was carried.</summary>
    public bool IsCarried => For >= Needed;

    /// <summary>
    /// The least number of other voters who would have had to vote otherwise, the result standing, before this voter's vote decided it;
    /// null if no such change exists: he had no part in the result.
    /// </summary>
    /// <remarks>Exact, by the fewest votes to change for every reachable total: O(voters x weight) (theory 5.3).</remarks>
    public int? ChangesUntilCritical(int voter)
    {
        if (Yes[voter] != IsCarried)
            return null;
        if (AreEqual)
            return Weights[0] == 0 || Needed > Weights.Sum() ? null : Margin / Weights[0];
        var others = Weights.Sum() - Weights[voter];
        // The others' yes weight at which his vote decides: without it lost, with it carried.
        var (low, high) = (Math.Max(0, Needed - Weights[voter]), Math.Min(others, Needed - 1));
        if (low > high)
            return null;
        var fewest = new int[others + 1];
        Array.Fill(fewest, int.MaxValue);
        fewest[0] = 0;
        var reached = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            if (i == voter)
                continue;
            var (weight, yes) = (Weights[i], Yes[i]);
            reached += weight;
            for (var total = reached; total >= 0; total--)
            {
                var saysNo = total <= reached - weight ? Plus(fewest[total], yes ? 1 : 0) : int.MaxValue;
                var saysYes = total >= weight ? Plus(fewest[total - weight], yes ? 0 : 1) : int.MaxValue;
                fewest[total] = Math.Min(saysNo, saysYes);
            }
        }
        var least = fewest.AsSpan(low, high - low + 1);
        var best = int.MaxValue;
        foreach (var changes in least)
            best = Math.Min(best, changes);
        return best == int.MaxValue ? null : best;

        static int Plus(int a, int b) => a == int.MaxValue ? a : a + b;
    }

    /// <summary>Weight that the winning side could have lost, the result standing.</summary>
    public int Margin => IsCarried ? For - Needed : Needed - 1 - For;

    private bool AreEqual => Weights.AsSpan().IndexOfAnyExcept(Weights[0]) < 0;

    /// <summary>
    /// Members of the smallest cause of the result of which this voter is a part under the modified definition (Halpern 2015): votes of the
    /// winning side that together, and none of them to spare, would have undone it. 1 if his alone; null if he is part of none.
    /// </summary>
    /// <remarks>
    /// Others' votes stand as they are, so such a set is he and some T of his side with margin - w &lt; weight(T) &lt;= margin; the fewest
    /// for every total, O(voters x margin).
    /// </remarks>
    public int? SmallestCause(int voter)
    {
        var carried = IsCarried;
        if (Yes[voter] != carried || Weights[voter] == 0)
            return null;
        var margin = Margin;
        var own = Weights[voter];
        if (AreEqual)
            return margin / own < Yes.Count(y => y == carried) ? (margin / own) + 1 : null;
        var fewest = new int[margin + 1];
        Array.Fill(fewest, int.MaxValue);
        fewest[0] = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            if (i == voter || Yes[i] != carried || Weights[i] == 0)
                continue;
            for (var total = margin; total >= Weights[i]; total--)
            {
                if (fewest[total - Weights[i]] is < int.MaxValue and var members)
                    fewest[total] = Math.Min(fewest[total], members + 1);
            }
        }
        var least = int.MaxValue;
        for (var total = Math.Max(0, margin - own + 1); total <= margin; total++)
            least = Math.Min(least, fewest[total]);
        return least == int.MaxValue ? null : least + 1;
    }

    /// <summary>Degree of responsibility for the result, in [0,1]: 1/(1+k), k the changes until critical (Chockler and Halpern 2004).</summary>
    public double Responsibility(int voter) => ChangesUntilCritical(voter) is { } k ? 1.0 / (1 + k) : 0;
}
