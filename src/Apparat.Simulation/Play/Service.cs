using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Who has served where and for how many terms, of the organs at which some limit looks back.</summary>
internal sealed class Service
{
    private const int Never = -1;
    private readonly World _w;
    private readonly int[] _row;
    private readonly int[] _inAll;
    private readonly int[] _inARow;
    private readonly int[] _left;

    // The turn in which the term under way began.
    private readonly int[] _begun;

    public Service(World world)
    {
        _w = world;
        var watched = C.LimitsOn.SelectMany(l => l).SelectMany(l => l.Limit.LooksBackAt).Distinct().ToList();
        _row = [.. C.Organs.Select(o => watched.IndexOf(o.Id))];
        _inAll = new int[watched.Count * C.Persons];
        _inARow = new int[_inAll.Length];
        _left = new int[_inAll.Length];
        _begun = new int[C.Organs.Length];
    }

    private CompiledScenario C => _w.C;

    public void Reset()
    {
        Array.Clear(_inAll);
        Array.Clear(_inARow);
        Array.Fill(_left, Never);
        Array.Clear(_begun);
    }

    /// <summary>Whether a person has ever held a seat of an organ; of one at which nothing looks back, whether he holds one now.</summary>
    public bool HasSat(int person, int organ) => _row[organ] < 0 ? _w.Sits(person, organ) : _inAll[At(person, organ)] > 0;

    /// <summary>Terms a person has begun in an organ, of a lifetime or since his last break.</summary>
    public int Terms(int person, int organ, bool inARow) =>
        _row[organ] < 0 ? (_w.Sits(person, organ) ? 1 : 0)
        : inARow ? _inARow[At(person, organ)]
        : _inAll[At(person, organ)];

    /// <summary>The turn in which a person last left an organ; null if he sits there or never did.</summary>
    public Turn? Left(int person, int organ) =>
        _row[organ] >= 0 && _left[At(person, organ)] is not Never and var turn ? new Turn(turn) : null;

    /// <summary>A person takes a seat: a term begins, and a new row of them after a break.</summary>
    public void Takes(int person, int organ)
    {
        if (_row[organ] < 0)
            return;
        var at = At(person, organ);
        if (_left[at] != Never && _w.Turn >= C.Scenario.Calendar.After(new Turn(_left[at]), 1).Index)
            _inARow[at] = 0;
        _left[at] = Never;
        Begin(at);
    }

    /// <summary>A person leaves a seat.</summary>
    public void Leaves(int person, int organ)
    {
        if (_row[organ] >= 0)
            _left[At(person, organ)] = _w.Turn;
    }

    /// <summary>When a term ends, whoever may not stand again leaves. Those who leave a body that fills its own seats still elect their successors.</summary>
    public void EndTerm(int organ, int electors)
    {
        if (_row[organ] < 0)
            return;
        _w.Electorates.Of(electors);
        ForgetShortTerms(organ);
        for (var k = 0; k < _w.SeatsIn(organ); k++)
        {
            if (_w.Holder[C.SeatOffset[organ] + k] is >= 0 and var person && !MayStay(person, organ))
                _w.Editor.Vacate(new Seat(new OrganId(organ), k));
        }
    }

    // Whoever came in the course of a term, and so late that it does not count as one of his.
    private void ForgetShortTerms(int organ)
    {
        var shortest = 0;
        foreach (var (limit, provision) in C.LimitsOn[organ])
        {
            if (limit.ShortestTerm(_w.Scene, new OrganId(organ)) is { } length && _w.Decides(provision, C.Organs[organ].Key))
                shortest = Math.Max(shortest, length.Days);
        }
        for (var k = 0; k < _w.SeatsIn(organ) && shortest > 0; k++)
        {
            var seat = C.SeatOffset[organ] + k;
            if (
                _w.Holder[seat] is not (>= 0 and var person)
                || _w.SeatSince[seat] <= _begun[organ]
                || C.Scenario.Calendar.FirstDayOf(new Turn(_w.SeatSince[seat])).AddDays(shortest) < _w.Today
            )
                continue;
            _inAll[At(person, organ)]--;
            _inARow[At(person, organ)]--;
        }
    }

    /// <summary>After a renewal, a new term begins for those who have kept their seats.</summary>
    public void BeginTerm(int organ)
    {
        if (_row[organ] < 0)
            return;
        _begun[organ] = _w.Turn;
        for (var k = 0; k < _w.SeatsIn(organ); k++)
        {
            var seat = C.SeatOffset[organ] + k;
            if (_w.Holder[seat] is >= 0 and var person && _w.SeatSince[seat] < _w.Turn)
                Begin(At(person, organ));
        }
    }

    private bool MayStay(int person, int organ)
    {
        foreach (var (limit, provision) in C.LimitsOn[organ])
        {
            if (
                !limit.Stays(_w.Scene, new PersonId(person), new OrganId(organ))
                && _w.Decides(provision, Key.Mix(C.PersonKey[person], C.Organs[organ].Key))
            )
                return false;
        }
        return true;
    }

    private void Begin(int at)
    {
        _inAll[at]++;
        _inARow[at]++;
    }

    private int At(int person, int organ) => (_row[organ] * C.Persons) + person;
}
