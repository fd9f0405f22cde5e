using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Power as credit shared among all who could each have stopped a coalition.</summary>
public sealed record Johnston()
    : CensusIndex(
        "johnston",
        "Johnston",
        "Johnston",
        "Each coalition that some member could break gives one point, shared among all who could; then as shares.",
        "Johnston 1978"
    )
{
    /// <inheritdoc/>
    public override ImmutableArray<Fraction> Of(CoalitionCensus census, ImmutableArray<int> counts) =>
        Share(
            [
                .. census.SharedWith.Select(shared =>
                    shared.Select((ways, critical) => critical == 0 ? default : new Fraction(ways, critical)).Aggregate((a, b) => a + b)
                ),
            ],
            counts
        );
}
