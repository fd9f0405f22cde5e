using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Moves the common line on an issue a step toward the mover's own position.</summary>
[Sentence(
    "{body} decides/decide policy",
    Takes = [typeof(Threshold), typeof(Secret)],
    Wording = "{body} shall decide questions of policy",
    Example = "Board decides policy"
)]
public sealed record DecidesPolicy(OrganId Body) : Power
{
    /// <summary>How far one motion goes toward its mover's position.</summary>
    public Parameter Step { get; init; } =
        new("policy_step", new Fixed(0.25), "share of the way", "how far one motion moves policy toward its mover's position", "declared");

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("policy stays as it is"), new("policy is set elsewhere")];

    /// <inheritdoc/>
    public override void Offer(Situation now, MoveList moves)
    {
        for (var issue = 0; issue < now.Issues; issue++)
        {
            var policy = now.Policy(issue);
            var position = policy + (now[Step] * (now.Position(moves.Setter, issue) - policy));
            moves.Add(moves.By(By(Body), PersonId.None, issue, position, 0, MoveKind.Policy));
        }
    }

    /// <inheritdoc/>
    public override void Do(in Move move, WorldEdit edit) => edit.Steer(move.Object, move.Position);
}
