using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>How threatening each contender looks to each other: part visible esteem, part the following he had three months ago, a little noise.</summary>
public abstract record Threats : AllianceRule
{
    private const int Lag = 3;
    private const double NoiseLevel = 0.02;

    /// <summary>Sensitivity to threat, shared with the motive it moves.</summary>
    internal static readonly Parameter Sensitivity = new("a_T", new LogNormal(4, 0.4), "log-odds per share", "sensitivity to threat", "walt1987");

    /// <summary>Visibility bias: how far threat is judged by esteem rather than by following.</summary>
    public virtual Parameter Visibility { get; init; } =
        new("chi", new Beta(3, 2), "share", "visibility bias in threat: esteem against real following", "weakly informed");

    /// <inheritdoc/>
    public override void Perceive(Rivalry now)
    {
        var chi = now.Now[Visibility];
        for (var of = 0; of < now.Count; of++)
        {
            var active = now.Active(of);
            var seen = active ? (chi * now.VisibleShare(of)) + ((1 - chi) * now.Following(of, Lag)) : 0;
            for (var by = 0; by < now.Count; by++)
                now.Threat(by, of) = by == of || !active || !now.Active(by) ? 0 : seen + (NoiseLevel * now.Noise(by, of));
        }
    }
}
