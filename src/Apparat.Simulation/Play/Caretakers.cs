using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>
/// Seats that were filled until some organ meets again: whoever holds one then leaves it, and the election finds it open, unless that organ may
/// keep him and does.
/// </summary>
internal sealed class Caretakers(World w)
{
    private const int None = -1;
    private readonly (int Person, int Until)[] _seats = [.. Enumerable.Repeat((None, None), w.C.Seats)];
    private readonly Decision?[] _keeping = new Decision?[w.C.Seats];
    private bool _any;

    private CompiledScenario C => w.C;

    public void Reset()
    {
        if (_any)
            Array.Fill(_seats, (None, None));
        _any = false;
    }

    /// <summary>Seats of an organ have been filled by a rule: its tails may say until when.</summary>
    public void Filled(int organ, CompiledRule rule)
    {
        foreach (var tail in rule.Rule.Tails)
        {
            if (tail.Ends is not { } until || !w.Decides(tail, C.Organs[organ].Key))
                continue;
            for (var k = 0; k < w.SeatsIn(organ); k++)
            {
                var seat = C.SeatOffset[organ] + k;
                if (w.Holder[seat] is >= 0 and var person && w.SeatSince[seat] == w.Turn)
                    (_seats[seat], _keeping[seat], _any) = ((person, until.Index), tail.Keeping, true);
            }
        }
    }

    /// <summary>Those whose time is up this turn leave.</summary>
    public void Leave()
    {
        for (var seat = 0; _any && seat < _seats.Length; seat++)
        {
            var (person, until) = _seats[seat];
            if (until == None || w.Holder[seat] != person || w.SeatSince[seat] == w.Turn)
                continue;
            if (!w.Scene.Meets(new OrganId(until)))
                continue;
            _seats[seat] = (None, None);
            if (_keeping[seat] is not { } by || !w.BallotBox.Agrees(by, w.Editor.AsSeat(seat), new PersonId(person), rule: null))
                w.Editor.Vacate(w.Editor.AsSeat(seat));
        }
    }
}
