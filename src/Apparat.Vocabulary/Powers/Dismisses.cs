using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;


/// <summary>Ends tenures: a head does so month by month, a body by motion.</summary>
[Sentence(
    "{body} dismisses/dismiss|removes/remove {targets}",
    Takes = [typeof(Threshold), typeof(Secret), typeof(Cause), typeof(Notice), typeof(Consent), typeof(Petition)],
    Wording = "{body} may remove {targets}",
    Example = "Secretariat dismisses Branch Secretaries"
)]
[Sentence("{targets} is/are|be dismissed|removed by {body}")]
public sealed record Dismisses(OrganId Body, ImmutableArray<OrganId> Targets) : Power
{
    /// <summary>Directed replacement per seat and month by a head of ordinary diligence.</summary>
    public Parameter Kappa { get; init; } =
        new("kappa", new LogNormal(0.02, 0.6), "per seat and month", "directed replacement by a head of ordinary diligence", "weakly informed");

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Body, t, Hold.Remove, Share, Decides: true));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("stays to the end of the term"), new("removed only by those who chose")];

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
        foreach (var target in Targets)
            routine.Weed(Body, target, routine.Now[Kappa]);
    }
}
