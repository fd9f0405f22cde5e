using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Power as an equal part of minimal winning coalitions.</summary>
public sealed record DeeganPackel()
    : CensusIndex(
        "deegan_packel",
        "Deegan-Packel",
        "Deegan-P.",
        "Every minimal winning coalition is equally likely and divides the prize equally. A heavier voter may get less.",
        "Deegan and Packel 1978"
    )
{
    /// <inheritdoc/>
    public override ImmutableArray<Fraction> Of(CoalitionCensus census, ImmutableArray<int> counts)
    {
        var all = SwingCounts.Sum(census.Minimal);
        return
        [
            .. census.MinimalWith.Select(with =>
                with.Select((ways, size) => size == 0 ? default : new Fraction(ways, all * size)).Aggregate((a, b) => a + b)
            ),
        ];
    }
}
