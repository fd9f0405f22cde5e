using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>The rival reading of <see cref="Policies"/>: what is lost grows with the distance and not with its square.</summary>
[Sentence("voters weigh policy by distance", Example = "voters weigh policy by distance")]
public sealed record PoliciesByDistance : Motive
{
    private const double Range = 2;

    /// <summary>Weight of policy, shared with <see cref="Policies"/>.</summary>
    public Parameter Weight { get; init; } = new Policies().Weight;

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        if (move.Kind != MoveKind.Policy)
            return;
        var weight = now[Weight] / Range;
        var before = now.Policy(move.Object);
        var position = now.Positions(move.Object);
        for (var i = 0; i < utility.Length; i++)
            utility[i] += weight * (Math.Abs(before - position[i]) - Math.Abs(move.Position - position[i]));
    }
}
