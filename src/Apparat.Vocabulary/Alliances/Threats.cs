using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>How threatening each contender looks to each other: part visible esteem, part the following he had a while ago, a little noise.</summary>
public abstract record Threats : AllianceRule
{
    /// <summary>Sensitivity to threat, shared with the motive it moves.</summary>
    internal static readonly Parameter Sensitivity = new(
        "a_T",
        new LogNormal(4, 0.4),
        "log-odds per share",
        "sensitivity to threat",
        "walt1987"
    );

    /// <summary>Visibility bias: how far threat is judged by esteem rather than by following.</summary>
    public virtual Parameter Visibility { get; init; } =
        new("chi", new Beta(3, 2), "share", "visibility bias in threat: esteem against real following", "weakly informed");

    /// <summary>How late real following is seen.</summary>
    public Parameter Lag { get; init; } = new("lag", new Fixed(3), "months", "how late real following is seen", "declared");

    /// <summary>How fast contenders learn to look at following instead of esteem; at 0 the bias never wears off.</summary>
    public Parameter Learning { get; init; } =
        new("learning", new Fixed(0), "per month", "how fast the visibility bias wears off", "declared") { Accrues = Accrual.AtUse };

    /// <summary>How sharply loyalties are read as following; at 0 each member counts for the head he follows and for nobody else.</summary>
    public Parameter Softness { get; init; } =
        new("temperature", new Fixed(0.2), "tie strength", "how sharply loyalties are read as following", "declared");

    /// <summary>How differently contenders see the same threat.</summary>
    public Parameter Blur { get; init; } =
        new("threat_noise", new Fixed(0.02), "share", "how differently contenders see the same threat", "declared");

    /// <inheritdoc/>
    public override double Temperature(Situation now) => now[Softness];

    /// <inheritdoc/>
    public override void Perceive(Rivalry now)
    {
        var chi = now.Now[Visibility];
        if (now.Now[Learning] is > 0 and var rate)
            chi *= StableMath.Exp(-rate * now.Now.MonthsGone);
        var lag = (int)now.Now[Lag];
        var blur = now.Now[Blur];
        for (var of = 0; of < now.Count; of++)
        {
            var active = now.Active(of);
            var seen = active ? (chi * now.VisibleShare(of)) + ((1 - chi) * now.Following(of, lag)) : 0;
            for (var by = 0; by < now.Count; by++)
                now.Threat(by, of) = by == of || !active || !now.Active(by) ? 0 : seen + (blur * now.Noise(by, of));
        }
    }
}
