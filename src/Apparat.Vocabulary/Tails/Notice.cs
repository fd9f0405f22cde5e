using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>How long before a meeting the matter must be known: a motion waits for the first meeting after it, and lapses if it has no object then.</summary>
[Sentence("with {days} days notice", Wording = "with {days} days notice", Example = "with 28 days notice")]
public sealed record Notice(int Days) : Tail
{
    /// <inheritdoc/>
    public override int? NoticeDays => Days;

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("no notice"), new("thirty days")];
}
