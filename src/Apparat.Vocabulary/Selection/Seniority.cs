using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Gives seats to those who have sat longest in a body; compare the president pro tempore of the US Senate.</summary>
[Sentence(
    "the longest-serving member of {body} takes {targets}",
    Wording = "{targets} shall fall to the longest-serving member of {body}",
    Example = "the longest-serving member of Board takes Chair"
)]
public sealed record Seniority(OrganId Body, ImmutableArray<OrganId> Targets) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => Targets;

    /// <inheritdoc/>
    public override OrganId? InLineFrom => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("lot among the eligible", new ByLot(Targets)), new("seats stay empty")];

    /// <inheritdoc/>
    protected override PersonId Choose(Ballot ballot, Seat seat) => ballot.Senior(Body, seat);
}
