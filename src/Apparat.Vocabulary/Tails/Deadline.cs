using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>The last day for it, counted back from the meeting at which it matters.</summary>
[Sentence(
    "{days} days before {meeting}",
    Unplayed = "nothing in play has a last day: nominations are open and amendments are events",
    Wording = "not later than {days} days before {meeting}",
    Example = "60 days before Annual Meeting"
)]
[Sentence("until {days} days before {meeting}")]
public sealed record Deadline(int Days, OrganId Meeting) : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("until the meeting itself"), new("thirty days before it")];
}
