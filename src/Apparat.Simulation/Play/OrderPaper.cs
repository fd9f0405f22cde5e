using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Motions of which notice was given, or for which enough members have signed: each waits for its meeting, and lapses if it has no object then.</summary>
internal sealed class OrderPaper(World w)
{
    private const int Most = 64;
    private readonly Item[] _items = new Item[Most];
    private Menu? _menu;
    private int _count;

    public void Reset() => _count = 0;

    /// <summary>How many days' notice a motion of a power must be given; 0 if none, or if the tail that asks for it does not decide this time.</summary>
    public int NoticeOf(Power? power, ulong use)
    {
        foreach (var tail in power?.Tails ?? [])
        {
            if (tail.NoticeDays is { } days && w.Decides(tail, use))
                return days;
        }
        return 0;
    }

    /// <summary>Puts a motion down for the first meeting of its body after some days; if need be a meeting is called for it.</summary>
    public void PutDown(in Move move, Power power, int days, bool called)
    {
        if (_count == Most)
            return;
        var earliest = w.C.Scenario.Calendar.AfterDays(new Turn(w.Turn), days).Index;
        _items[_count++] = new Item(move, power, w.Floor.ContentKey(move), earliest, called);
        w.Editor.Note(Noted.PutDown, w.Floor.ContentKey(move), (ulong)earliest);
    }

    /// <summary>Whether a motion is put down already.</summary>
    public bool Has(ulong content)
    {
        foreach (var item in _items.AsSpan(0, _count))
        {
            if (item.Content == content)
                return true;
        }
        return false;
    }

    /// <summary>Calls the meetings that are due for what is put down.</summary>
    public void CallMeetings()
    {
        foreach (var item in _items.AsSpan(0, _count))
        {
            if (item.Called && item.Earliest == w.Turn && !w.Scene.Meets(item.Move.By.Body))
                w.Convocation.Call(item.Move.By.Body.Index);
        }
    }

    /// <summary>Takes off the next motion whose meeting is held; false if there is none left this turn. Those without an object lapse.</summary>
    public bool Next(out Move move, out Power? power)
    {
        for (var i = 0; i < _count; i++)
        {
            var item = _items[i];
            var sponsor = item.Move.Sponsor;
            var gone = sponsor.IsNone || !w.IsActive(sponsor.Index);
            if (!gone && (item.Earliest > w.Turn || !w.Scene.Meets(item.Move.By.Body)))
                continue;
            _items[i--] = _items[--_count];
            if (!gone && HasObject(item, out move, out power))
                return true;
        }
        (move, power) = (default, null);
        return false;
    }

    // Its mover could move it today.
    private bool HasObject(in Item item, out Move move, out Power? power)
    {
        _menu ??= new Menu(w);
        _menu.Open(item.Move.Sponsor);
        _menu.Ask(item.Power, item.Move.Clause, item.Move.Rule);
        return _menu.Find(item.Content, out move, out power);
    }

    private readonly record struct Item(Move Move, Power Power, ulong Content, int Earliest, bool Called);
}
