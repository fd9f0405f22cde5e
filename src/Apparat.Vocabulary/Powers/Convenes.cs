using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Calls the meetings of a body that its statute makes due, and may put them off: the readier, the less of the decisive body follows him.</summary>
[Sentence(
    "{office} convenes/convene|calls/call {targets}",
    Takes = [typeof(Notice), typeof(AtMostApart), typeof(InDefault)],
    Wording = "{office} shall convene {targets}",
    Example = "Secretariat convenes Council"
)]
public sealed record Convenes(OrganId Office, ImmutableArray<OrganId> Targets) : Power
{
    /// <summary>Readiness to put off a meeting for a month, if nobody follows the convener; at 0 all meetings are held when due.</summary>
    public Parameter Delay { get; init; } =
        new(
            "delay",
            new Beta(2, 3),
            "probability a month",
            "readiness to put off a meeting that is due, if nobody follows its convener",
            "weakly informed"
        )
        {
            Accrues = Accrual.AtUse,
        };

    /// <summary>The longest a meeting can be put off.</summary>
    public Parameter Longest { get; init; } =
        new("longest_delay", new Fixed(12), "months", "the longest a meeting can be put off", "declared");

    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Office, t, Hold.Shape, Share, Decides: false));

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => Targets.Select(t => new CallNorm(Office, t, Tail<AtMostApart>()?.Longest, Duty));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("meets by the statute's calendar"), new("a third of its members may call it")];

    /// <inheritdoc/>
    public override bool IsIdle(Situation now) => now[Delay] <= 0;

    /// <inheritdoc/>
    public override bool CallsMeetings => true;

    /// <inheritdoc/>
    public override double PutsOff(Situation now, OrganId meeting, double waited)
    {
        if (
            !Targets.Contains(meeting)
            || waited >= now[Longest]
            || (
                TailOf<AtMostApart>() is { } apart
                && now.MonthsSinceMet(meeting) + now.Months > apart.Longest.Days / 30.0
                && now.Decides(apart)
            )
            || now.Actor(Office) is not { IsNone: false } convener
            || !now.IsActive(convener)
        )
            return 0;
        var head = now.Patron(convener);
        return now[Delay] * Math.Max(0, 1 - (2 * (head.IsNone ? 0 : now.FollowingOf(head))));
    }
}
