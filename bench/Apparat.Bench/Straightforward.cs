using System.Numerics;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Bench;

/// <summary>The methods as textbooks state them, without a trick: what the program's own are measured against. All give Shapley-Shubik power.</summary>
internal static class Straightforward
{
    /// <summary>f_i(t) at each node from a distribution over the others, one player and node at a time.</summary>
    public static double[] Quadrature(long[] weights, long quota)
    {
        var power = new double[weights.Length];
        var (nodes, shares) = GaussLegendre.Of((weights.Length + 1) / 2);
        var sums = new double[quota];
        for (var i = 0; i < weights.Length; i++)
        {
            for (var node = 0; node < nodes.Length; node++)
            {
                Array.Clear(sums);
                sums[0] = 1;
                for (var j = 0; j < weights.Length; j++)
                {
                    if (j == i)
                        continue;
                    for (var x = quota - 1; x >= 0; x--)
                        sums[x] = (sums[x] * (1 - nodes[node])) + (x >= weights[j] ? sums[x - weights[j]] * nodes[node] : 0);
                }
                for (var x = Math.Max(0, quota - weights[i]); x < quota; x++)
                    power[i] += shares[node] * sums[x];
            }
        }
        return power;
    }

    /// <summary>Every coalition of the council in the order of a Gray code.</summary>
    public static double[] Enumeration(long[] population, int members, double share, int almostAll)
    {
        var n = population.Length;
        var quota = (long)Math.Ceiling(share * population.Sum());
        bool Wins(int size, long people) => (size >= members && people >= quota) || size >= almostAll;
        var swings = new long[n, n + 1];
        var (set, size, people) = (0u, 0, 0L);
        for (var step = 1u; ; step++)
        {
            if (Wins(size, people))
            {
                for (var rest = set; rest != 0; rest &= rest - 1)
                {
                    var i = BitOperations.TrailingZeroCount(rest);
                    if (!Wins(size - 1, people - population[i]))
                        swings[i, size]++;
                }
            }
            if (step == 1u << n)
                break;
            var turn = BitOperations.TrailingZeroCount(step);
            set ^= 1u << turn;
            var joins = (set >> turn & 1) == 1;
            size += joins ? 1 : -1;
            people += joins ? population[turn] : -population[turn];
        }
        var power = new double[n];
        for (var i = 0; i < n; i++)
        {
            var ways = 1.0; // C(n-1, s-1)
            for (var s = 1; s <= n; s++)
            {
                power[i] += swings[i, s] / (n * ways);
                ways = ways * (n - s) / s;
            }
        }
        return power;
    }

    /// <summary>Every vector of counts with its product of binomials, in whole numbers.</summary>
    public static double[] Types(VotingGame game)
    {
        var simple = SimpleGame.Of(game);
        var classes = simple.Classes;
        var n = simple.Players;
        var rows = classes.Select(c => Row(c.Count)).ToArray();
        var others = classes.Select(c => Row(c.Count - 1)).ToArray();
        var swings = classes.Select(_ => new BigInteger[n + 1]).ToArray();
        var counts = new int[classes.Length];
        do
        {
            for (var c = 0; c < counts.Length; c++)
            {
                if (counts[c] == classes[c].Count || simple.Wins(counts))
                    continue;
                counts[c]++;
                var turns = simple.Wins(counts);
                counts[c]--;
                if (!turns)
                    continue;
                var ways = BigInteger.One;
                for (var d = 0; d < counts.Length; d++)
                    ways *= d == c ? others[d][counts[d]] : rows[d][counts[d]];
                swings[c][counts.Sum() + 1] += ways;
            }
        } while (Next(counts, classes.Select(c => c.Count).ToArray()));
        var orders = Row(n - 1);
        return [.. swings.Select(s => s.Select((x, size) => size == 0 ? 0 : new Fraction(x, n * orders[size - 1]).ToDouble()).Sum())];
    }

    /// <summary>One pivot an order for Shapley-Shubik, all swings of a fair-coin coalition for Banzhaf, until both intervals are as narrow as asked for.</summary>
    public static double[] Sampling(long[] weights, long quota, double halfWidth)
    {
        var n = weights.Length;
        var pivots = new long[n];
        var swings = new long[n];
        var order = Enumerable.Range(0, n).ToArray();
        var purpose = Purpose.Of("straightforward");
        for (long orders = 1; ; orders++)
        {
            Shuffle(order, (ulong)orders, purpose);
            var sum = 0L;
            foreach (var i in order)
            {
                sum += weights[i];
                if (sum < quota)
                    continue;
                pivots[i]++;
                break;
            }
            if (orders % 1000 == 0 && Widest(pivots, orders) <= halfWidth)
            {
                Coalitions(weights, quota, halfWidth, swings, purpose);
                return [.. pivots.Select(p => (double)p / orders)];
            }
        }
    }

    /// <summary>phi(X) for every coalition X from all its parts: 3^n steps.</summary>
    public static int RulingCoalitions(double[] powers)
    {
        var size = 1 << powers.Length;
        var sums = new double[size];
        var holds = new bool[size];
        for (var x = 1; x < size; x++)
            sums[x] = sums[x & (x - 1)] + powers[BitOperations.TrailingZeroCount(x)];
        var (least, count) = (double.PositiveInfinity, 0);
        for (var x = 1; x < size; x++)
        {
            holds[x] = true;
            for (var y = (x - 1) & x; y != 0; y = (y - 1) & x)
            {
                if (!holds[y] || 2 * sums[y] <= sums[x])
                    continue;
                holds[x] = false;
                if (x == size - 1 && sums[y] <= least)
                    (least, count) = (sums[y], sums[y] < least ? 1 : count + 1);
            }
        }
        return Math.Max(1, count);
    }

    private static void Coalitions(long[] weights, long quota, double halfWidth, long[] swings, Purpose purpose)
    {
        var isIn = new bool[weights.Length];
        for (long coalitions = 1; ; coalitions++)
        {
            var chance = new Chance((ulong)coalitions, 0);
            var sum = 0L;
            for (var i = 0; i < weights.Length; i += 32)
            {
                var bits = (uint)(chance.Unit(purpose, (ulong)i, 0) * 4294967296.0);
                for (var j = i; j < Math.Min(weights.Length, i + 32); j++, bits >>= 1)
                {
                    isIn[j] = (bits & 1) == 1;
                    sum += isIn[j] ? weights[j] : 0;
                }
            }
            for (var i = 0; i < weights.Length; i++)
            {
                var others = sum - (isIn[i] ? weights[i] : 0);
                if (others < quota && others + weights[i] >= quota)
                    swings[i]++;
            }
            if (coalitions % 1000 == 0 && Widest(swings, coalitions) <= halfWidth)
                return;
        }
    }

    private static double Widest(long[] counts, long samples)
    {
        var p = Math.Min(0.5, (double)counts.Max() / samples);
        return Interval.BernsteinHalfWidth(p * (1 - p), samples);
    }

    private static void Shuffle(int[] order, ulong sample, Purpose purpose)
    {
        var chance = new Chance(sample, 1);
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = chance.Below(i + 1, purpose, (ulong)i, 0);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    private static bool Next(int[] counts, int[] most)
    {
        for (var c = 0; c < counts.Length; c++)
        {
            if (counts[c]++ < most[c])
                return true;
            counts[c] = 0;
        }
        return false;
    }

    private static BigInteger[] Row(int n)
    {
        var row = new BigInteger[n + 1];
        row[0] = BigInteger.One;
        for (var k = 1; k <= n; k++)
            row[k] = row[k - 1] * (n - k + 1) / k;
        return row;
    }
}
