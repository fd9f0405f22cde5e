namespace Apparat.Numerics;

/// <summary>As many votes as seats, one for each of those liked best: a bare majority that is of one mind takes every seat.</summary>
public sealed class BlockCount : ElectionCount
{
    /// <inheritdoc/>
    public override int Elect(in BallotPapers papers, int seats, ReadOnlySpan<double> lots, Span<int> elected)
    {
        Span<double> votes = stackalloc double[papers.Candidates];
        votes.Clear();
        for (var b = 0; b < papers.Count; b++)
        {
            var left = papers.All;
            for (var k = 0; k < seats && left != 0; k++)
            {
                var c = papers.First(b, left);
                votes[c] += papers.Weights[b];
                left &= ~(1u << c);
            }
        }
        return Leaders(votes, lots, papers.All, seats, elected);
    }
}
