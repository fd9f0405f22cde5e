using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Votes count in proportion to something.</summary>
[Sentence(
    "weighted by {what}",
    Unplayed = "votes in play are counted by heads",
    Wording = "weighted by {what}",
    Example = "weighted by members"
)]
public sealed record Weighted(string What) : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("one member one vote"), new("one share one vote")];
}
