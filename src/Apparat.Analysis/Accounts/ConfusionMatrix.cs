using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>
/// Which account is chosen for histories that are known to come from one: what a choice is worth. Histories that are scored had no part in
/// the counts that score them.
/// </summary>
/// <param name="Accounts">The accounts by their short names.</param>
/// <param name="Counts">A row an account that made the histories, a column an account that was chosen.</param>
public sealed record ConfusionMatrix(ImmutableArray<string> Accounts, ImmutableArray<ImmutableArray<long>> Counts)
{
    /// <summary>Below this part of histories recovered, accounts cannot be told apart with the data (theory 6.2).</summary>
    public const double Enough = 0.6;

    /// <summary>How often histories of an account are put down to another, or to itself.</summary>
    public Estimate Chosen(int made, int chosen) => Proportion.Wilson(Counts[made][chosen], Counts[made].Sum());

    /// <summary>How often the account that made a history is chosen, all accounts counted alike.</summary>
    public Estimate Recovered
    {
        get
        {
            var all = Counts.Sum(r => r.Sum());
            return Proportion.Wilson(Counts.Select((r, i) => r[i]).Sum(), all);
        }
    }

    /// <summary>If an account is chosen, how often each account made the history, before anything else is known of which.</summary>
    /// <returns>A part an account; not a number if it was never chosen.</returns>
    public ImmutableArray<double> MadeBy(int chosen)
    {
        var shares = Counts.Select(r => r.Sum() == 0 ? 0 : (double)r[chosen] / r.Sum()).ToArray();
        var sum = shares.Sum();
        return [.. shares.Select(s => sum == 0 ? double.NaN : s / sum)];
    }
}
