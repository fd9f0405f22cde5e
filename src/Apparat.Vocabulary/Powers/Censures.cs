using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Reproves someone in public: he keeps his seats and loses esteem; the lowest rung of the ladder of sanctions.</summary>
[Sentence(
    "{body} censures/censure {targets}",
    Takes = [typeof(Threshold), typeof(Secret)],
    Wording = "{body} may censure {targets}",
    Example = "Council censures Council"
)]
public sealed record Censures(OrganId Body, ImmutableArray<OrganId> Targets) : Power
{
    private const double Standing = 0.25;

    /// <summary>Part of his esteem that the one censured loses, as by any other rung; at 0 nobody is censured.</summary>
    public Parameter Loss { get; init; } =
        new("censure", new Fixed(0.1), "share of esteem", "part of his esteem that someone censured loses", "declared");

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("sanction not available"), new("reproved in private")];

    /// <inheritdoc/>
    public override bool IsIdle(Situation now) => now[Loss] <= 0;

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        if (IsIdle(now))
            return;
        foreach (var target in Targets)
        {
            foreach (var person in now.Contenders)
            {
                if (person != moves.Setter && now.IsActive(person) && now.Sits(person, target))
                    moves.Add(moves.By(By(Body), person, target.Index, now[Loss], Removal.Bias, MoveKind.Removal));
            }
        }
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => edit.Reprove(move.Target, Standing, move.Position);
}
