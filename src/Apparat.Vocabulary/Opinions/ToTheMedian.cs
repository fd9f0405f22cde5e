using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Contenders who discuss move toward the median of those who vote, whatever they began with (Downs 1957; Black 1958).</summary>
[Sentence("contenders move to the median", Example = "contenders move to the median")]
public sealed record ToTheMedian : OpinionRule
{
    private const int Most = 1024;

    /// <summary>Part of the way gone in a month; at 0 contenders stay.</summary>
    public Parameter Speed { get; init; } =
        new(
            "to_median",
            new LogNormal(0.03, 0.7),
            "share of the way per month",
            "how fast contenders move to the median of those who vote",
            "weakly informed"
        )
        {
            Accrues = Accrual.Share,
        };

    /// <inheritdoc/>
    public override void Drift(Situation now, ReadOnlySpan<PersonId> people, ReadOnlySpan<double> first, Span<double> positions)
    {
        if (now[Speed] is not (> 0 and var speed) || positions.IsEmpty)
            return;
        Span<double> sorted = positions.Length <= Most ? stackalloc double[positions.Length] : new double[positions.Length];
        positions.CopyTo(sorted);
        sorted.Sort();
        var median = 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]);
        for (var i = 0; i < positions.Length; i++)
        {
            if (now.Contenders.Contains(people[i]))
                positions[i] += Math.Min(1, speed) * (median - positions[i]);
        }
    }
}
