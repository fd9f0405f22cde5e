using System.Numerics;

namespace Apparat.Numerics;

/// <summary>The instant run-off: the last drops out and his papers pass on, until one has more than half of those that still count.</summary>
public sealed class InstantRunoffCount : OneByOne
{
    /// <inheritdoc/>
    protected override int Winner(in BallotPapers papers, uint among, ReadOnlySpan<double> lots)
    {
        Span<double> votes = stackalloc double[papers.Candidates];
        var half = 0.5 * Total(papers.Weights);
        while (true)
        {
            papers.Tally(among, papers.Weights, votes);
            var first = Extreme(votes, lots, among);
            if (votes[first] > half + Nothing || BitOperations.PopCount(among) == 1)
                return first;
            among &= ~(1u << Extreme(votes, lots, among, -1));
        }
    }
}
