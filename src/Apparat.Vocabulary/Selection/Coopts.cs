using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A body fills its own seats.</summary>
[Sentence(
    "{body} coopts/coopt {target}",
    Takes = [
        typeof(Threshold),
        typeof(Counting),
        typeof(Slate),
        typeof(Nominations),
        typeof(From),
        typeof(Consent),
        typeof(Secret),
        typeof(AtMost),
        typeof(Until),
    ],
    Wording = "{body} shall fill the seats of {target} by co-option",
    Example = "Board coopts Board by majority"
)]
public sealed record Coopts(OrganId Body, OrganId Target) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => [Target];

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Body, Target, Hold.Fill, Share, Decides: true)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("lot among the eligible", new ByLot([Target])), new("seats stay empty")];

    /// <inheritdoc/>
    public override OrganId? Electors => Body;

    /// <inheritdoc/>
    public override bool ConfirmsSitting => TailOf<Slate>() is null;

    /// <inheritdoc/>
    protected override PersonId Choose(Ballot ballot, Seat seat) => ballot.Voted(Body, seat, Threshold.MethodOf(this, ballot, seat));
}
