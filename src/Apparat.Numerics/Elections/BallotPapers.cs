using System.Numerics;

namespace Apparat.Numerics;

/// <summary>What each voter thinks of each candidate: from it every kind of ballot paper can be filled in, ranked, ticked or crossed.</summary>
public readonly ref struct BallotPapers
{
    /// <summary>The most candidates a count can tell apart.</summary>
    public const int MostCandidates = 32;

    private readonly ReadOnlySpan<double> _worth;

    /// <summary>Papers, a row of candidates each.</summary>
    /// <param name="worth">What each candidate is worth to each voter; the greater, the better.</param>
    /// <param name="weights">For how many voters each paper stands.</param>
    /// <param name="candidates">How many candidates there are, at most <see cref="MostCandidates"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many candidates, or rows and weights do not fit.</exception>
    public BallotPapers(ReadOnlySpan<double> worth, ReadOnlySpan<double> weights, int candidates)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(candidates, MostCandidates);
        ArgumentOutOfRangeException.ThrowIfNotEqual(worth.Length, weights.Length * candidates);
        _worth = worth;
        Weights = weights;
        Candidates = candidates;
    }

    /// <summary>For how many voters each paper stands.</summary>
    public ReadOnlySpan<double> Weights { get; }

    /// <summary>How many candidates there are.</summary>
    public int Candidates { get; }

    /// <summary>How many papers there are.</summary>
    public int Count => Weights.Length;

    /// <summary>A bit for every candidate.</summary>
    public uint All => Candidates == MostCandidates ? uint.MaxValue : (1u << Candidates) - 1;

    /// <summary>A paper's row: what its voter thinks of each candidate.</summary>
    public ReadOnlySpan<double> this[int paper] => _worth.Slice(paper * Candidates, Candidates);

    /// <summary>Whom a paper ranks highest of some candidates, a bit each; -1 of none.</summary>
    public int First(int paper, uint of)
    {
        var row = this[paper];
        var best = -1;
        for (var left = of; left != 0; left &= left - 1)
        {
            var c = BitOperations.TrailingZeroCount(left);
            if (best < 0 || row[c] > row[best])
                best = c;
        }
        return best;
    }

    /// <summary>Adds up the first preferences among some candidates.</summary>
    public void Tally(uint among, ReadOnlySpan<double> values, Span<double> votes)
    {
        votes.Clear();
        for (var b = 0; b < Count; b++)
        {
            if (First(b, among) is >= 0 and var c)
                votes[c] += values[b];
        }
    }
}

/// <summary>How ballot papers become seats.</summary>
public abstract class ElectionCount
{
    /// <summary>Votes that differ by less are equal: what shares of votes lose in rounding.</summary>
    protected const double Nothing = 1e-9;

    /// <summary>Fills seats in order of election.</summary>
    /// <param name="papers">The papers.</param>
    /// <param name="seats">How many seats there are.</param>
    /// <param name="lots">A number for each candidate; where votes are equal the greater is counted as more.</param>
    /// <param name="elected">Written: the places of those elected; room for at least as many as there are seats or candidates.</param>
    /// <returns>How many are elected: fewer than seats only if there are fewer candidates.</returns>
    public abstract int Elect(in BallotPapers papers, int seats, ReadOnlySpan<double> lots, Span<int> elected);

    /// <summary>Whoever has the most votes of some, or with <paramref name="sign"/> -1 the fewest; by lot where they are equal.</summary>
    protected static int Extreme(ReadOnlySpan<double> votes, ReadOnlySpan<double> lots, uint among, int sign = 1)
    {
        var best = -1;
        for (var left = among; left != 0; left &= left - 1)
        {
            var c = BitOperations.TrailingZeroCount(left);
            if (
                best < 0
                || sign * (votes[c] - votes[best]) > Nothing
                || (Math.Abs(votes[c] - votes[best]) <= Nothing && sign * (lots[c] - lots[best]) > 0)
            )
                best = c;
        }
        return best;
    }

    /// <summary>The seats go to those with most votes.</summary>
    protected static int Leaders(ReadOnlySpan<double> votes, ReadOnlySpan<double> lots, uint among, int seats, Span<int> elected)
    {
        var n = 0;
        for (; n < seats && among != 0; n++)
        {
            elected[n] = Extreme(votes, lots, among);
            among &= ~(1u << elected[n]);
        }
        return n;
    }

    /// <summary>All the votes there are.</summary>
    protected static double Total(ReadOnlySpan<double> weights)
    {
        var all = 0.0;
        foreach (var weight in weights)
            all += weight;
        return all;
    }
}

/// <summary>A count of a single winner, repeated for every further seat among those who are left.</summary>
public abstract class OneByOne : ElectionCount
{
    /// <inheritdoc/>
    public sealed override int Elect(in BallotPapers papers, int seats, ReadOnlySpan<double> lots, Span<int> elected)
    {
        var left = papers.All;
        var n = 0;
        for (; n < seats && left != 0; n++)
        {
            elected[n] = Winner(papers, left, lots);
            left &= ~(1u << elected[n]);
        }
        return n;
    }

    /// <summary>Who wins among some.</summary>
    protected abstract int Winner(in BallotPapers papers, uint among, ReadOnlySpan<double> lots);
}
