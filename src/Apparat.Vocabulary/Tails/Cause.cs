using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Removal needs a stated reason.</summary>
[Sentence(
    "for cause",
    Unplayed = "a reason can always be stated in play, since nobody judges it",
    Wording = "for cause",
    Example = "for cause"
)]
public sealed record Cause : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("at will"), new("for a cause proven to a court")];
}
