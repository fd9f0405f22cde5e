using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>For how long it holds.</summary>
[Sentence("for at most {length}", Wording = "for not more than {length}", Example = "for at most 6 months")]
public sealed record Lasting(Period Length) : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("without limit"), new("until the next meeting")];
}
