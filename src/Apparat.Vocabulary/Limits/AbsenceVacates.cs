using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Who stays away loses the seat: removal by calendar.</summary>
[Sentence(
    "{member:a} absent from {meetings} meetings in a row leaves/leave {body}",
    Wording = "{member:a} absent from {meetings} consecutive meetings shall vacate the seat in {body}",
    Example = "a Director absent from 3 meetings in a row leaves Board"
)]
[Sentence("{member:a} absent from {meetings} meetings leaves/leave {body}")]
public sealed record AbsenceVacates(OrganId Member, int Meetings, OrganId Body) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new AbsenceNorm(Body, Meetings)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("seats are kept"), new("a vote of the body decides")];
}
