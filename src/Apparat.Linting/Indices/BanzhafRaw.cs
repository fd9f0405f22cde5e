using System.Collections.Immutable;
using System.Numerics;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>The number of coalitions in which one is critical.</summary>
public sealed record BanzhafRaw()
    : SwingIndex(
        "banzhaf_raw_swings",
        "Banzhaf, raw",
        "swings",
        "Number of coalitions that win with this voter and lose without.",
        "Banzhaf 1965"
    )
{
    /// <inheritdoc/>
    public override ImmutableArray<T> Of<T>(Swings<T> swings, ImmutableArray<int> counts) =>
        [.. swings.Decisive.Select(d => d * T.Of(BigInteger.One << (swings.Players - 1)))];
}
