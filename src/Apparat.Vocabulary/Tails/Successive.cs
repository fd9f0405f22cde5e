using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>It must be carried at several meetings, one after the other.</summary>
[Sentence(
    "at {meetings} successive|consecutive meetings",
    Unplayed = "nobody in play writes law: what is amended is an event of the scenario",
    Wording = "at {meetings} successive meetings",
    Example = "at 2 successive meetings"
)]
public sealed record Successive(int Meetings) : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("one meeting is enough"), new("two meetings")];
}
