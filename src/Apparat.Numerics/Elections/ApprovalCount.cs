namespace Apparat.Numerics;

/// <summary>A vote for each candidate one approves of: of those above what the field is worth on the average (Brams and Fishburn 1978).</summary>
public sealed class ApprovalCount : ElectionCount
{
    /// <inheritdoc/>
    public override int Elect(in BallotPapers papers, int seats, ReadOnlySpan<double> lots, Span<int> elected)
    {
        Span<double> votes = stackalloc double[papers.Candidates];
        votes.Clear();
        for (var b = 0; b < papers.Count; b++)
        {
            var row = papers[b];
            var mean = 0.0;
            foreach (var worth in row)
                mean += worth / row.Length;
            for (var c = 0; c < row.Length; c++)
                votes[c] += row[c] > mean ? papers.Weights[b] : 0;
        }
        return Leaders(votes, lots, papers.All, seats, elected);
    }
}
