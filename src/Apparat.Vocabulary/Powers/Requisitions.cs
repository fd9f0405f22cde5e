using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>
/// Members call a meeting past whoever usually does: the answer to a meeting that is never called. A contender who would gain by a motion there
/// collects signatures, those sign who would vote for it, and the meeting has it on its agenda. Nobody else has a standing that it would raise.
/// </summary>
[Sentence(
    "{who} calls/call|requisitions/requisition a meeting of {meeting}",
    Takes = [typeof(InDefault), typeof(Notice)],
    Wording = "{who} may requisition a meeting of {meeting}",
    Example = "10% of Members call a meeting of Members, if Board does not within 30 days"
)]
public sealed record Requisitions(Portion Who, OrganId Meeting) : Power
{
    /// <summary>How often a contender who would gain by a meeting starts a petition for one; at 0 never.</summary>
    public Parameter Readiness { get; init; } = Petition.Petitioning;

    /// <inheritdoc/>
    public override OrganId Holder => Who.Of;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Who.Of, Meeting, Hold.Shape, Share, Decides: false)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms =>
        [new InitiativeNorm(Who, Meeting, Tail<InDefault>()?.Organ) { Within = Tail<InDefault>()?.Within, Readiness = Readiness }];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("meets by the calendar"), new("only those who usually call it")];
}
