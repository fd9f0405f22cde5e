using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Power as an expected share of a prize: how often one is pivotal.</summary>
public sealed record ShapleyShubik()
    : SwingIndex(
        "shapley_shubik",
        "Shapley-Shubik",
        "Shapley",
        "P(turning losing into winning) if all join in a random order; the expected share of a prize. Sums to 1.",
        "Shapley and Shubik 1954"
    )
{
    /// <inheritdoc/>
    public override ImmutableArray<T> Of<T>(Swings<T> swings, ImmutableArray<int> counts) => swings.Pivotal;
}
