using System.Numerics;

namespace Apparat.Numerics;

/// <summary>
/// Whoever beats every other in pairs (Condorcet 1785). Where the pairs go in a circle, whoever's worst defeat is the smallest (Simpson 1969;
/// Kramer 1977).
/// </summary>
public sealed class CondorcetCount : OneByOne
{
    /// <inheritdoc/>
    protected override int Winner(in BallotPapers papers, uint among, ReadOnlySpan<double> lots)
    {
        Span<double> worst = stackalloc double[papers.Candidates];
        worst.Clear();
        for (var left = among; left != 0; left &= left - 1)
        {
            var c = BitOperations.TrailingZeroCount(left);
            worst[c] = double.PositiveInfinity;
            for (var others = among & ~(1u << c); others != 0; others &= others - 1)
                worst[c] = Math.Min(worst[c], Margin(papers, c, BitOperations.TrailingZeroCount(others)));
        }
        return Extreme(worst, lots, among);
    }

    // Votes by which one beats the other.
    private static double Margin(in BallotPapers papers, int one, int other)
    {
        var margin = 0.0;
        for (var b = 0; b < papers.Count; b++)
            margin += papers[b][one] > papers[b][other] ? papers.Weights[b] : -papers.Weights[b];
        return margin;
    }
}
