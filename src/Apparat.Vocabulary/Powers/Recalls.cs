using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Voters put out of office whom they choose to, at a vote that must be held.</summary>
[Sentence(
    "{voters} votes/vote to remove {targets:any}",
    Takes = [typeof(Threshold), typeof(Secret), typeof(Cause), typeof(Notice), typeof(Petition)],
    Wording = "{voters} shall vote [within {within}] on the removal of {targets:any}",
    Example = "Members vote within 60 days to remove any Director by majority, on petition of 10% of Members"
)]
[Sentence("{voters} votes/vote within {within} to remove {targets:any}")]
public sealed record Recalls(OrganId Voters, ImmutableArray<OrganId> Targets, Period? Within = null) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Voters;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Voters, t, Hold.Remove, Share, Decides: true));

    /// <inheritdoc/>
    public override Period? VoteWithin => Within;

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        foreach (var target in Targets)
            Removal.Offer(now, moves, By(Voters), target);
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => Removal.Vacate(move, new OrganId(move.Object), edit);

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("no recall"), new("safe until the term ends")];
}
