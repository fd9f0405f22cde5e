using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Who may take a seat, and who of them is considered for it: all of a small pool, some of a large one, picked by address.</summary>
internal sealed class Candidates(World w)
{
    /// <summary>The most that are considered for one seat.</summary>
    public const int Most = 8;

    private const int Tries = 40;
    private static readonly Purpose Pick = Purpose.Of("candidate");
    private static readonly Purpose LotDraw = Purpose.Of("lot");
    private static readonly Purpose First = Purpose.Of("first holder");
    private readonly PersonId[] _people = new PersonId[Most];
    private readonly ulong[] _keys = new ulong[Most];
    private readonly double[] _picks = new double[Most];
    private readonly PersonId[] _field = new PersonId[BallotPapers.MostCandidates];
    private int _count;
    private int _fieldCount;
    private int[]? _bound;

    private CompiledScenario C => w.C;

    /// <summary>Those found last.</summary>
    public ReadOnlySpan<PersonId> People => _people.AsSpan(0, _count);

    /// <summary>Their addresses.</summary>
    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, _count);

    /// <summary>Finds those who are considered for a seat that a rule fills; how many they are.</summary>
    public int Find(Seat seat, Rule? rule)
    {
        var organ = seat.Organ.Index;
        Bound(seat, rule);
        var table = TableSize(organ);
        _count = 0;
        if (table <= Most)
        {
            for (var s = 0; s < table; s++)
                Propose(AtTable(organ, s), organ);
            return _count;
        }
        var picks = _picks.AsSpan(0, Math.Clamp((int)w.Scene[C.Scenario.Constants.Candidates], 1, Most));
        w.Chance.Units(Pick, C.SeatKey[w.Editor.Flat(seat)], w.Moment, 0, picks);
        foreach (var pick in picks)
            Propose(AtTable(organ, (int)(pick * table)), organ);
        return _count;
    }

    /// <summary>Those who stand for several seats together: see <see cref="Enter(PersonId)"/>.</summary>
    public ReadOnlySpan<PersonId> Field => _field.AsSpan(0, _fieldCount);

    /// <summary>Empties the field of those who stand for several seats together.</summary>
    public void ClearField() => _fieldCount = 0;

    /// <summary>Has a person stand, if he does not yet and there is room.</summary>
    public void Enter(PersonId person)
    {
        if (_fieldCount < _field.Length && !Field.Contains(person))
            _field[_fieldCount++] = person;
    }

    /// <summary>Has those stand who are considered for a seat that a rule fills.</summary>
    public void Enter(Seat seat, Rule? rule)
    {
        Find(seat, rule);
        foreach (var person in People)
            Enter(person);
    }

    /// <summary>One of those who may take a seat, by lot; nobody if none is hit in many tries.</summary>
    public PersonId Lot(Seat seat, Rule? rule)
    {
        Bound(seat, rule);
        var organ = seat.Organ.Index;
        var table = TableSize(organ);
        var key = C.SeatKey[w.Editor.Flat(seat)];
        for (var j = 0; j < Tries; j++)
        {
            var person = AtTable(organ, w.Chance.Below(table, LotDraw, key, w.Moment, (ulong)j));
            if (person >= 0 && Eligible(person, organ))
                return new PersonId(person);
        }
        return PersonId.None;
    }

    /// <summary>A cadre by lot for a seat that the record gives to nobody named on the first day.</summary>
    public PersonId Unnamed(int seat)
    {
        for (var j = 0; j < Tries && C.Cadres > 0; j++)
        {
            var person = C.People + w.Chance.Below(C.Cadres, First, C.SeatKey[seat], 0, (ulong)j);
            if (Eligible(person, C.SeatOrgan[seat]))
                return new PersonId(person);
        }
        return PersonId.None;
    }

    public bool Eligible(int person, int organ)
    {
        if (!w.IsActive(person) || w.Sits(person, organ))
            return false;
        foreach (var (limit, provision) in C.LimitsOn[organ])
        {
            if (
                !limit.Allows(w.Scene, new PersonId(person), new OrganId(organ))
                && w.Decides(provision, Key.Mix(C.PersonKey[person], C.Organs[organ].Key))
            )
                return false;
        }
        return true;
    }

    private void Propose(int person, int organ)
    {
        for (var c = 0; c < _count; c++)
        {
            if (_people[c].Index == person)
                return;
        }
        if (person < 0 || !Eligible(person, organ))
            return;
        _keys[_count] = C.PersonKey[person];
        _people[_count++] = new PersonId(person);
    }

    // A tail may say from whom alone a seat is filled, as far as its share goes.
    private void Bound(Seat seat, Rule? rule)
    {
        _bound = null;
        foreach (var tail in rule?.Tails ?? [])
        {
            if (tail.OnlyFrom is { } from && w.Decides(tail, C.SeatKey[w.Editor.Flat(seat)]))
                _bound = C.MemberSeats[from.Index];
        }
    }

    private int TableSize(int organ) =>
        _bound is { } bound ? bound.Length : C.PoolSeats[organ].Length + (C.Organs[organ].Closed ? 0 : C.Cadres);

    // An empty slot is skipped, so that adding one person disturbs only the picks that hit him.
    private int AtTable(int organ, int slot)
    {
        var pool = _bound ?? C.PoolSeats[organ];
        return slot < pool.Length ? w.Holder[pool[slot]] : C.People + slot - pool.Length;
    }
}
