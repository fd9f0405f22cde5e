namespace Apparat.Numerics;

/// <summary>How many of several independent voters, each with a probability of their own, say yes.</summary>
public static class PoissonBinomial
{
    /// <summary>Up to this many voters the tail is worked out exactly.</summary>
    public const int ExactUpTo = 64;

    /// <summary>P(at least <paramref name="quota"/> yes), exactly up to <see cref="ExactUpTo"/> voters, by the refined normal tail above.</summary>
    public static double AtLeast(ReadOnlySpan<double> yes, int quota) =>
        yes.Length <= ExactUpTo ? AtLeastExactly(yes, quota) : AtLeastApproximately(yes, quota);

    /// <summary>P(at least quota yes), exactly, in time proportional to voters times quota.</summary>
    public static double AtLeastExactly(ReadOnlySpan<double> yes, int quota)
    {
        if (quota <= 0)
            return 1;
        if (quota > yes.Length)
            return 0;
        // c[k] = P(k yes so far) for k < quota; what passes the quota is collected apart.
        Span<double> c = quota <= 512 ? stackalloc double[quota] : new double[quota];
        c.Clear();
        c[0] = 1;
        var carried = 0.0;
        for (var i = 0; i < yes.Length; i++)
        {
            var p = yes[i];
            carried += c[quota - 1] * p;
            for (var k = Math.Min(i + 1, quota - 1); k > 0; k--)
                c[k] = (c[k] * (1 - p)) + (c[k - 1] * p);
            c[0] *= 1 - p;
        }
        return Math.Min(1, carried);
    }

    /// <summary>The refined normal tail: continuity correction and one Edgeworth term for skewness (Volkova 1996; Hong 2013).</summary>
    public static double AtLeastApproximately(ReadOnlySpan<double> yes, int quota)
    {
        double mean = 0,
            variance = 0,
            third = 0;
        foreach (var p in yes)
        {
            var v = p * (1 - p);
            mean += p;
            variance += v;
            third += v * (1 - (2 * p));
        }
        return Tail(mean, variance, third, quota, yes.Length);
    }

    /// <summary>The same for classes of voters: counts of each, and each one's probability; exactly up to <see cref="ExactUpTo"/> voters in all.</summary>
    public static double AtLeast(ReadOnlySpan<int> counts, ReadOnlySpan<double> yes, int quota)
    {
        var total = 0;
        foreach (var n in counts)
            total += n;
        if (total <= ExactUpTo)
        {
            Span<double> each = stackalloc double[total];
            var at = 0;
            for (var i = 0; i < counts.Length; i++)
            {
                each.Slice(at, counts[i]).Fill(yes[i]);
                at += counts[i];
            }
            return AtLeastExactly(each, quota);
        }
        double mean = 0,
            variance = 0,
            third = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var v = counts[i] * yes[i] * (1 - yes[i]);
            mean += counts[i] * yes[i];
            variance += v;
            third += v * (1 - (2 * yes[i]));
        }
        return Tail(mean, variance, third, quota, total);
    }

    private static double Tail(double mean, double variance, double third, int quota, int voters)
    {
        if (quota <= 0)
            return 1;
        if (quota > voters)
            return 0;
        if (variance < 1e-12)
            return mean >= quota - 0.5 ? 1 : 0;
        var sd = Math.Sqrt(variance);
        var x = (quota - 0.5 - mean) / sd;
        if (x < -8)
            return 1;
        if (x > 8)
            return 0;
        var skew = third / (variance * sd);
        var density = 0.3989422804014327 * StableMath.Exp(-0.5 * x * x);
        var below = StableMath.NormalCdf(x) + (skew * (1 - (x * x)) * density / 6);
        return Math.Clamp(1 - below, 0, 1);
    }
}
