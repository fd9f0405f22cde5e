using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>The holder of a casting vote also votes like the others: two votes in one hand.</summary>
[Sentence("besides voting", Wording = "in addition to an ordinary vote", Example = "besides voting")]
public sealed record BesidesVoting : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("votes only if a seat of the body is held"), new("votes only to break ties")];
}
