using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>
/// Those who elect, as classes of those who follow the same head: delegates as they were sent, persons as they sit, members of a branch as
/// they lean. Of each organ's classes those led by somebody come first, then those who follow freely.
/// </summary>
internal sealed class Electorates
{
    private const double FreeFollowing = 0.5;
    private const int Thousand = 1000;
    private static readonly Purpose Delegates = Purpose.Of("delegates");
    private readonly World _w;
    private readonly int[] _sortedIn;
    private readonly int[] _branch;
    private readonly double[] _strength;
    private readonly double[] _lots;
    private readonly double[] _ties;
    private int _mustered;
    private int _musteredClasses;

    public Electorates(World world)
    {
        _w = world;
        _sortedIn = new int[world.C.Organs.Length];
        _branch = new int[2 * (world.Heads + 1)];
        _strength = new double[world.Heads];
        _lots = new double[world.Heads + 1];
        _ties = new double[_branch.Length * world.Heads];
    }

    private CompiledScenario C => _w.C;
    private int Free => _w.Heads + 1;
    private int Classes => _branch.Length;

    public void Reset() => Array.Fill(_sortedIn, -1);

    /// <summary>How many electors of an organ are in each of its classes.</summary>
    public ReadOnlySpan<int> Of(int organ)
    {
        if (_sortedIn[organ] != _w.Turn)
            Sort(organ);
        return Counts(organ);
    }

    /// <summary>Another electorate sits there from now on.</summary>
    public void Renewed(int organ) => _sortedIn[organ] = -1;

    /// <summary>The members of a branch whose leader's seat is to be filled, a thousand of them.</summary>
    public ReadOnlySpan<int> OfBranch(Seat seat)
    {
        var (branch, at) = (seat.Number, C.ClassOffset[seat.Organ.Index]);
        Array.Clear(_branch);
        var rest = Thousand;
        for (var h = 0; h < _w.Heads; h++)
        {
            var n = branch < _w.BranchMembers.Length ? (int)(Thousand * _w.Leaning[(branch * _w.Heads) + h]) : 0;
            n = Math.Min(n, rest);
            _branch[Free + h] = n;
            rest -= n;
            Follow(at + Free + h, h);
        }
        _branch[Free + _w.Heads] = rest;
        Follow(at + Free + _w.Heads, -1);
        return _branch;
    }

    /// <summary>Sends the delegates of every branch, the provision's share of them led by the branch's leader, the others as members lean.</summary>
    public void Delegate(OrganId leaders, OrganId body, Provision by, bool byLot)
    {
        var o = body.Index;
        var provision = C.ProvisionOf(by);
        var share = provision < 0 ? 1 : _w.ShareNow[provision];
        if (share > 0)
            _w.Use(provision);
        var counts = Counts(o);
        counts.Clear();
        var all = 0.0;
        foreach (var m in _w.BranchMembers)
            all += m;
        double reached = 0;
        var sent = 0;
        var at = C.ClassOffset[o];
        for (var k = 0; k < Classes; k++)
            Follow(at + k, k % Free < _w.Heads ? k % Free : -1);
        Array.Clear(_strength);
        for (var b = 0; b < _w.BranchMembers.Length; b++)
        {
            reached += _w.BranchMembers[b];
            var n = (int)Math.Round(_w.Size[o] * reached / all) - sent;
            sent += n;
            if (n == 0)
                continue;
            _w.Chance.Opens(Delegates, C.Scenario.Cast.Branches[b].Key, _w.Moment, 0, _lots);
            var leader = b < C.SeatsOf(leaders.Index) ? _w.Holder[C.SeatOffset[leaders.Index] + b] : -1;
            var led = leader < 0 || byLot ? 0 : Chance.Binomial(n, share, _lots[0]);
            if (led > 0)
            {
                var h = _w.PatronOf(leader);
                counts[h < 0 ? _w.Heads : h] += led;
                if (h >= 0)
                    _strength[h] += led * _w.LoyaltyTo(leader, h);
            }
            var rest = n - led;
            for (var h = 0; h < _w.Heads && rest > 0; h++)
            {
                var lean = _w.Leaning[(b * _w.Heads) + h];
                if (lean <= 0)
                    continue;
                var k = Chance.Binomial(rest, Math.Min(1, lean), _lots[h + 1]);
                counts[Free + h] += k;
                rest -= k;
            }
            counts[Free + _w.Heads] += rest;
        }
        for (var h = 0; h < _w.Heads; h++)
        {
            if (counts[h] > 0)
                (_w.Loyalty[((at + h) * _w.Heads) + h], _w.TiedTo[at + h]) = (_strength[h] / counts[h], 1u << h);
        }
        for (var k = 0; k < counts.Length; k++)
            _w.Fingerprint.Add((ulong)counts[k]);
        _sortedIn[o] = _w.Turn;
        _w.Seating++;
        if (_w.Trace is not null)
            TellDelegates(body, counts);
    }

    /// <summary>Prepares <see cref="Support"/> for the electors of an organ.</summary>
    public void Muster(int organ)
    {
        (_mustered, _musteredClasses) = (0, 0);
        var counts = Of(organ);
        for (var k = 0; k < counts.Length; k++)
        {
            if (counts[k] == 0)
                continue;
            _mustered += counts[k];
            for (var h = 0; h < _w.Heads; h++)
                _ties[(h * Classes) + _musteredClasses] = counts[k] * _w.LoyaltyTo(C.ClassOffset[organ] + k, h);
            _musteredClasses++;
        }
    }

    /// <summary>How much the electors mustered last would miss a person: their loyalties to him or to his head, and his esteem.</summary>
    public double Support(int person)
    {
        var esteem = _w.TraitOf(person, Trait.Prestige);
        var heads = _w.TiedTo[person];
        if (heads == 0 || _mustered == 0)
            return esteem;
        double ties = 0;
        if (System.Numerics.BitOperations.IsPow2(heads))
        {
            var h = System.Numerics.BitOperations.TrailingZeroCount(heads);
            var own = _w.LoyaltyTo(person, h);
            foreach (var tie in _ties.AsSpan(h * Classes, _musteredClasses))
                ties += tie * own;
        }
        else
        {
            for (var k = 0; k < _musteredClasses; k++)
            {
                for (var left = heads; left != 0; left &= left - 1)
                {
                    var h = System.Numerics.BitOperations.TrailingZeroCount(left);
                    ties += _ties[(h * Classes) + k] * _w.LoyaltyTo(person, h);
                }
            }
        }
        return esteem + (ties / _mustered);
    }

    private Span<int> Counts(int organ) => _w.ClassCount.AsSpan(organ * Classes, Classes);

    private void Follow(int person, int head)
    {
        _w.Version++;
        _w.Standing[person] = Standing.Member;
        _w.Drawn[person] = true;
        _w.Loyalty.AsSpan(person * _w.Heads, _w.Heads).Clear();
        _w.LoyaltySince.AsSpan(person * _w.Heads, _w.Heads).Fill(_w.Tick);
        _w.TiedTo[person] = head >= 0 ? 1u << head : 0;
        if (head >= 0)
            _w.Loyalty[(person * _w.Heads) + head] = FreeFollowing;
        _w.PatronAt[person] = -1;
    }

    // Persons who elect vote as classes: those of one patron together, with their mean ties and positions.
    private void Sort(int organ)
    {
        if (C.Organs[organ].Counted)
            return;
        var at = C.ClassOffset[organ];
        var counts = Counts(organ);
        counts.Clear();
        for (var k = 0; k < Classes; k++)
        {
            Follow(at + k, -1);
            _w.Traits.AsSpan((at + k) * TraitTable.Count, TraitTable.Count).Clear();
        }
        if (_w.Rolls.Is(organ))
        {
            Enrol(organ, counts);
            return;
        }
        foreach (var voter in _w.Voters.Gather(organ))
        {
            var h = _w.PatronOf(voter.Index);
            var k = Free + (h < 0 ? _w.Heads : h);
            counts[k]++;
            var row = _w.Loyalty.AsSpan((at + k) * _w.Heads, _w.Heads);
            for (var tied = _w.TiedTo[voter.Index]; tied != 0; tied &= tied - 1)
            {
                var j = System.Numerics.BitOperations.TrailingZeroCount(tied);
                if (_w.LoyaltyTo(voter.Index, j) is > 0 and var tie)
                    (row[j], _w.TiedTo[at + k]) = (row[j] + tie, _w.TiedTo[at + k] | (1u << j));
            }
            for (var i = 0; i < _w.Policy.Length; i++)
                _w.Traits[((at + k) * TraitTable.Count) + (int)Trait.Issue1 + i] += _w.TraitOf(voter.Index, Trait.Issue1 + i);
        }
        for (var k = 0; k < counts.Length; k++)
        {
            if (counts[k] == 0)
                continue;
            var row = _w.Loyalty.AsSpan((at + k) * _w.Heads, _w.Heads);
            for (var j = 0; j < _w.Heads; j++)
                row[j] /= counts[k];
            for (var i = 0; i < _w.Policy.Length; i++)
                _w.Traits[((at + k) * TraitTable.Count) + (int)Trait.Issue1 + i] /= counts[k];
        }
        _sortedIn[organ] = _w.Turn;
    }

    private void Enrol(int organ, Span<int> counts)
    {
        var at = C.ClassOffset[organ];
        for (var h = 0; h < _w.Heads; h++)
            Follow(at + Free + h, h);
        _w.Rolls.Gather(organ, counts[Free..]);
        _sortedIn[organ] = _w.Turn;
        _w.Seating++;
    }

    private void TellDelegates(OrganId body, ReadOnlySpan<int> counts)
    {
        var turn = new Turn(_w.Turn);
        _w.Editor.Tell(new TraceEntry(turn, TraceKind.Met, PersonId.None, PersonId.None, body, default, _w.Size[body.Index]));
        for (var h = 0; h < Free; h++)
        {
            var (led, free) = (counts[h], counts[Free + h]);
            if (led + free == 0)
                continue;
            var head = h < _w.Heads ? C.Heads[h] : PersonId.None;
            _w.Editor.Tell(new TraceEntry(turn, TraceKind.Sent, head, PersonId.None, body, default, led + free, 0, led, free));
        }
    }
}
