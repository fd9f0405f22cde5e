using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Organising has a price: for a while after a challenge of his has failed, its leader is the easier to remove.</summary>
[Sentence("{body} forbids/forbid factions", Wording = "{body} shall not tolerate factions", Example = "Congress forbids factions")]
public sealed record ForbidsFactions(OrganId Body) : Power
{
    /// <summary>What it adds to every vote for removing someone whose challenge has just failed; at 0 nothing.</summary>
    public Parameter Weight { get; init; } =
        new(
            "b_ban",
            new LogNormal(1, 0.5),
            "log-odds",
            "how much easier someone whose challenge has just failed is removed",
            "weakly informed"
        );

    /// <summary>How long a failed challenge is held against its leader.</summary>
    public Parameter Memory { get; init; } =
        new("ban_memory", new Fixed(6), "months", "how long a failed challenge is held against its leader", "declared");

    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("factions are free"), new("factions are free before a congress")];

    /// <inheritdoc/>
    public override bool IsIdle(Situation now) => now[Weight] <= 0;

    /// <inheritdoc/>
    public override bool WeighsOnVotes => true;

    /// <inheritdoc/>
    public override double Leans(Situation now, in Move move)
    {
        if (move.Kind != MoveKind.Removal)
            return 0;
        var most = 0.0;
        foreach (var target in (ReadOnlySpan<PersonId>)[move.Target, move.Second, move.Third])
        {
            if (!target.IsNone && now.SinceDefeated(target) is < double.PositiveInfinity and var since)
                most = Math.Max(most, StableMath.Exp(-since / now[Memory]));
        }
        return now[Weight] * most;
    }
}
