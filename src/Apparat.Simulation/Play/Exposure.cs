using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>
/// How exposed heads are: the best motion any rival could move to take a seat from them, weighed and not put. It is looked at once a
/// quarter and on the last day, as measures are, and looking leaves no mark.
/// </summary>
/// <remarks>
/// Only the best counts: what was best when last looked at is weighed first, then what needs the fewest votes, and of each only so much is
/// worked out as shows that it is not better.
/// </remarks>
internal sealed class Exposure
{
    private const int EveryTurns = 3;
    private readonly World _w;
    private readonly bool[] _removes;
    private readonly int[] _firstUse;
    private readonly double[] _known;
    private readonly int[] _lookedAt;
    private readonly (Move Move, Power Power)[] _motions;

    // The best motion against each head when it was last looked at: most likely it still is.
    private readonly Move[] _best;
    private readonly int[] _places;
    private int _count;
    private Menu? _menu;

    public Exposure(World world)
    {
        _w = world;
        _removes = [.. world.C.Rules.Select(r => r.Rule is Power && r.Rule.Influences.Any(i => i.Hold is Hold.Remove or Hold.Expel))];
        _firstUse = new int[world.C.Provisions.Length];
        _known = new double[world.C.Heads.Length];
        _lookedAt = new int[world.C.Heads.Length];
        _motions = new (Move, Power)[world.C.Contenders * Menu.Most];
        _places = new int[_motions.Length];
        _best = new Move[world.C.Heads.Length];
    }

    public void Reset()
    {
        Array.Fill(_lookedAt, -1);
        Array.Clear(_best);
    }

    /// <summary>P(carried) of the best motion to remove a head that another active contender could move; 0 if there is none.</summary>
    /// <remarks>Once a turn is over nothing changes any more, so that all heads are looked at together.</remarks>
    public double Of(int head)
    {
        var look = _w.Turn == _w.C.Turns - 1 ? int.MaxValue : _w.Turn / EveryTurns;
        if (_lookedAt[head] == look)
            return _known[head];
        var asked = 0u;
        for (var h = 0; h < _known.Length; h++)
        {
            if (_lookedAt[h] == look || (h != head && !_w.TurnIsOver))
                continue;
            asked |= 1u << h;
            (_lookedAt[h], _known[h]) = (look, 0);
        }
        _w.FirstUse.CopyTo(_firstUse, 0);
        _w.Dependences.LooksOnly = true;
        Look(asked);
        _w.Dependences.LooksOnly = false;
        _firstUse.CopyTo(_w.FirstUse, 0);
        // What was worked out while looking must be worked out again where it counts, which is nowhere before the next turn if this one is over.
        if (!_w.TurnIsOver)
            _w.Seating++;
        return _known[head];
    }

    // Body by body, so that what is read of its voters is read once for all who might move something there.
    private void Look(uint asked)
    {
        _menu ??= new Menu(_w);
        _count = 0;
        foreach (var rival in _w.C.Heads.AsSpan(0, _w.C.Contenders))
            Draw(rival, asked);
        for (var body = 0; body < _w.C.Organs.Length; body++)
        {
            for (var place = PlaceThoseOf(body); place < int.MaxValue; place = Next(place))
            {
                for (var i = 0; i < _count; i++)
                {
                    if (_places[i] == place)
                        Weigh(_motions[i].Move, _motions[i].Power);
                }
            }
        }
    }

    private void Weigh(in Move move, Power power)
    {
        var head = _w.HeadOf(move.Target);
        var likely = _w.Floor.WeighAbove(_known[head], move, power);
        if (likely > _known[head])
            (_known[head], _best[head]) = (likely, move);
    }

    // The motions against those asked about, and against them alone, that a rival could move.
    private void Draw(PersonId rival, uint asked)
    {
        if (!_w.IsActive(rival.Index))
            return;
        _menu!.Open(rival);
        foreach (var r in _w.Rulebook.Powers)
        {
            var rule = _w.C.Rules[r];
            var body = rule.Power!.Holder.Index;
            if (_removes[r] && _w.ShareNow[rule.Provision] > 0 && !_w.C.Organs[body].IsOffice && _w.Sits(rival.Index, body))
                _menu.Ask(rule.Power!, rule.Clause, rule.Number);
        }
        for (var i = 0; i < _menu.Count; i++)
        {
            var (move, power) = _menu[i];
            var alone = move.Kind == MoveKind.Removal && move.Second.IsNone && move.Target != rival;
            if (alone && _w.HeadOf(move.Target) is >= 0 and var head && (asked >> head & 1) != 0)
                _motions[_count++] = (move, power);
        }
    }

    // Writes the order in which the motions in a body are weighed, and gives its first place.
    private int PlaceThoseOf(int body)
    {
        for (var i = 0; i < _count; i++)
        {
            ref readonly var move = ref _motions[i].Move;
            if (move.By.Body.Index == body)
                _w.Voters.Gather(body);
            _places[i] = move.By.Body.Index == body ? PlaceOf(move) : int.MaxValue;
        }
        return Next(-1);
    }

    private int Next(int after)
    {
        var next = int.MaxValue;
        foreach (var place in _places.AsSpan(0, _count))
            next = place > after && place < next ? place : next;
        return next;
    }

    // What was best comes first, then what needs the fewest votes.
    private int PlaceOf(in Move move)
    {
        ref readonly var best = ref _best[_w.HeadOf(move.Target)];
        var was = best.Sponsor == move.Sponsor && best.Object == move.Object && best.Clause == move.Clause && best.Rule == move.Rule;
        return was ? 0 : _w.Voters.Needed(move.By);
    }
}
