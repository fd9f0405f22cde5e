using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Meetings that the statute's rhythm makes due and that whoever convenes them puts off.</summary>
internal sealed class Convocation(World w)
{
    private static readonly Purpose Delay = Purpose.Of("put off");
    private readonly int[] _waited = new int[w.C.Organs.Length];
    private readonly int[] _due = new int[w.C.Organs.Length];
    private readonly int[] _met = new int[w.C.Organs.Length];
    private readonly bool[] _off = new bool[w.C.Organs.Length];

    /// <summary>True if a meeting of the organ that would be held this turn is not held.</summary>
    public bool IsPutOff(int organ) => _off[organ];

    /// <summary>The turn of the last meeting that was due and held, the first turn if there was none.</summary>
    public int LastMet(int organ) => _met[organ];

    public void Reset()
    {
        Array.Clear(_met);
        Array.Clear(_waited);
        Array.Clear(_off);
    }

    /// <summary>Decides which due meetings are held this turn; those put off stay due until they are.</summary>
    public void Decide()
    {
        Array.Clear(_off);
        foreach (var organ in w.C.ElectionOrder)
        {
            // What the record dates is held on its day.
            if (!w.C.Organs[organ].Meets.Dates.IsEmpty || !(w.C.Meets[organ][w.Turn] || _waited[organ] > 0))
                continue;
            if (_waited[organ] == 0)
                _due[organ] = w.Turn;
            if (PutOff(organ))
            {
                _off[organ] = true;
                _waited[organ]++;
                w.Editor.Note(Noted.PutOff, w.C.Organs[organ].Key, (ulong)_waited[organ]);
                w.Editor.Tell(
                    new TraceEntry(
                        new Turn(w.Turn),
                        TraceKind.PutOff,
                        PersonId.None,
                        PersonId.None,
                        new OrganId(organ),
                        default,
                        _waited[organ]
                    )
                );
                continue;
            }
            _met[organ] = w.Turn;
            if (_waited[organ] == 0)
                continue;
            _waited[organ] = 0;
            Call(organ);
        }
    }

    private bool PutOff(int organ)
    {
        var o = w.C.Organs[organ];
        foreach (var r in w.Rulebook.Powers)
        {
            var rule = w.C.Rules[r];
            var p = rule.Power!.PutsOff(w.Scene, o.Id, w.C.MonthsGone[w.Turn] - w.C.MonthsGone[_due[organ]]);
            // A readiness to wait a month is one to wait each part of it: its power.
            if (p is > 0 and < 1 && w.C.Months[w.Turn] is not 1 and var months)
                p = StableMath.Pow(p, months);
            if (p > 0 && w.Decides(rule.Provision, Key.Mix(rule.Key, o.Key)) && w.Chance.Happens(p, Delay, o.Key, w.Moment))
                return true;
        }
        return false;
    }

    /// <summary>Has an organ meet this turn. A body elected by a late meeting meets with it, as it does after one held in time.</summary>
    public void Call(int organ)
    {
        w.Editor.Call(new OrganId(organ), new Turn(w.Turn));
        foreach (var next in w.C.Organs)
        {
            if (next.Term.Until?.Index == organ && !next.IsOffice)
                w.Editor.Call(next.Id, new Turn(w.Turn));
        }
    }
}
