using System.Numerics;

namespace Apparat.Numerics;

/// <summary>More than half of the votes, or else a second vote between the two first.</summary>
public sealed class RunOffCount : OneByOne
{
    /// <inheritdoc/>
    protected override int Winner(in BallotPapers papers, uint among, ReadOnlySpan<double> lots)
    {
        Span<double> votes = stackalloc double[papers.Candidates];
        papers.Tally(among, papers.Weights, votes);
        var first = Extreme(votes, lots, among);
        if (votes[first] > (0.5 * Total(papers.Weights)) + Nothing || BitOperations.PopCount(among) == 1)
            return first;
        var second = Extreme(votes, lots, among & ~(1u << first));
        var two = (1u << first) | (1u << second);
        papers.Tally(two, papers.Weights, votes);
        return Extreme(votes, lots, two);
    }
}
