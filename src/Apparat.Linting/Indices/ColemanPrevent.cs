using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Power to block: how often one's no stops what would pass.</summary>
public sealed record ColemanPrevent()
    : SwingIndex(
        "coleman_prevent",
        "Coleman, to prevent",
        "prevent",
        "P(one's no would have stopped it), given that it passes with this voter; 1 is a veto.",
        "Coleman 1971"
    )
{
    /// <inheritdoc/>
    public override ImmutableArray<T> Of<T>(Swings<T> swings, ImmutableArray<int> counts) =>
        [.. swings.Decisive.Select(d => d / (swings.Passage * T.Of(2)))];
}
