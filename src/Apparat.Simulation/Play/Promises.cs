using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>
/// Votes bought with seats: whoever moves a motion promises seats in his gift that should fall vacant in time, to those nearest to saying yes,
/// until he is likely enough to win or has nothing left (theory 4.3). Promises are kept or broken, and remembered.
/// </summary>
internal sealed class Promises
{
    private const int Most = 64;
    private static readonly Purpose Keeping = Purpose.Of("promise kept");
    private readonly World _w;
    private readonly Promise[] _open = new Promise[Most];
    private readonly Motive? _terms;
    private int _count;
    private Bargain _bargain;

    public Promises(World world)
    {
        _w = world;
        _terms = Array.Find(world.C.Motives, m => m.Bargain(world.Scene) is not null);
    }

    public void Reset() => _count = 0;

    /// <summary>Buys votes for a motion that has just been weighed, and weighs it again; P(carried).</summary>
    public double Buy(in Move move, Power? power, double carried)
    {
        if (_terms?.Bargain(_w.Scene) is not { } bargain || move.Sponsor.IsNone || _w.C.Organs[move.By.Body.Index].Counted)
            return carried;
        _bargain = bargain;
        var bought = false;
        foreach (var influence in _w.C.Influences)
        {
            if (influence.Hold != Hold.Fill || _w.ActorOf(influence.From) != move.Sponsor.Index || _w.C.Organs[influence.To].Counted)
                continue;
            var seats = InGift(influence, move.Sponsor);
            for (; seats > 0 && carried < bargain.Until; seats--)
            {
                var voter = _w.Floor.NearestToYes(move, influence.To);
                if (voter < 0 || _count == Most)
                    break;
                bought = true;
                _w.Use(influence.Provision);
                _w.Voters.Rows.Promises[voter] = _w.C.Rank[influence.To];
                _open[_count++] = new Promise(_w.Voters[voter], move.Sponsor, influence.To, Within(bargain.Horizon));
                carried = _w.Floor.WeighAgain(move, power);
            }
        }
        if (bought)
            _w.Editor.Note(Noted.Promised, _w.C.PersonKey[move.Sponsor.Index], (ulong)_count);
        return carried;
    }

    /// <summary>Keeps promises for which a seat has fallen vacant, and lets those lapse whose time is over: broken, if the promiser could have kept them.</summary>
    public void Settle()
    {
        for (var i = 0; i < _count; i++)
        {
            var promise = _open[i];
            var (to, by) = (promise.To.Index, promise.By.Index);
            var open = _w.IsActive(to) && _w.IsActive(by) && !_w.Sits(to, promise.Organ);
            if (
                open
                && MayFill(promise)
                && _w.Editor.EmptySeat(promise.Organ) is >= 0 and var seat
                && _w.Candidates.Eligible(to, promise.Organ)
                && Keeps(promise, seat)
            )
            {
                _w.Editor.Hand = by;
                _w.Editor.Place(promise.To, _w.Editor.AsSeat(seat));
                _w.Editor.Hand = -1;
                _w.TieBook.After(new Deed(DeedKind.Placed, promise.To, promise.By, 1));
                open = false;
            }
            else if (open && _w.Turn >= promise.Until)
            {
                _w.TieBook.Resent(promise.To, promise.By, _bargain.Resentment);
                open = false;
            }
            if (!open)
                _open[i--] = _open[--_count];
        }
    }

    private int Within(double months) => _w.C.Scenario.Calendar.After(new Turn(_w.Turn), (int)months).Index;

    // Seats of an organ that should fall vacant within the horizon, less those already promised.
    private int InGift(in CompiledInfluence influence, PersonId by)
    {
        var slot = _w.C.TurnoverSlot[influence.To];
        var leaving = slot < 0 ? 0 : Math.Min(1, _w.Values[slot]);
        var gone = 1.0;
        for (var month = 0; month < (int)_bargain.Horizon; month++)
            gone *= 1 - leaving;
        var seats = (int)(_w.ShareNow[influence.Provision] * Math.Min(_w.Size[influence.To], _w.C.SeatsOf(influence.To)) * (1 - gone));
        for (var i = 0; i < _count; i++)
            seats -= _open[i].By == by && _open[i].Organ == influence.To ? 1 : 0;
        return seats;
    }

    private bool MayFill(in Promise promise)
    {
        foreach (var influence in _w.C.Holds(Hold.Fill, promise.Organ))
        {
            if (_w.ActorOf(influence.From) == promise.By.Index)
                return true;
        }
        return false;
    }

    private bool Keeps(in Promise promise, int seat) =>
        _w.Chance.Happens(_bargain.Honesty, Keeping, _w.C.PersonKey[promise.To.Index], _w.Moment, _w.C.SeatKey[seat]);

    private readonly record struct Promise(PersonId To, PersonId By, int Organ, int Until);
}
