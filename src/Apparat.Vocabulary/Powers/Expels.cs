using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Expels members of an organ from the organisation, and so from every seat they hold.</summary>
[Sentence(
    "{body} expels/expel {targets:any}",
    Takes = [typeof(Threshold), typeof(Secret), typeof(Cause), typeof(Notice)],
    Wording = "{body} may expel {targets:any}",
    Example = "Joint Meeting expels Council by two thirds"
)]
[Sentence("{targets} is/are|be expelled by {body}")]
public sealed record Expels(OrganId Body, ImmutableArray<OrganId> Targets) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Body, t, Hold.Expel, Share, Decides: true));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("sanction not available"), new("expelled only by those who chose")];

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        foreach (var target in Targets)
            Removal.Offer(now, moves, By(Body), target);
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit)
    {
        if (!move.Target.IsNone)
            edit.Stand(move.Target, Standing.Expelled);
        if (!move.Second.IsNone)
            edit.Stand(move.Second, Standing.Expelled);
        if (!move.Third.IsNone)
            edit.Stand(move.Third, Standing.Expelled);
    }
}
