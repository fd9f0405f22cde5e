using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Nobody sees how another votes: fear has nothing to hold on to.</summary>
[Sentence("in secret", Wording = "by secret ballot", Example = "in secret")]
public sealed record Secret : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("an open vote"), new("an open vote by roll call")];

    /// <inheritdoc/>
    public override Decision Shape(Decision decision) => decision with { Open = false };
}
