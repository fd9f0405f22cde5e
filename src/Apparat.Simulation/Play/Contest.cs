using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>The contenders of a run as alliance rules see them.</summary>
internal sealed class Contest(World w) : Rivalry
{
    private static readonly Purpose ThreatNoise = Purpose.Of("threat");
    private static readonly Purpose Join = Purpose.Of("join");
    private readonly double[] _shares = new double[
        w.C.Heads.Length * (w.C.MemberSeats[w.C.Question.DecisiveBody].Length + (2 * (w.C.Heads.Length + 1)))
    ];
    private readonly ulong[] _pairs =
    [
        .. w
            .C.Heads[..w.C.Contenders]
            .SelectMany(_ => w.C.Heads[..w.C.Contenders], (by, of) => Key.Mix(w.C.PersonKey[by.Index], w.C.PersonKey[of.Index])),
    ];
    private readonly double[] _noise = new double[w.C.Contenders * w.C.Contenders];
    private int _noiseAt = -1;
    private double _esteem;
    private (int Seating, int Version) _esteemAt = (-1, -1);
    private uint _active;
    private int _activeIn = -1;

    private CompiledScenario C => w.C;

    public override Situation Now => w.Scene;
    public override int Count => C.Contenders;

    public int ActiveCount => System.Numerics.BitOperations.PopCount(ActiveNow);

    public override bool Active(int contender) => (ActiveNow >> contender & 1) != 0;

    // A bit a contender, worked out anew when seats have changed.
    private uint ActiveNow
    {
        get
        {
            if (_activeIn == w.Seating)
                return _active;
            (_active, _activeIn) = (0, w.Seating);
            for (var k = 0; k < Count; k++)
            {
                var person = C.Heads[k].Index;
                if (w.IsActive(person) && (w.Sits(person, C.Question.Prize) || w.Sits(person, C.Question.DecisiveBody)))
                    _active |= 1u << k;
            }
            return _active;
        }
    }

    public override double VisibleShare(int contender)
    {
        if (_esteemAt != (w.Seating, w.Version))
        {
            _esteem = 0;
            for (var k = 0; k < Count; k++)
                _esteem += Active(k) ? w.TraitOf(C.Heads[k].Index, Trait.Prestige) : 0;
            _esteemAt = (w.Seating, w.Version);
        }
        return _esteem <= 0 ? 0 : w.TraitOf(C.Heads[contender].Index, Trait.Prestige) / _esteem;
    }

    public void Reset() => _noiseAt = -1;

    public override double Following(int contender, int monthsAgo) =>
        w.Following[(C.Scenario.Calendar.After(new Turn(w.Turn), -monthsAgo).Index * w.Heads) + contender];

    // All pairs of a turn are drawn at once.
    public override double Noise(int by, int of)
    {
        if (_noiseAt != w.Turn)
            w.Chance.Normals(ThreatNoise, _pairs, w.Moment, 0, _noise);
        _noiseAt = w.Turn;
        return _noise[(by * Count) + of];
    }

    public override double Luck(int by) => w.Chance.Unit(Join, C.PersonKey[C.Heads[by].Index], w.Moment);

    public override ref double Threat(int by, int of) => ref w.Threat[(by * C.Contenders) + of];

    public override int LastSide(int contender) => w.LastSide[contender];

    public override double Distance(int a, int b)
    {
        var sum = 0.0;
        for (var i = 0; i < w.Policy.Length; i++)
        {
            var d = w.TraitOf(C.Heads[a].Index, Trait.Issue1 + i) - w.TraitOf(C.Heads[b].Index, Trait.Issue1 + i);
            sum += d * d;
        }
        return Math.Sqrt(sum) / 2;
    }

    public override double DistanceToBloc(int contender, int target)
    {
        var bloc = false;
        for (var k = 0; k < Count; k++)
            bloc |= k != contender && w.LastSide[k] > 0;
        var sum = 0.0;
        for (var i = 0; i < w.Policy.Length; i++)
        {
            double mean = 0,
                n = 0;
            for (var k = 0; k < Count; k++)
            {
                if (k == contender || k == target || !Active(k) || (bloc && w.LastSide[k] <= 0))
                    continue;
                mean += w.TraitOf(C.Heads[k].Index, Trait.Issue1 + i);
                n++;
            }
            var d = n == 0 ? 0 : w.TraitOf(C.Heads[contender].Index, Trait.Issue1 + i) - (mean / n);
            sum += d * d;
        }
        return Math.Sqrt(sum) / 2;
    }

    /// <summary>Works out who follows whom in the decisive body: each member's loyalties, softened with temperature 0.2.</summary>
    public void CountFollowing()
    {
        var row = w.Following.AsSpan(w.Turn * w.Heads, w.Heads);
        row.Clear();
        var voters = w.Voters.Gather(C.Question.DecisiveBody);
        var temperature = w.C.Scenario.Alliances.Temperature(w.Scene);
        if (temperature <= 0)
        {
            CountPatrons(voters, row);
            return;
        }
        double weight = 0,
            common = 0;
        var alive = 0u;
        for (var h = 0; h < w.Heads; h++)
            alive |= w.Standing[C.Heads[h].Index] == Standing.Dead ? 0 : 1u << h;
        var shares = ReadTies(voters, alive, temperature);
        var at = 0;
        for (var v = 0; v < voters.Length; v++)
        {
            var n = w.Voters.Weights[v];
            // Whoever is not tied to a head weighs him 1: e to the 0.
            double sum = w.Heads;
            var ties = w.TiedTo[voters[v].Index] & alive;
            var own = shares.Slice(at, System.Numerics.BitOperations.PopCount(ties));
            at += own.Length;
            foreach (var share in own)
                sum += share - 1;
            var even = n / sum;
            common += even;
            for (var (tied, k) = (ties, 0); tied != 0; tied &= tied - 1, k++)
                row[System.Numerics.BitOperations.TrailingZeroCount(tied)] += (own[k] - 1) * even;
            weight += n;
        }
        if (weight > 0)
        {
            for (var h = 0; h < w.Heads; h++)
                row[h] = (row[h] + common) / weight;
        }
    }

    // e to each tie over the temperature, voter by voter, worked out many at a time.
    private ReadOnlySpan<double> ReadTies(ReadOnlySpan<PersonId> voters, uint alive, double temperature)
    {
        var n = 0;
        foreach (var voter in voters)
        {
            for (var tied = w.TiedTo[voter.Index] & alive; tied != 0; tied &= tied - 1)
                _shares[n++] = w.LoyaltyTo(voter.Index, System.Numerics.BitOperations.TrailingZeroCount(tied)) / temperature;
        }
        StableMath.Exp(_shares.AsSpan(0, n));
        return _shares.AsSpan(0, n);
    }

    private void CountPatrons(ReadOnlySpan<PersonId> voters, Span<double> row)
    {
        var all = 0.0;
        for (var v = 0; v < voters.Length; v++)
        {
            var n = w.Voters.Weights[v];
            all += n;
            if (w.PatronOf(voters[v].Index) is >= 0 and var head)
                row[head] += n;
        }
        for (var h = 0; h < w.Heads && all > 0; h++)
            row[h] /= all;
    }

    /// <summary>Until it is counted anew the following is that of the turn before; on the first day it is counted at once.</summary>
    public void RecallFollowing()
    {
        if (w.Turn > 0)
            w.Following.AsSpan((w.Turn - 1) * w.Heads, w.Heads).CopyTo(w.Following.AsSpan(w.Turn * w.Heads, w.Heads));
        else if (Count > 0)
            CountFollowing();
    }

    public void TakeSides()
    {
        w.C.Scenario.Alliances.Perceive(this);
        w.Side.AsSpan().CopyTo(w.LastSide);
        w.C.Scenario.Alliances.Sides(this, w.Side.AsSpan(0, Count));
        w.Sides.ThreatsChanged();
        int bloc = 0,
            target = -1;
        var changed = false;
        for (var k = 0; k < Count; k++)
        {
            bloc += w.Side[k] > 0 ? 1 : 0;
            target = w.Side[k] < 0 ? k : target;
            changed |= w.Side[k] != w.LastSide[k];
        }
        if (!changed)
            return;
        for (var k = 0; k < Count; k++)
            w.Fingerprint.Add((ulong)(w.Side[k] + 1));
        if (w.Trace is not null)
            TellBloc(bloc, target);
    }

    private void TellBloc(int size, int target)
    {
        var turn = new Turn(w.Turn);
        if (size == 0 || target < 0)
        {
            var last = Array.FindIndex(w.LastSide, s => s < 0);
            if (last >= 0)
                w.Editor.Tell(new TraceEntry(turn, TraceKind.Allied, C.Heads[last], PersonId.None, default, default));
            return;
        }
        for (var k = 0; k < Count; k++)
        {
            if (w.Side[k] > 0)
                w.Editor.Tell(new TraceEntry(turn, TraceKind.Allied, C.Heads[target], C.Heads[k], default, default, 0, 0, size));
        }
    }
}
