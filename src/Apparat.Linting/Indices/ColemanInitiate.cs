using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Power to bring about: how often one's yes carries what would fail.</summary>
public sealed record ColemanInitiate()
    : SwingIndex(
        "coleman_initiate",
        "Coleman, to initiate",
        "initiate",
        "P(one's yes would have carried it), given that it fails.",
        "Coleman 1971"
    )
{
    /// <inheritdoc/>
    public override ImmutableArray<T> Of<T>(Swings<T> swings, ImmutableArray<int> counts) =>
        [.. swings.Decisive.Select(d => d / ((T.Of(1) - swings.Passage) * T.Of(2)))];
}
