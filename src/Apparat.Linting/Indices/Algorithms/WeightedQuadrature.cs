using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>
/// One quota rule and many players: the distribution of the total weight at each node of a Gauss-Legendre rule, and from it everyone's
/// chance to decide. All terms are positive, so the only error is that of rounding (about 1e-13).
/// </summary>
/// <remarks>
/// A player decides if the others' weight falls in the window [q - w, q). Windows of the others follow from windows of all by
/// V(x) = (1-t) W(x) + t W(x-w), solved upwards from 0, which damps errors for t up to 1/2. Nodes above 1/2 are those of the dual
/// quota at 1-t, so that each distribution serves two nodes.
/// </remarks>
internal static class WeightedQuadrature
{
    /// <summary>Additions it takes, roughly: to see beforehand whether it is worth it.</summary>
    public static double Cost(SimpleGame game) => (game.Players + 1) / 4.0 * (game.Players + (2.0 * game.Classes.Length)) * Reach(game);

    /// <summary>How many numbers a distribution takes.</summary>
    public static long Reach(SimpleGame game) => Math.Max(game.Quotas[0], Dual(game));

    /// <summary>The three numbers a class.</summary>
    public static Swings<Interval> Swings(SimpleGame game, IProgress<double>? progress, CancellationToken cancel)
    {
        var classes = game.Classes.Length;
        var (quota, dual) = ((int)game.Quotas[0], (int)Dual(game));
        var sums = new double[Math.Max(quota, dual)];
        // The light come first, so that the range of the sums grows slowly.
        var order = Enumerable.Range(0, classes).Where(c => game.Weights[0][c] > 0).OrderBy(c => game.Weights[0][c]).ToArray();

        Distribute(game, order, 0.5, sums);
        var passage = quota <= dual ? 1 - Sum(sums.AsSpan(0, quota)) : Sum(sums.AsSpan(0, dual));
        var decisive = new double[classes];
        foreach (var c in order)
            decisive[c] = Window(sums, (int)game.Weights[0][c], quota, 0.5);

        var pivotal = new double[classes];
        var (nodes, weights) = GaussLegendre.Of((game.Players + 1) / 2);
        for (var i = 0; i < (nodes.Length + 1) / 2; i++)
        {
            cancel.ThrowIfCancellationRequested();
            Distribute(game, order, nodes[i], sums);
            var isMiddle = i == nodes.Length - 1 - i;
            foreach (var c in order)
            {
                var weight = (int)game.Weights[0][c];
                var both = Window(sums, weight, quota, nodes[i]) + (isMiddle ? 0 : Window(sums, weight, dual, nodes[i]));
                pivotal[c] += weights[i] * both;
            }
            progress?.Report((i + 1.0) / ((nodes.Length + 1) / 2));
        }
        return new(game.Players, Interval.Exact(passage), [.. decisive.Select(Interval.Exact)], [.. pivotal.Select(Interval.Exact)]);
    }

    // Those who say no block exactly if they have more than is left beside the quota.
    private static long Dual(SimpleGame game) => game.Totals[0] - game.Quotas[0] + 1;

    // P(total weight = x) for x below the length, everyone saying yes with probability t.
    private static void Distribute(SimpleGame game, int[] order, double t, double[] sums)
    {
        Array.Clear(sums);
        sums[0] = 1;
        var top = 0L;
        foreach (var c in order)
        {
            var weight = game.Weights[0][c];
            for (var i = 0; i < game.Classes[c].Count; i++)
            {
                top = Math.Min(sums.Length - 1, top + weight);
                if (weight < sums.Length)
                    Add(sums.AsSpan(0, (int)top + 1), (int)weight, t);
                else
                    Scale(sums.AsSpan(0, (int)top + 1), 1 - t);
            }
        }
    }

    private static void Add(Span<double> sums, int weight, double t)
    {
        ref var start = ref MemoryMarshal.GetReference(sums);
        var (yes, no) = (Vector256.Create(t), Vector256.Create(1 - t));
        var x = sums.Length;
        // Downwards: what is read is not yet written.
        for (; x - Vector256<double>.Count >= weight; x -= Vector256<double>.Count)
        {
            var at = (nuint)(x - Vector256<double>.Count);
            var stay = Vector256.LoadUnsafe(ref start, at) * no;
            var come = Vector256.LoadUnsafe(ref start, at - (nuint)weight) * yes;
            (stay + come).StoreUnsafe(ref start, at);
        }
        for (x--; x >= weight; x--)
            sums[x] = (sums[x] * (1 - t)) + (sums[x - weight] * t);
        Scale(sums[..Math.Min(weight, sums.Length)], 1 - t);
    }

    private static void Scale(Span<double> sums, double by)
    {
        for (var x = 0; x < sums.Length; x++)
            sums[x] *= by;
    }

    // P(weight of the others in [quota - weight, quota)).
    private static double Window(double[] sums, int weight, int quota, double t)
    {
        var to = ((quota - 1) % weight) + 1;
        var window = Sum(sums.AsSpan(0, to)) / (1 - t);
        for (; to < quota; to += weight)
            window = (Sum(sums.AsSpan(to, weight)) - (t * window)) / (1 - t);
        return Math.Max(0, window);
    }

    private static double Sum(ReadOnlySpan<double> terms)
    {
        ref var start = ref MemoryMarshal.GetReference(terms);
        var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var x = 0;
        for (; x + 8 <= terms.Length; x += 8)
        {
            a += Vector256.LoadUnsafe(ref start, (nuint)x);
            b += Vector256.LoadUnsafe(ref start, (nuint)x + 4);
        }
        a += b;
        var sum = a[0] + a[1] + a[2] + a[3];
        for (; x < terms.Length; x++)
            sum += terms[x];
        return sum;
    }
}
