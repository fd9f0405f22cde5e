using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>How fast things move when nobody in particular moves them.</summary>
public sealed record Pace : Word
{
    /// <summary>Contentious motions in a month with a meeting, over all bodies.</summary>
    public Parameter Motions { get; init; } =
        new(
            "nu",
            new LogNormal(0.25, 0.6),
            "motions per month",
            "contentious motions in a month with a meeting, over all bodies",
            "leadership-fights"
        )
        {
            Accrues = Accrual.AtUse,
        };

    /// <summary>Natural turnover of a seat.</summary>
    public Parameter Turnover { get; init; } =
        new(
            "delta",
            new LogNormal(0.02, 0.4),
            "per month",
            "natural turnover of a seat: death, transfer and illness together",
            "recorded-turnover"
        )
        {
            Accrues = Accrual.Rate,
        };

    /// <summary>Share of the sitting members a list opens.</summary>
    public Parameter Opened { get; init; } =
        new(
            "tau",
            new Beta(2, 10),
            "share of seats",
            "share of the sitting members that a list opens at one renewal",
            "recorded-continuity"
        );

    /// <summary>How likely the winners of a defeated challenge table a motion against its leader.</summary>
    public Parameter Sanction { get; init; } =
        new(
            "sig",
            new Beta(4, 3),
            "probability",
            "severity of sanctions: how likely a defeated challenger is answered in kind",
            "fate-of-challengers"
        );

    /// <summary>What taking a side in public is worth, in standing: won if the motion is carried, lost by those against it.</summary>
    public Parameter Stake { get; init; } =
        new(
            "stake",
            new Uniform(0.25, 1),
            "share of the highest rank",
            "standing at stake for whoever takes a side in public",
            "clients-follow"
        );
}
