using System.Numerics;

namespace Apparat.Numerics;

/// <summary>
/// The single transferable vote (Hare 1859): whoever has more than a Droop quota, votes / (seats + 1), is elected and his surplus passes on,
/// from all his papers alike and in fractions (Gregory 1880); if nobody has, the last drops out and his papers pass on whole.
/// </summary>
public sealed class TransferableCount : ElectionCount
{
    /// <inheritdoc/>
    public override int Elect(in BallotPapers papers, int seats, ReadOnlySpan<double> lots, Span<int> elected)
    {
        Span<double> votes = stackalloc double[papers.Candidates];
        var values = papers.Count <= 1024 ? stackalloc double[papers.Count] : new double[papers.Count];
        papers.Weights.CopyTo(values);
        var quota = Total(papers.Weights) / (seats + 1);
        var left = papers.All;
        var n = 0;
        while (n < seats && left != 0)
        {
            papers.Tally(left, values, votes);
            if (BitOperations.PopCount(left) <= seats - n)
                return n + Leaders(votes, lots, left, seats - n, elected[n..]);
            var first = Extreme(votes, lots, left);
            var gone = first;
            if (votes[first] > quota + Nothing)
            {
                elected[n++] = first;
                PassOn(papers, first, left, (votes[first] - quota) / votes[first], values);
            }
            else
                gone = Extreme(votes, lots, left, -1);
            left &= ~(1u << gone);
        }
        return n;
    }

    private static void PassOn(in BallotPapers papers, int from, uint among, double part, Span<double> values)
    {
        for (var b = 0; b < values.Length; b++)
        {
            if (papers.First(b, among) == from)
                values[b] *= part;
        }
    }
}
