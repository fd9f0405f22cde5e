using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>
/// Who is there when a body meets, and whether they are enough. A meeting without a quorum decides nothing and is called again a month
/// later, once, with the quorum of an adjourned meeting where a clause gives it one.
/// </summary>
internal sealed class Attendance
{
    private static readonly Purpose TurnUp = Purpose.Of("turn up");
    private const int None = -1;
    private readonly World _w;
    private readonly (QuorumNorm Norm, CompiledRule Rule)[][] _quorums;
    private readonly (AbsenceNorm Norm, CompiledRule Rule)[][] _absences;
    private readonly bool _any;
    private readonly (int Person, int Meetings)[] _missed;
    private readonly bool[] _failed;
    private readonly int[] _adjournedTo;

    public Attendance(World world)
    {
        _w = world;
        _quorums = C.NormsBy<QuorumNorm>(n => n.Body);
        _absences = C.NormsBy<AbsenceNorm>(n => n.Body);
        var absences = Array.Exists(_absences, o => o.Length > 0);
        _any = absences || Array.Exists(_quorums, o => o.Length > 0);
        _missed = new (int, int)[absences ? C.Seats : 0];
        _failed = new bool[C.Organs.Length];
        _adjournedTo = new int[C.Organs.Length];
    }

    private CompiledScenario C => _w.C;

    /// <summary>True if a body meets this turn and may not act for want of a quorum.</summary>
    public bool Failed(int organ) => _failed[organ];

    /// <summary>Whether a person is there when an organ in which he sits meets this month.</summary>
    public bool IsThere(int person, int organ) =>
        C.TurnoutSlot[organ] is not (>= 0 and var slot)
        || _w.Chance.Unit(TurnUp, C.PersonKey[person], _w.Moment, C.Organs[organ].Key) < _w.Values[slot];

    public void Reset()
    {
        Array.Clear(_failed);
        Array.Fill(_adjournedTo, None);
        Array.Fill(_missed, (None, 0));
    }

    /// <summary>Decides which meetings of this turn have a quorum.</summary>
    public void Decide()
    {
        if (!_any)
            return;
        Array.Clear(_failed);
        foreach (var organ in C.ElectionOrder)
        {
            var adjourned = _adjournedTo[organ] == _w.Turn;
            if (adjourned)
                _w.Convocation.Call(organ);
            if (_absences[organ].Length > 0 && _w.Scene.Meets(new OrganId(organ)))
                CallTheRoll(organ);
            if (_quorums[organ].Length == 0 || C.Organs[organ].Counted || !_w.Scene.Meets(new OrganId(organ)))
                continue;
            if (!Needs(organ, adjourned, out var least, out var of) || Present(of) is var present && present >= least)
                continue;
            _failed[organ] = true;
            _adjournedTo[organ] = adjourned ? None : C.Scenario.Calendar.After(new Turn(_w.Turn), 1).Index;
            _w.Editor.Note(Noted.Inquorate, C.Organs[organ].Key, (ulong)present);
            _w.Editor.Tell(
                new TraceEntry(
                    new Turn(_w.Turn),
                    TraceKind.Inquorate,
                    PersonId.None,
                    PersonId.None,
                    new OrganId(organ),
                    default,
                    least,
                    0,
                    present
                )
            );
        }
    }

    // Whoever has stayed away too often in a row leaves; meetings that then had no quorum count.
    private void CallTheRoll(int organ)
    {
        for (var k = 0; k < _w.SeatsIn(organ); k++)
        {
            var seat = C.SeatOffset[organ] + k;
            if (_w.Holder[seat] is not (>= 0 and var person))
                continue;
            var before = _missed[seat].Person == person ? _missed[seat].Meetings : 0;
            _missed[seat] = (person, IsThere(person, organ) ? 0 : before + 1);
            foreach (var (norm, rule) in _absences[organ])
            {
                if (_missed[seat].Meetings < norm.Meetings || !_w.Decides(rule.Provision, C.SeatKey[seat]))
                    continue;
                _w.Editor.Vacate(new Seat(new OrganId(organ), k));
                break;
            }
        }
    }

    // A meeting called again has a quorum of its own if a clause gives it one; else the ordinary one holds.
    private bool Needs(int organ, bool adjourned, out int least, out int of)
    {
        for (var again = adjourned; ; again = false)
        {
            foreach (var (norm, rule) in _quorums[organ])
            {
                if (norm.Adjourned != again || !_w.Decides(rule.Provision, C.Organs[organ].Key))
                    continue;
                (least, of) = (norm.Least.In(SizeOf(norm.Of.Index)), norm.Of.Index);
                return true;
            }
            if (!again)
                break;
        }
        (least, of) = (0, organ);
        return false;
    }

    private int Present(int organ)
    {
        _w.Voters.Gather(organ);
        return _w.Voters.Present;
    }

    // Of all seats, empty ones included: a body that does not fill its seats comes nearer to being unable to act.
    private int SizeOf(int organ)
    {
        if (_w.Rolls.Is(organ))
            return _w.Rolls.Size(organ);
        var seats = _w.Size[organ];
        foreach (var part in C.Joins[organ])
            seats += _w.Size[part];
        return seats;
    }
}
