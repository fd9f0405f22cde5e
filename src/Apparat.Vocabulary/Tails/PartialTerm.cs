using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>From what length a term that was begun by another counts as a term; a shorter one that is served to its end does not.</summary>
[Sentence(
    "over {length} counts",
    Wording = "a part of a term counting as a term if it exceeds {length}",
    Example = "over 18 months counts"
)]
public sealed record PartialTerm(Period Length) : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("only whole terms count"), new("any part counts")];
}
