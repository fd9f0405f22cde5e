using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Absolute Banzhaf power as a share of everyone's.</summary>
public sealed record BanzhafNormalised()
    : SwingIndex(
        "banzhaf_normalised",
        "Banzhaf, normalised",
        "Banzhaf share",
        "Share of all swings; for comparing with shares of votes. It is no longer a probability.",
        "Banzhaf 1965"
    )
{
    /// <inheritdoc/>
    public override ImmutableArray<T> Of<T>(Swings<T> swings, ImmutableArray<int> counts) =>
        [.. swings.Decisive.Select(d => d / swings.Decisive.Zip(counts, (e, c) => e * T.Of(c)).Aggregate((a, b) => a + b))];
}
