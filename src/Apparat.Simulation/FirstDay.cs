using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>How a run begins: qualities that are changed, who follows whom, and who sits where.</summary>
internal sealed class FirstDay
{
    private static readonly Purpose HolderLot = Purpose.Of("other holder");
    private static readonly Purpose QualityLot = Purpose.Of("other qualities");
    private static readonly Purpose TieDraw = Purpose.Of("first tie");
    private static readonly Purpose LeaningDraw = Purpose.Of("leaning");
    private static readonly Purpose HomeDraw = Purpose.Of("home branch");
    private static readonly Purpose FollowingDraw = Purpose.Of("first following");
    private readonly World _w;

    // Drawn for all at once; empty if nobody's first following is drawn.
    private readonly double[] _homes = [];
    private readonly double[] _lots = [];

    public FirstDay(World world)
    {
        _w = world;
        if (C.Scenario.Cast is not { Following: not null, Branches.Length: > 0 })
            return;
        _homes = new double[C.People + C.Cadres];
        _lots = new double[_homes.Length];
    }

    private CompiledScenario C => _w.C;

    /// <summary>Lays out the first day of a run whose state is empty.</summary>
    public void Prepare()
    {
        ChangeQualities();
        TieTheFirst();
        FollowTheFirst();
        SeatTheFirst();
        SeatTheUnnamed();
    }

    private void ChangeQualities()
    {
        foreach (var change in C.Scenario.Qualities)
        {
            var person = change.Person.Index;
            var others = C.Contenders - 1;
            if (others <= 0)
                continue;
            var lot = _w.Chance.Below(others, QualityLot, C.PersonKey[person], 0);
            for (var t = 0; t < TraitTable.Count; t++)
                _w.TraitRef(person, (Trait)t) = change.FromAnother ? OfAnother(person, lot, (Trait)t) : MedianOfContenders((Trait)t);
        }
    }

    // Others are counted in order of key, so that the order of the file does not matter.
    private double OfAnother(int person, int lot, Trait trait)
    {
        Span<int> order = stackalloc int[C.Contenders];
        for (var i = 0; i < order.Length; i++)
            order[i] = C.Heads[i].Index;
        order.Sort((a, b) => C.PersonKey[a].CompareTo(C.PersonKey[b]));
        var seen = 0;
        foreach (var other in order)
        {
            if (other != person && seen++ == lot)
                return _w.TraitOf(other, trait);
        }
        return _w.TraitOf(person, trait);
    }

    private double MedianOfContenders(Trait trait)
    {
        Span<double> values = stackalloc double[C.Contenders];
        for (var i = 0; i < values.Length; i++)
            values[i] = _w.TraitOf(C.Heads[i].Index, trait);
        values.Sort();
        var n = values.Length;
        return n % 2 == 1 ? values[n / 2] : 0.5 * (values[(n / 2) - 1] + values[n / 2]);
    }

    private void TieTheFirst()
    {
        foreach (var tie in C.Scenario.Cast.Ties)
        {
            var head = C.HeadOf[tie.To.Index];
            if (head < 0)
                continue;
            var key = Key.Mix(C.PersonKey[tie.From.Index], C.PersonKey[tie.To.Index]);
            _w.TiedTo[tie.From.Index] |= 1u << head;
            _w.Loyalty[(tie.From.Index * _w.Heads) + head] = Math.Clamp(tie.Strength.Quantile(_w.Chance.Open(TieDraw, key, 0)), 0, 1);
        }
        var branches = C.Scenario.Cast.Branches;
        Array.Clear(_w.Leaning);
        for (var b = 0; b < branches.Length; b++)
        {
            _w.BranchMembers[b] = branches[b].Members;
            foreach (var (person, share) in branches[b].Leanings)
            {
                var head = C.HeadOf[person.Index];
                if (head >= 0)
                    _w.Leaning[(b * _w.Heads) + head] = Math.Clamp(
                        share.Quantile(_w.Chance.Open(LeaningDraw, Key.Mix(branches[b].Key, C.PersonKey[person.Index]), 0)),
                        0,
                        1
                    );
            }
        }
    }

    // Whoever is no head follows at most one of them, drawn from the leanings of his branch; of a branch by lot if none is known.
    private void FollowTheFirst()
    {
        if (_lots.Length == 0 || C.Scenario.Cast.Following is not { } following)
            return;
        var branches = C.Scenario.Cast.Branches.Length;
        var keys = C.PersonKey.AsSpan(0, _lots.Length);
        _w.Chance.Units(HomeDraw, keys, 0, 0, _homes);
        _w.Chance.Units(FollowingDraw, keys, 0, 0, _lots);
        for (var person = 0; person < keys.Length; person++)
        {
            if (person < C.People && C.HeadOf[person] >= 0)
                continue;
            var branch =
                person < C.People && C.Scenario.Cast.People[person].Branch is { } home && home < branches
                    ? home
                    : (int)(_homes[person] * branches);
            var leaning = _w.Leaning.AsSpan(branch * _w.Heads, _w.Heads);
            var at = _lots[person];
            for (var h = 0; h < leaning.Length; h++)
            {
                at -= following.Evenly ? Sum(leaning) / _w.Heads : leaning[h];
                if (at >= 0)
                    continue;
                if ((_w.TiedTo[person] & (1u << h)) == 0)
                {
                    _w.TiedTo[person] |= 1u << h;
                    var lot = _w.Chance.Open(TieDraw, Key.Mix(keys[person], C.PersonKey[C.Heads[h].Index]), 0);
                    _w.Loyalty[(person * _w.Heads) + h] = Math.Clamp(following.Strength.Quantile(lot), 0, 1);
                }
                break;
            }
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    private void SeatTheFirst()
    {
        foreach (var p in C.PeopleByKey)
        {
            var person = C.Scenario.Cast.People[p];
            foreach (var organ in person.Holds)
                _w.Editor.SeatAtStart(person.Id.Index, organ.Index);
        }
        foreach (var change in C.Scenario.Holders)
        {
            var office = change.Office.Index;
            var body = C.Organs[office].OfficeOf?.Index ?? -1;
            var old = _w.Holder[C.SeatOffset[office]];
            var oldBodySeat = old < 0 || body < 0 ? -1 : _w.Editor.SeatOf(old, body);
            if (old >= 0)
                _w.Editor.Vacate(new Seat(change.Office, 0));
            if (change.OneOf.IsEmpty)
                continue;
            var lot = _w.Chance.Below(change.OneOf.Length, HolderLot, C.Organs[office].Key, 0);
            var next = change.OneOf.OrderBy(p => C.PersonKey[p.Index]).ElementAt(lot).Index;
            if (body >= 0 && !_w.Sits(next, body))
            {
                if (oldBodySeat >= 0)
                    _w.Editor.Vacate(_w.Editor.AsSeat(oldBodySeat));
                _w.Editor.SeatAtStart(next, body);
            }
            _w.Editor.SeatAtStart(next, office);
        }
    }

    // Seats the record gives to nobody named are held by cadres on the first day, chosen by lot and owing nobody.
    private void SeatTheUnnamed()
    {
        foreach (var organ in C.ElectionOrder)
        {
            if (C.Organs[organ] is { IsOffice: true } or { Closed: true } || C.SeatsOf(organ) == 0)
                continue;
            for (var k = 0; k < _w.Size[organ]; k++)
            {
                var seat = C.SeatOffset[organ] + k;
                if (_w.Holder[seat] < 0 && _w.Candidates.Unnamed(seat) is { IsNone: false } cadre)
                    _w.Editor.Place(cadre, _w.Editor.AsSeat(seat));
            }
        }
    }
}
