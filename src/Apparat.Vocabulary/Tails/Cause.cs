using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Removal needs a stated reason.</summary>
[Sentence("for cause", Played = false, Wording = "for cause", Example = "for cause")]
public sealed record Cause : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("at will"), new("for a cause proven to a court")];
}
