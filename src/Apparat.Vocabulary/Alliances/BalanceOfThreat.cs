using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Contenders join against whoever looks most threatening, the nearer in policy and the more used to each other the sooner (Walt 1987).</summary>
[Standard]
[Sentence("alliances balance against the greatest threat", Example = "alliances balance against the greatest threat")]
public sealed record BalanceOfThreat : Balancing
{
    /// <inheritdoc/>
    protected override int Target(Rivalry now, out int active)
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
