using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Prints what the branches read: month by month their members' leanings move toward the publisher's head.</summary>
[Sentence(
    "{office} publishes/publish for {targets}",
    Wording = "{office} shall edit what is published for {targets}",
    Example = "Secretariat publishes for Branch Secretaries"
)]
public sealed record Publishes(OrganId Office, ImmutableArray<OrganId> Targets) : Power
{
    internal static readonly Parameter Eta = new(
        "eta",
        new LogNormal(0.02, 0.5),
        "per month",
        "how fast members' leanings follow what they read",
        "weakly informed"
    )
    {
        Accrues = Accrual.Share,
    };

    /// <summary>How fast leanings follow the press; 0 leaves them where they are.</summary>
    public Parameter Rate { get; init; } = Eta;

    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Office, t, Hold.Press, Share, Decides: false));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("equal room for all contenders", new OpenPress(Office, Targets)), new("silence")];

    /// <inheritdoc/>
    public override bool IsIdle(Situation now) => now[Rate] <= 0;

    /// <inheritdoc/>
    public override void Routine(Routine routine)
    {
        foreach (var target in Targets)
            routine.Publish(Office, target, routine.Now[Rate]);
    }
}

/// <summary>A press that gives every contender equal room. Only ever a reference.</summary>
public sealed record OpenPress(OrganId Office, ImmutableArray<OrganId> Targets) : Power
{
    /// <summary>How fast leanings follow the press.</summary>
    public Parameter Rate { get; init; } = Publishes.Eta;

    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("silence"), new("one paper a contender")];

    /// <inheritdoc/>
    public override void Routine(Routine routine)
    {
        foreach (var target in Targets)
            routine.PublishForAll(target, routine.Now[Rate]);
    }
}
