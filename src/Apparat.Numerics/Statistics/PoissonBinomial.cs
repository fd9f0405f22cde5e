using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Apparat.Numerics;

/// <summary>How many of several independent voters, each with a probability of their own, say yes.</summary>
public static class PoissonBinomial
{
    /// <summary>Up to this many voters the tail is worked out exactly.</summary>
    public const int ExactUpTo = 64;

    // Where hardly a vote is in doubt the normal tail is off by up to .012; up to this many voters it is worked out exactly then.
    private const double LeastDoubt = 6;
    private const int FewEnough = 512;
    private const double SteepestTilt = 1e4;
    private const double RoundingUp = 1 + 1e-9;

    /// <summary>P(at least <paramref name="quota"/> yes), exactly up to <see cref="ExactUpTo"/> voters, by the refined normal tail above where the votes of enough are in doubt (variance 6).</summary>
    public static double AtLeast(ReadOnlySpan<double> yes, int quota) =>
        yes.Length <= ExactUpTo ? AtLeastExactly(yes, quota) : AtLeastApproximately(yes, quota);

    /// <summary>P(at least quota yes), exactly, in time proportional to voters times quota.</summary>
    public static double AtLeastExactly(ReadOnlySpan<double> yes, int quota)
    {
        if (quota <= 0)
            return 1;
        if (quota > yes.Length)
            return 0;
        // c[k] = P(k yes so far) for k < quota, four side by side from the fourth place on; what passes the quota is collected apart.
        var places = ((quota + 3) / 4 * 4) + 4;
        Span<double> room = places <= 512 ? stackalloc double[places] : new double[places];
        room.Clear();
        room[4] = 1;
        ref var c = ref MemoryMarshal.GetReference(room);
        var carried = 0.0;
        for (var i = 0; i < yes.Length; i++)
        {
            var p = yes[i];
            carried += Unsafe.Add(ref c, quota + 3) * p;
            // From fewer than this many the quota is out of reach of those who are left.
            var least = Math.Max(0, quota - (yes.Length - 1 - i));
            var (stay, rise) = (Vector256.Create(1 - p), Vector256.Create(p));
            var at = (Math.Min(i + 1, quota - 1) / 4 * 4) + 4;
            var here = Vector256.LoadUnsafe(ref c, (nuint)at);
            for (var last = (least / 4 * 4) + 4; at >= last; at -= 4)
            {
                var below = Vector256.LoadUnsafe(ref c, (nuint)(at - 4));
                ((here * stay) + (OneUp(below, here) * rise)).StoreUnsafe(ref c, (nuint)at);
                here = below;
            }
        }
        return Math.Min(1, carried);
    }

    /// <summary>
    /// What <see cref="AtLeastExactly"/> cannot exceed, known much sooner: the bound of Chernoff (1952), at the tilt that is best for voters
    /// of whom only mean and variance are known (Bennett 1962). 1 where the quota is expected to be reached.
    /// </summary>
    public static double Bound(ReadOnlySpan<double> yes, int quota)
    {
        var (mean, variance) = Moments(yes);
        if (quota <= mean)
            return 1;
        // Any tilt bounds; a steeper one would overflow.
        var more = Math.Min(SteepestTilt, (quota - mean) / variance);
        var bound = Tilted(yes, more) / StableMath.Pow(1 + more, quota) * RoundingUp;
        return bound < 1 ? bound : 1;
    }

    private static (double Mean, double Variance) Moments(ReadOnlySpan<double> yes)
    {
        ref var first = ref MemoryMarshal.GetReference(yes);
        var (sums, doubts) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i + 4 <= yes.Length; i += 4)
        {
            var p = Vector256.LoadUnsafe(ref first, (nuint)i);
            sums += p;
            doubts += p * (Vector256<double>.One - p);
        }
        var (mean, variance) = (Vector256.Sum(sums), Vector256.Sum(doubts));
        foreach (var p in yes[i..])
        {
            mean += p;
            variance += p * (1 - p);
        }
        return (mean, variance);
    }

    // The expectation of e to the tilt times the votes, e to the tilt being one and so much more.
    private static double Tilted(ReadOnlySpan<double> yes, double more)
    {
        ref var first = ref MemoryMarshal.GetReference(yes);
        var products = Vector256<double>.One;
        var i = 0;
        for (; i + 4 <= yes.Length; i += 4)
            products *= Vector256<double>.One + (Vector256.Create(more) * Vector256.LoadUnsafe(ref first, (nuint)i));
        var product = products[0] * products[1] * products[2] * products[3];
        foreach (var p in yes[i..])
            product *= 1 + (more * p);
        return product;
    }

    // The last of those below, then all but the last of those here.
    private static Vector256<double> OneUp(Vector256<double> below, Vector256<double> here)
    {
        var (last, first) = (
            Vector256.Shuffle(below, Vector256.Create(3L, 3, 3, 3)),
            Vector256.Shuffle(here, Vector256.Create(0L, 0, 1, 2))
        );
        return Vector256.ConditionalSelect(Vector256.Create(-1L, 0, 0, 0).AsDouble(), last, first);
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
        return variance < LeastDoubt && yes.Length <= FewEnough
            ? AtLeastExactly(yes, quota)
            : Tail(mean, variance, third, quota, yes.Length);
    }

    /// <summary>The same for classes of voters: counts of each, and each one's probability; exactly up to <see cref="ExactUpTo"/> voters in all.</summary>
    public static double AtLeast(ReadOnlySpan<int> counts, ReadOnlySpan<double> yes, int quota)
    {
        var total = 0;
        foreach (var n in counts)
            total += n;
        if (total <= ExactUpTo)
            return OneByOne(counts, yes, total, quota);
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
        return variance < LeastDoubt && total <= FewEnough
            ? OneByOne(counts, yes, total, quota)
            : Tail(mean, variance, third, quota, total);
    }

    private static double OneByOne(ReadOnlySpan<int> counts, ReadOnlySpan<double> yes, int total, int quota)
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
