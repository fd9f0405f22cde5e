using System.Numerics;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>What a sampled answer rests on.</summary>
/// <param name="Swings">The three numbers a class, each with its 95 % empirical Bernstein interval.</param>
/// <param name="Samples">Pairs of an order and its reverse.</param>
/// <param name="WidestHalfWidth">Half the width of the widest of all intervals.</param>
public sealed record SampledSwings(Swings<Interval> Swings, long Samples, double WidestHalfWidth);

/// <summary>
/// Any game and any number of players: random orders of all, each with its reverse (antithetic). In each order every player, not only the
/// pivotal one, is asked at how many of the places among the others he would turn losing into winning.
/// </summary>
/// <remarks>
/// Given the order of the others, a player's place is uniform among n places: the part of the places where he is pivotal has his Shapley-Shubik
/// power as its mean, and the same part weighed by binomial probabilities has his Banzhaf power (Rao-Blackwell). Places where he is pivotal are
/// neighbours, so two searches beside the pivot find them. A pilot decides how many orders are needed and is then thrown away.
/// </remarks>
internal sealed class OrderSampling
{
    private const int Pilot = 1000;
    private static readonly Purpose Order = Purpose.Of("order of players");

    private readonly SimpleGame _game;
    private readonly ulong _seed;
    private readonly int _players;
    private readonly int[] _start;
    private readonly int[] _order;
    private readonly long[][] _sums; // [rule][players so far]
    private readonly double[] _tossBelow; // P(at most k-1 of the n-1 others say yes)
    private readonly double[] _tossAllBelow;
    private readonly int[] _early;
    private readonly double[][] _pair; // [passage | decisive | pivotal][class] of one pair
    private readonly double[][] _mean;
    private readonly double[][] _square;

    private OrderSampling(SimpleGame game, ulong seed)
    {
        (_game, _seed, _players) = (game, seed, game.Players);
        _start = [.. game.Classes.SelectMany((c, i) => Enumerable.Repeat(i, c.Count))];
        _order = new int[_players];
        _sums = [.. game.Quotas.Select(_ => new long[_players + 1])];
        _tossBelow = Below(_players - 1);
        _tossAllBelow = Below(_players);
        _early = new int[game.Classes.Length];
        double[][] Cells() => [new double[1], new double[game.Classes.Length], new double[game.Classes.Length]];
        (_pair, _mean, _square) = (Cells(), Cells(), Cells());
    }

    /// <summary>Samples until every interval is as narrow as asked for, or the most samples are used.</summary>
    /// <param name="game">The game.</param>
    /// <param name="halfWidth">Wanted half-width of the widest interval.</param>
    /// <param name="most">The most pairs of orders.</param>
    /// <param name="seed">Seed of all orders.</param>
    /// <param name="progress">Told the part done.</param>
    /// <param name="cancel">To stop.</param>
    public static SampledSwings Of(
        SimpleGame game,
        double halfWidth,
        long most,
        ulong seed,
        IProgress<double>? progress,
        CancellationToken cancel
    )
    {
        var sampling = new OrderSampling(game, seed);
        sampling.Run(0, Pilot, null, cancel);
        // A quarter more than the pilot's spread asks for: it is itself uncertain.
        var samples = Math.Clamp(Interval.BernsteinSamples(1.25 * sampling.WidestVariance(Pilot), halfWidth), Pilot, most);
        sampling.Forget();
        sampling.Run(Pilot, samples, progress, cancel);
        return sampling.Read(samples);
    }

    private static double[] Below(int n)
    {
        var below = new double[n + 2];
        var each = Binomials.Probabilities(n, 0.5);
        for (var k = 0; k <= n; k++)
            below[k + 1] = below[k] + each[k];
        return below;
    }

    private void Run(long from, long samples, IProgress<double>? progress, CancellationToken cancel)
    {
        for (var i = 0L; i < samples; i++)
        {
            if ((i & 63) == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report((double)i / samples);
            }
            foreach (var cells in _pair)
                Array.Clear(cells);
            Shuffle((ulong)(from + i));
            Look();
            Array.Reverse(_order);
            Look();
            for (var kind = 0; kind < 3; kind++)
            {
                for (var c = 0; c < _pair[kind].Length; c++)
                {
                    var x = 0.5 * _pair[kind][c];
                    _mean[kind][c] += x;
                    _square[kind][c] += x * x;
                }
            }
        }
    }

    // Fisher and Yates; four addressed words serve four places. A place's bias is below players / 2^32.
    private void Shuffle(ulong sample)
    {
        _start.CopyTo(_order, 0);
        var key = Key.Mix(Key.Mix(_seed), sample);
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        var (p0, p1) = ((uint)Order.Key, (uint)(Order.Key >> 32));
        var i = _players - 1;
        for (var block = 0u; i > 0; block++)
        {
            var (x0, x1, x2, x3) = Philox.Block(block, 0, p0, p1, k0, k1);
            Swap(i--, x0);
            if (i > 0)
                Swap(i--, x1);
            if (i > 0)
                Swap(i--, x2);
            if (i > 0)
                Swap(i--, x3);
        }
    }

    private void Swap(int i, uint bits)
    {
        var j = (int)(((ulong)bits * (uint)(i + 1)) >> 32);
        (_order[i], _order[j]) = (_order[j], _order[i]);
    }

    private void Look()
    {
        for (var r = 0; r < _sums.Length; r++)
        {
            var (sums, weights) = (_sums[r], _game.Weights[r]);
            var sum = 0L;
            for (var k = 0; k < _order.Length; k++)
            {
                sum += weights[_order[k]];
                sums[k + 1] = sum;
            }
        }
        var pivot = FirstWin();
        Array.Clear(_early);
        for (var k = 0; k < pivot; k++)
            _early[_order[k]]++;
        _pair[0][0] += 1 - _tossAllBelow[pivot];
        var turns = _order[pivot - 1];
        for (var c = 0; c < _early.Length; c++)
        {
            var count = (double)_game.Classes[c].Count;
            var (early, late) = (_early[c], _game.Classes[c].Count - _early[c]);
            if (c == turns)
                early--;
            // Without one of the first the others win later: he is pivotal from one before the pivot up to there.
            var later = early > 0 || c == turns ? LaterWin(c, pivot) : 0;
            // With one who stands behind they win sooner: he is pivotal from there up to the pivot.
            var sooner = late > 0 || c == turns ? SoonerWin(c, pivot) : 0;
            if (early > 0)
                Credit(c, pivot - 1, later, early / count);
            if (late > 0)
                Credit(c, sooner, pivot, late / count);
            // The pivotal one himself stands between: both hold for him.
            if (c == turns)
                Credit(c, sooner, later, 1 / count);
        }
    }

    private void Credit(int c, int from, int before, double part)
    {
        _pair[1][c] += part * (_tossBelow[before] - _tossBelow[from]);
        _pair[2][c] += part * (before - from) / _players;
    }

    private int FirstWin()
    {
        int low = 1,
            high = _players;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Wins(middle, 0, 0))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    // The fewest of the others, in their order, who win without him who stands among the first.
    private int LaterWin(int c, int pivot)
    {
        var (loses, step) = (pivot - 2, 1);
        while (loses + step <= _players - 1 && !Wins(loses + step + 1, c, -1))
        {
            loses += step;
            step *= 2;
        }
        var wins = Math.Min(loses + step, _players);
        while (wins - loses > 1)
        {
            var middle = (wins + loses) / 2;
            if (middle <= _players - 1 && !Wins(middle + 1, c, -1))
                loses = middle;
            else
                wins = middle;
        }
        return wins;
    }

    // The fewest of the first who win with him who stands later.
    private int SoonerWin(int c, int pivot)
    {
        var (wins, step) = (pivot, 1);
        while (wins - step >= 0 && Wins(wins - step, c, 1))
        {
            wins -= step;
            step *= 2;
        }
        var loses = Math.Max(wins - step, -1);
        while (wins - loses > 1)
        {
            var middle = (wins + loses) / 2;
            if (Wins(middle, c, 1))
                wins = middle;
            else
                loses = middle;
        }
        return wins;
    }

    private bool Wins(int first, int c, int times)
    {
        if (_sums.Length == 1)
            return _sums[0][first] + (times * _game.Weights[0][c]) >= _game.Quotas[0];
        var holding = 0u;
        for (var r = 0; r < _sums.Length; r++)
        {
            if (_sums[r][first] + (times * _game.Weights[r][c]) >= _game.Quotas[r])
                holding |= 1u << r;
        }
        return _game.Wins(holding);
    }

    private double WidestVariance(long samples) =>
        Enumerable.Range(0, 3).Max(kind => Enumerable.Range(0, _mean[kind].Length).Max(c => Variance(kind, c, samples)));

    private double Variance(int kind, int c, long samples)
    {
        var mean = _mean[kind][c] / samples;
        return Math.Max(0, (_square[kind][c] / samples) - (mean * mean));
    }

    private void Forget()
    {
        foreach (var cells in _mean.Concat(_square))
            Array.Clear(cells);
    }

    private SampledSwings Read(long samples)
    {
        Interval At(int kind, int c) => Interval.Bernstein(_mean[kind][c] / samples, Variance(kind, c, samples), samples);
        var classes = Enumerable.Range(0, _game.Classes.Length).ToArray();
        return new(
            new(_players, At(0, 0), [.. classes.Select(c => At(1, c))], [.. classes.Select(c => At(2, c))]),
            samples,
            Interval.BernsteinHalfWidth(WidestVariance(samples), samples)
        );
    }
}
