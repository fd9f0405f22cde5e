using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Voters prefer policy near their own position: quadratic loss over the policy range (Downs 1957; Enelow and Hinich 1984).</summary>
[Standard]
[Sentence("voters weigh policy", Example = "voters weigh policy")]
public sealed record Policies : Motive
{
    private const double Range = 2;

    /// <summary>Weight of policy.</summary>
    public Parameter Weight { get; init; } =
        new("b_pol", new LogNormal(1, 0.5), "log-odds per policy range", "weight of policy", "roll-call-studies");

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        if (move.Kind != MoveKind.Policy)
            return;
        var weight = now[Weight] / (Range * Range);
        var before = now.Policy(move.Object);
        var position = now.Positions(move.Object);
        for (var i = 0; i < utility.Length; i++)
        {
            var (old, next) = (before - position[i], move.Position - position[i]);
            utility[i] += weight * ((old * old) - (next * next));
        }
    }
}
