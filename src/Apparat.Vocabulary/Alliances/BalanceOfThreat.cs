using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Contenders join against whoever looks most threatening, the nearer in policy and the more used to each other the sooner (Walt 1987).</summary>
[Standard]
[Sentence("alliances balance against the greatest threat", Example = "alliances balance against the greatest threat")]
public sealed record BalanceOfThreat : Threats
{
    private const double Reluctance = 0.6;
    private const double PolicyPull = 0.8;

    /// <summary>Sensitivity to threat.</summary>
    public Parameter ThreatWeight { get; init; } = Sensitivity;

    /// <summary>How strongly last month's side is kept.</summary>
    public Parameter Inertia { get; init; } = new("a_I", new LogNormal(1, 0.5), "log-odds", "alliance inertia", "weakly informed");

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
                + (PolicyPull * (now.Distance(i, target) - now.DistanceToBloc(i, target)))
                + (now.Now[Inertia] * (now.LastSide(i) > 0 ? 1 : -1))
                + (now.Now.Hostility(me, him) - now.Now.Loyalty(me, him))
                - Reluctance;
            side[i] = now.Luck(i) < StableMath.Logistic(wish) ? (sbyte)1 : (sbyte)0;
        }
    }

    private static int Target(Rivalry now, out int active)
    {
        active = 0;
        var target = -1;
        var most = double.NegativeInfinity;
        for (var k = 0; k < now.Count; k++)
        {
            if (!now.Active(k))
                continue;
            active++;
            var sum = 0.0;
            for (var i = 0; i < now.Count; i++)
                sum += i != k && now.Active(i) ? now.Threat(i, k) : 0;
            if (sum > most)
            {
                most = sum;
                target = k;
            }
        }
        return active < 2 ? -1 : target;
    }
}
