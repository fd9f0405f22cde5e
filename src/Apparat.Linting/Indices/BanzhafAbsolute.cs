using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Power as decisiveness: how often one's own vote decides.</summary>
public sealed record BanzhafAbsolute()
    : SwingIndex(
        "banzhaf_absolute",
        "Banzhaf, absolute",
        "Banzhaf",
        "P(one's own vote decides) if all others toss fair coins.",
        "Penrose 1946; Banzhaf 1965"
    )
{
    /// <inheritdoc/>
    public override ImmutableArray<T> Of<T>(Swings<T> swings, ImmutableArray<int> counts) => swings.Decisive;
}
