using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Electors vote between persons for the seats of other organs, or for their own successors.</summary>
[Sentence(
    "{voters} elects/elect|chooses/choose {targets}",
    Takes = [
        typeof(Threshold),
        typeof(Counting),
        typeof(Slate),
        typeof(Nominations),
        typeof(From),
        typeof(Consent),
        typeof(Secret),
        typeof(TieBreak),
        typeof(Until),
        typeof(AtMost),
        typeof(Notice),
        typeof(Weighted),
    ],
    Wording = "{targets} shall be elected by {voters}",
    Example = "Congress elects Council by plurality, from the slate of Secretariat, in secret"
)]
[Sentence("{targets} is/are|be elected|chosen by {voters}")]
public sealed record Elects(OrganId Voters, ImmutableArray<OrganId> Targets) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => Targets;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Voters, t, Hold.Fill, Share, Decides: true));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("lot among the eligible", new ByLot(Targets)), new("seats stay empty")];

    /// <inheritdoc/>
    public override OrganId? Electors => Voters;

    /// <inheritdoc/>
    public override bool ConfirmsSitting => TailOf<Slate>() is null;

    /// <inheritdoc/>
    protected override PersonId Choose(Ballot ballot, Seat seat) => ballot.Voted(Voters, seat, Threshold.MethodOf(this, ballot, seat));
}
