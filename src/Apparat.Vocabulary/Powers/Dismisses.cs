using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Ends tenures: a head does so month by month, a body by motion.</summary>
[Sentence(
    "{body} dismisses/dismiss|removes/remove {targets:any}",
    Takes = [typeof(Threshold), typeof(Secret), typeof(Cause), typeof(Notice), typeof(Consent), typeof(Petition)],
    Wording = "{body} may remove {targets:any}",
    Example = "Secretariat dismisses Branch Secretaries"
)]
[Sentence("{targets:any} is/are|be dismissed|removed by {body}")]
public sealed record Dismisses(OrganId Body, ImmutableArray<OrganId> Targets) : Power
{
    private const double Quarter = 3;

    /// <summary>Directed replacement per seat and month by a head of ordinary diligence.</summary>
    public Parameter Kappa { get; init; } =
        new(
            "kappa",
            new LogNormal(0.02, 0.6),
            "per seat and month",
            "directed replacement by a head of ordinary diligence",
            "weakly informed"
        )
        {
            Accrues = Accrual.Rate,
        };

    /// <summary>What a challenge to its head takes off the rate, fading over a quarter; at 0 nothing.</summary>
    public Parameter Restraint { get; init; } =
        new("restraint", new Fixed(0), "share", "how much patronage slows when the patron has just been challenged", "declared");

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Body, t, Hold.Remove, Share, Decides: true));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("stays to the end of the term"), new("removed only by those who chose")];

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        foreach (var target in Targets)
            Removal.Offer(now, moves, By(Body), target);
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => Removal.Vacate(move, new OrganId(move.Object), edit);

    /// <inheritdoc/>
    public override void Routine(Routine routine)
    {
        var rate = routine.Now[Kappa];
        if (
            routine.Now[Restraint] is > 0 and var restraint
            && routine.Now.SinceAttacked(routine.Now.Actor(Body)) is < double.PositiveInfinity and var since
        )
            rate *= 1 - (restraint * StableMath.Exp(-since / Quarter));
        foreach (var target in Targets)
            routine.Weed(Body, target, rate);
    }
}
