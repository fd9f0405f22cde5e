using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Takes in members month by month; recruits defer to the head whom the leader of their branch follows.</summary>
[Sentence("{office} enrols/enrol members", Wording = "{office} shall admit members", Example = "Secretariat enrols members")]
public sealed record Enrols(OrganId Office) : Power
{
    internal static readonly Parameter Omega = new(
        "omega",
        new Beta(3, 3),
        "share of recruits",
        "part of the recruits who lean as the leader of their branch does",
        "weakly informed"
    );

    /// <summary>Growth of the membership; 0 leaves it as it is.</summary>
    public Parameter Growth { get; init; } =
        new(
            "growth",
            new LogNormal(0.01, 0.7),
            "share of members per month",
            "how fast the membership grows by enrolment",
            "weakly informed"
        )
        {
            Accrues = Accrual.Growth,
        };

    /// <summary>Deference of recruits; at 0 they lean as members do.</summary>
    public Parameter Deference { get; init; } = Omega;

    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("nobody is enrolled"), new("recruits lean as members do", new EnrolsEvenly(Office) { Growth = Growth })];

    /// <inheritdoc/>
    public override bool IsIdle(Situation now) => now[Growth] <= 0;

    /// <inheritdoc/>
    public override void Routine(Routine routine) => routine.Enrol(routine.Now[Growth], routine.Now[Deference]);
}

/// <summary>The membership grows, and recruits lean as members do. Only ever a reference.</summary>
public sealed record EnrolsEvenly(OrganId Office) : Power
{
    /// <summary>Growth of the membership.</summary>
    public Parameter Growth { get; init; } = new Enrols(default).Growth;

    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("nobody is enrolled"), new("members join at their own wish")];

    /// <inheritdoc/>
    public override void Routine(Routine routine) => routine.Enrol(routine.Now[Growth], 0);
}
