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

    /// <summary>The most feared of those active, -1 if there are fewer than two.</summary>
    /// <param name="threat">Threat of each contender (column) to each (row).</param>
    /// <param name="active">Who is active: a bit a contender.</param>
    /// <param name="count">How many contenders there are, active or not; at most 16.</param>
    public static int Find(ReadOnlySpan<double> threat, uint active, int count)
    {
        Span<int> fearing = stackalloc int[Most];
        Span<double> sum = stackalloc double[Most];
        fearing.Clear();
        sum.Clear();
        for (var by = 0; by < count; by++)
        {
            if ((active >> by & 1) == 0)
                continue;
            var worst = -1;
            for (var of = 0; of < count; of++)
            {
                if (of == by || (active >> of & 1) == 0)
                    continue;
                sum[of] += threat[(by * count) + of];
                worst = worst < 0 || threat[(by * count) + of] > threat[(by * count) + worst] ? of : worst;
            }
            if (worst >= 0)
                fearing[worst]++;
        }
        var target = -1;
        for (var k = 0; k < count; k++)
        {
            var more = target < 0 || fearing[k] > fearing[target] || (fearing[k] == fearing[target] && sum[k] > sum[target]);
            if ((active >> k & 1) != 0 && more)
                target = k;
        }
        return System.Numerics.BitOperations.PopCount(active) < 2 ? -1 : target;
    }

    /// <inheritdoc/>
    protected override int Target(Rivalry now, out int active)
    {
        var n = Math.Min(now.Count, Most);
        Span<double> threat = stackalloc double[n * n];
        var bits = 0u;
        for (var by = 0; by < n; by++)
        {
            bits |= now.Active(by) ? 1u << by : 0;
            for (var of = 0; of < n; of++)
                threat[(by * n) + of] = now.Threat(by, of);
        }
        active = System.Numerics.BitOperations.PopCount(bits);
        return Find(threat, bits, n);
    }
}
