using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Holders may be removed at any meeting of a body, by a motion.</summary>
[Sentence(
    "{targets} serves/serve at the pleasure of {body}",
    Takes = [typeof(Threshold), typeof(Secret), typeof(Notice)],
    Wording = "{targets} shall hold office at the pleasure of {body}",
    Example = "Chair serves at the pleasure of Council"
)]
public sealed record ServesAtPleasure(ImmutableArray<OrganId> Targets, OrganId Body) : Power
{
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
}
