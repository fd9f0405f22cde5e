using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>A vote between persons: each class of electors divides its votes over the candidates by a logit of what electors weigh.</summary>
internal sealed class Poll
{
    private const int Most = Candidates.Most;
    private static readonly Purpose Luck = Purpose.Of("poll");
    private readonly World _w;
    private readonly PersonId[] _choosers;

    // Rows of odds lie close together; four are read at once, so there is room after the last.
    private readonly double[] _odds;
    private readonly double[] _sums;
    private readonly double[] _votes = new double[Most];
    private readonly double[] _spread = new double[Most];
    private readonly long[] _largestClass = new long[Most];
    private readonly double[] _luck = new double[Most];

    public Poll(World world)
    {
        _w = world;
        var classes = 2 * (world.Heads + 1);
        _choosers = new PersonId[classes];
        _odds = new double[(classes * Most) + Most];
        _sums = new double[classes];
    }

    /// <summary>Which of the candidates found last wins, by his place among them; -1 without electors.</summary>
    /// <param name="classes">The first of the electors' classes.</param>
    /// <param name="counts">How many electors are in each class.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="method">How votes are counted.</param>
    /// <param name="head">The head whose followers gave the winner most votes; -1 for followers of nobody.</param>
    public int Winner(int classes, ReadOnlySpan<int> counts, Seat seat, Method method, out int head)
    {
        var n = _w.Candidates.People.Length;
        var choosers = Choosers(classes, counts, out var electors);
        head = -1;
        if (electors == 0)
            return -1;
        Divide(choosers, seat, n);
        Add(choosers, classes, counts, n, 0);
        if (n > 4)
            Add(choosers, classes, counts, n, 4);
        var key = _w.C.SeatKey[_w.Editor.Flat(seat)];
        var luck = _luck.AsSpan(0, n);
        _w.Chance.Normals(Luck, _w.Candidates.Keys, _w.Moment, key, luck);
        for (var c = 0; c < luck.Length; c++)
            _votes[c] += Math.Sqrt(_spread[c]) * luck[c];
        var best = Leading(n, -1);
        var needed = method switch
        {
            Method.Majority => 0.5 * electors,
            Method.TwoThirds => 2.0 / 3 * electors,
            _ => 0,
        };
        if (_votes[best] <= needed && n > 1)
            best = RunOff(choosers, classes, counts, n, best, Leading(n, best), key);
        head = _largestClass[best] < 0 ? -1 : (int)_largestClass[best] % (_w.Heads + 1);
        head = head == _w.Heads ? -1 : head;
        return best;
    }

    private ReadOnlySpan<PersonId> Choosers(int classes, ReadOnlySpan<int> counts, out int electors)
    {
        var n = 0;
        electors = 0;
        for (var k = 0; k < counts.Length; k++)
        {
            if (counts[k] > 0)
                _choosers[n++] = new PersonId(classes + k);
            electors += counts[k];
        }
        return _choosers.AsSpan(0, n);
    }

    // The odds of each candidate in each class, the likeliest one's 1, and their sum a class.
    private void Divide(ReadOnlySpan<PersonId> choosers, Seat seat, int n)
    {
        var odds = _odds.AsSpan(0, choosers.Length * n);
        odds.Clear();
        foreach (var criterion in _w.C.Criteria)
        {
            if (criterion.ForElectors)
                criterion.Add(_w.Scene, choosers, seat, _w.Candidates.People, odds);
        }
        for (var i = 0; i < odds.Length; i += n)
        {
            var row = odds.Slice(i, n);
            var most = double.NegativeInfinity;
            foreach (var utility in row)
                most = utility > most ? utility : most;
            for (var c = 0; c < row.Length; c++)
                row[c] -= most;
        }
        StableMath.Exp(odds);
        for (var i = 0; i < choosers.Length; i++)
        {
            var sum = 0.0;
            foreach (var x in odds.Slice(i * n, n))
                sum += x;
            _sums[i] = sum;
        }
    }

    // The votes of four candidates from one on. Lanes past the last candidate hold what nobody reads.
    private void Add(ReadOnlySpan<PersonId> choosers, int classes, ReadOnlySpan<int> counts, int n, int from)
    {
        var (votes, spread, largest) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var largestClass = Vector256<long>.AllBitsSet;
        ref var odds = ref MemoryMarshal.GetArrayDataReference(_odds);
        for (var i = 0; i < choosers.Length; i++)
        {
            var k = choosers[i].Index - classes;
            var share = Vector256.LoadUnsafe(ref odds, (nuint)((i * n) + from)) / Vector256.Create(_sums[i]);
            var expected = Vector256.Create((double)counts[k]) * share;
            votes += expected;
            spread += expected * (Vector256<double>.One - share);
            var more = Vector256.GreaterThan(expected, largest);
            largest = Vector256.ConditionalSelect(more, expected, largest);
            largestClass = Vector256.ConditionalSelect(more.AsInt64(), Vector256.Create((long)k), largestClass);
        }
        votes.CopyTo(_votes, from);
        spread.CopyTo(_spread, from);
        largestClass.CopyTo(_largestClass, from);
    }

    private int RunOff(ReadOnlySpan<PersonId> choosers, int classes, ReadOnlySpan<int> counts, int n, int a, int b, ulong key)
    {
        double forA = 0,
            forB = 0,
            spread = 0;
        for (var i = 0; i < choosers.Length; i++)
        {
            var count = counts[choosers[i].Index - classes];
            var (first, second) = (_odds[(i * n) + a] / _sums[i], _odds[(i * n) + b] / _sums[i]);
            var p = first / Math.Max(1e-300, first + second);
            forA += count * p;
            forB += count * (1 - p);
            spread += count * p * (1 - p);
        }
        var keys = _w.Candidates.Keys;
        var z = _w.Chance.Normal(Luck, Key.Mix(keys[a], keys[b]), _w.Moment, Key.Mix(key, 1));
        return forA + (Math.Sqrt(spread) * z) >= forB ? a : b;
    }

    private int Leading(int n, int except)
    {
        var best = -1;
        for (var c = 0; c < n; c++)
        {
            if (c != except && (best < 0 || _votes[c] > _votes[best]))
                best = c;
        }
        return best;
    }
}
