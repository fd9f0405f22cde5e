using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Power as membership in minimal winning coalitions, whose prize is a public good.</summary>
public sealed record HollerPackel()
    : CensusIndex(
        "holler_packel_pgi",
        "Holler-Packel (public good)",
        "Holler-P.",
        "Share of memberships in minimal winning coalitions: all their members enjoy the same good. A heavier voter may get less.",
        "Holler and Packel 1983"
    )
{
    /// <inheritdoc/>
    public override ImmutableArray<Fraction> Of(CoalitionCensus census, ImmutableArray<int> counts) =>
        Share([.. census.MinimalWith.Select(with => Fraction.Of(SwingCounts.Sum(with)))], counts);
}
