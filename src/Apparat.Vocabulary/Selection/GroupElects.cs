using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Seats with electors of their own: the members of each group, a region or a class, fill theirs.</summary>
[Sentence(
    "{voters} of each {group} elects/elect|chooses/choose {seats} seat/seats of {target}",
    Takes = [typeof(Threshold), typeof(Counting), typeof(Nominations), typeof(Secret), typeof(TieBreak), typeof(Until)],
    Unplayed = "members who are counted have no region in play",
    PlayedAs = "an election of all seats by all of them",
    Wording = "{voters} of each {group} shall elect {seats} member/members of {target}",
    Example = "Members of each Region elect 1 seat of Board"
)]
public sealed record GroupElects(OrganId Voters, AttributeId Group, int Seats, OrganId Target) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => [Target];

    /// <inheritdoc/>
    public override OrganId? Electors => Voters;

    /// <inheritdoc/>
    public override bool ConfirmsSitting => true;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Voters, Target, Hold.Fill, Share, Decides: true)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("at-large seats", new Elects(Voters, [Target])), new("lot among the eligible", new ByLot([Target]))];

    /// <inheritdoc/>
    protected override PersonId Choose(Ballot ballot, Seat seat) => ballot.Voted(Voters, seat, Threshold.MethodOf(this, ballot, seat));
}
