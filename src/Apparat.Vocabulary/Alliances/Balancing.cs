using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>
/// What rules of balancing have in common: contenders join against one target, the nearer in policy and the more used to each other the
/// sooner (Walt 1987). They differ in who the target is.
/// </summary>
public abstract record Balancing : Threats
{
    /// <summary>Sensitivity to threat.</summary>
    public Parameter ThreatWeight { get; init; } = Sensitivity;

    /// <summary>How strongly last month's side is kept.</summary>
    public Parameter Inertia { get; init; } = new("a_I", new LogNormal(1, 0.5), "log-odds", "alliance inertia", "weakly informed");

    /// <summary>What speaks against joining anybody.</summary>
    public Parameter Reluctance { get; init; } =
        new("reluctance", new Fixed(0.6), "log-odds", "what speaks against joining any alliance", "declared");

    /// <summary>How much nearer in policy the bloc than its target must be.</summary>
    public Parameter PolicyPull { get; init; } =
        new("policy_pull", new Fixed(0.8), "log-odds per policy range", "what nearness in policy adds to joining", "declared");

    /// <inheritdoc/>
    public override void Sides(Rivalry now, Span<sbyte> side)
    {
        side.Clear();
        var target = Target(now, out var active);
        if (target < 0)
            return;
        side[target] = -1;
        for (var i = 0; i < side.Length; i++)
        {
            if (i == target || !now.Active(i))
                continue;
            var (me, him) = (now.Now.Contenders[i], now.Now.Contenders[target]);
            var wish =
                (now.Now[ThreatWeight] * 2 * (now.Threat(i, target) - (1.0 / active)))
                + (now.Now[PolicyPull] * (now.Distance(i, target) - now.DistanceToBloc(i, target)))
                + (now.Now[Inertia] * (now.LastSide(i) > 0 ? 1 : -1))
                + (now.Now.Hostility(me, him) - now.Now.Loyalty(me, him))
                - now.Now[Reluctance];
            side[i] = now.Luck(i) < StableMath.Logistic(wish) ? (sbyte)1 : (sbyte)0;
        }
    }

    /// <summary>Against whom all may join, -1 against nobody; and how many contenders are active.</summary>
    protected abstract int Target(Rivalry now, out int active);
}
