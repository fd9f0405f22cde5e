using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>
/// The rival reading of <see cref="BalanceOfThreat"/>: the target is not whoever looks most threatening on average but whoever is the
/// greatest threat to the most; the mean decides between equals.
/// </summary>
[Sentence("alliances balance against whoever is most feared", Example = "alliances balance against whoever is most feared")]
public sealed record MostFeared : Balancing
{
    private const int Most = 16;

    /// <inheritdoc/>
    protected override int Target(Rivalry now, out int active)
    {
        active = 0;
        Span<int> fearing = stackalloc int[Most];
        Span<double> sum = stackalloc double[Most];
        fearing.Clear();
        sum.Clear();
        var n = Math.Min(now.Count, Most);
        for (var i = 0; i < n; i++)
        {
            if (!now.Active(i))
                continue;
            active++;
            var worst = -1;
            for (var k = 0; k < n; k++)
            {
                if (k == i || !now.Active(k))
                    continue;
                sum[k] += now.Threat(i, k);
                worst = worst < 0 || now.Threat(i, k) > now.Threat(i, worst) ? k : worst;
            }
            if (worst >= 0)
                fearing[worst]++;
        }
        var target = -1;
        for (var k = 0; k < n; k++)
        {
            if (now.Active(k) && (target < 0 || fearing[k] > fearing[target] || (fearing[k] == fearing[target] && sum[k] > sum[target])))
                target = k;
        }
        return active < 2 ? -1 : target;
    }
}
