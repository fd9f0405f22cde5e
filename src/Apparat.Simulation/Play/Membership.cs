using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>The ordinary members: how many each branch has and whom they lean to, moved by the press and by those who join (theory 4.6).</summary>
internal sealed class Membership
{
    private readonly World _w;
    private readonly int _leaders;

    // To whom leanings move, a share a head.
    private readonly double[] _press;
    private readonly double[] _sums;
    private bool _moved;

    public Membership(World world)
    {
        _w = world;
        _press = new double[world.Heads];
        _sums = new double[world.Heads];
        _leaders = Array.FindIndex(world.C.Organs, o => o.LeadsBranches);
    }

    public void Reset() => _moved = false;

    /// <summary>How many members there are.</summary>
    public double Size
    {
        get
        {
            var all = 0.0;
            foreach (var m in _w.BranchMembers)
                all += m;
            return all;
        }
    }

    /// <summary>Share of all members that leans to a head.</summary>
    public double LeaningTo(int head)
    {
        double all = 0,
            sum = 0;
        for (var b = 0; b < _w.BranchMembers.Length; b++)
        {
            all += _w.BranchMembers[b];
            sum += _w.BranchMembers[b] * _w.Leaning[(b * _w.Heads) + head];
        }
        return all <= 0 ? 0 : sum / all;
    }

    /// <summary>Moves the leanings of every branch toward one head: s + rate (press - s).</summary>
    public void Sway(int head, double rate)
    {
        PressFor(head);
        for (var b = 0; b < _w.BranchMembers.Length; b++)
            Mix(b, Math.Min(1, rate));
        Moved();
    }

    /// <summary>Moves the leanings of every branch toward equal shares of all contenders who are still members.</summary>
    public void SwayEvenly(double rate)
    {
        var active = 0;
        for (var h = 0; h < _w.C.Contenders; h++)
            active += _w.IsActive(_w.C.Heads[h].Index) ? 1 : 0;
        if (active == 0)
            return;
        rate = Math.Min(1, rate);
        for (var h = 0; h < _press.Length; h++)
            _press[h] = h < _w.C.Contenders && _w.IsActive(_w.C.Heads[h].Index) ? 1.0 / active : 0;
        for (var b = 0; b < _w.BranchMembers.Length; b++)
            Mix(b, rate);
        Moved();
    }

    /// <summary>Every branch grows by a share of its members; recruits defer to the head its leader follows.</summary>
    public void Grow(double growth, double deference)
    {
        for (var b = 0; b < _w.BranchMembers.Length; b++)
            Join(b, growth * _w.BranchMembers[b], deference);
        Moved();
    }

    /// <summary>Members join a branch; -1 spreads them over all in proportion.</summary>
    public void Enrol(int branch, double members, double deference)
    {
        var all = Size;
        for (var b = 0; b < _w.BranchMembers.Length; b++)
        {
            if (branch < 0)
                Join(b, all > 0 ? members * _w.BranchMembers[b] / all : 0, deference);
            else if (b == branch)
                Join(b, members, deference);
        }
    }

    // s <- (m s + g m [(1 - omega) s + omega e]) / (m + g m), e the head whom the branch's leader follows.
    private void Join(int branch, double members, double deference)
    {
        var before = _w.BranchMembers[branch];
        _w.BranchMembers[branch] += members;
        if (deference <= 0 || members <= 0 || _leaders < 0 || branch >= _w.C.SeatsOf(_leaders))
            return;
        var leader = _w.Holder[_w.C.SeatOffset[_leaders] + branch];
        if (leader >= 0 && _w.PatronOf(leader) is >= 0 and var head)
        {
            var rate = Math.Min(1, deference) * members / (before + members);
            var row = _w.Leaning.AsSpan(branch * _press.Length, _press.Length);
            for (var h = 0; h < row.Length; h++)
                row[h] += rate * ((h == head ? 1 : 0) - row[h]);
        }
    }

    private void Mix(int branch, double rate)
    {
        var row = _w.Leaning.AsSpan(branch * _press.Length, _press.Length);
        for (var h = 0; h < row.Length; h++)
            row[h] += rate * (_press[h] - row[h]);
    }

    private void PressFor(int head)
    {
        for (var h = 0; h < _press.Length; h++)
            _press[h] = h == head ? 1 : 0;
    }

    // Leanings and numbers have changed; what they have come to is noted once a turn.
    private void Moved()
    {
        _w.Version++;
        _moved = true;
    }

    /// <summary>Notes the shares of all members that lean to each head, if they have moved since noted last: one passage over the branches.</summary>
    public void Note()
    {
        if (!_moved)
            return;
        _moved = false;
        var sums = _sums.AsSpan();
        sums.Clear();
        var all = 0.0;
        for (var b = 0; b < _w.BranchMembers.Length; b++)
        {
            var members = _w.BranchMembers[b];
            all += members;
            var row = _w.Leaning.AsSpan(b * sums.Length, sums.Length);
            for (var h = 0; h < sums.Length; h++)
                sums[h] += members * row[h];
        }
        for (var h = 0; h < sums.Length; h++)
        {
            var leaning = all <= 0 ? 0 : sums[h] / all;
            _w.Fingerprint.Add(Key.Mix(_w.C.PersonKey[_w.C.Heads[h].Index], BitConverter.DoubleToUInt64Bits(leaning)));
        }
    }
}
