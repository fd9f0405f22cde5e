using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Members call a meeting past whoever usually does: the answer to a meeting that is never called.</summary>
[Sentence(
    "{who} calls/call|requisitions/requisition a meeting of {meeting}",
    Takes = [typeof(InDefault), typeof(Notice)],
    Played = false,
    Wording = "{who} may requisition a meeting of {meeting}",
    Example = "10% of Members call a meeting of Members, if Board does not within 30 days"
)]
public sealed record Requisitions(Portion Who, OrganId Meeting) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Who.Of;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Who.Of, Meeting, Hold.Shape, Share, Decides: false)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new InitiativeNorm(Who, Meeting, Tail<InDefault>()?.Organ)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("meets by the calendar"), new("only those who usually call it")];
}
