using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>
/// How exposed heads are: the best motion any rival could move to take a seat from them, weighed and not put. It is looked at once a
/// quarter, as measures are, and looking leaves no mark.
/// </summary>
/// <remarks>
/// Only the best counts: motions that need the fewest votes are weighed first, and of the others only so much is worked out as shows that
/// they are not better.
/// </remarks>
internal sealed class Exposure
{
    private const int EveryTurns = 3;
    private readonly World _w;
    private readonly bool[] _removes;
    private readonly int[] _firstUse;
    private readonly double[] _known;
    private readonly int[] _quarter;
    private readonly (Move Move, Power Power)[] _motions;
    private int _count;
    private Menu? _menu;

    public Exposure(World world)
    {
        _w = world;
        _removes = [.. world.C.Rules.Select(r => r.Rule is Power && r.Rule.Influences.Any(i => i.Hold is Hold.Remove or Hold.Expel))];
        _firstUse = new int[world.C.Provisions.Length];
        _known = new double[world.C.Heads.Length];
        _quarter = new int[world.C.Heads.Length];
        _motions = new (Move, Power)[world.C.Contenders * Menu.Most];
    }

    public void Reset() => Array.Fill(_quarter, -1);

    /// <summary>P(carried) of the best motion to remove a head that another active contender could move; 0 if there is none.</summary>
    /// <remarks>Once a turn is over nothing changes any more, so that all heads are looked at together.</remarks>
    public double Of(int head)
    {
        var quarter = _w.Turn / EveryTurns;
        if (_quarter[head] == quarter)
            return _known[head];
        var asked = 0u;
        for (var h = 0; h < _known.Length; h++)
        {
            if (_quarter[h] == quarter || (h != head && !_w.TurnIsOver))
                continue;
            asked |= 1u << h;
            (_quarter[h], _known[h]) = (quarter, 0);
        }
        _w.FirstUse.CopyTo(_firstUse, 0);
        _w.Reach.LooksOnly = true;
        Look(asked);
        _w.Reach.LooksOnly = false;
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
            var needed = 0;
            while (Next(body, needed) is < int.MaxValue and var next)
            {
                needed = next;
                for (var i = 0; i < _count; i++)
                {
                    ref readonly var move = ref _motions[i].Move;
                    if (move.By.Body.Index == body && _w.Voters.Needed(move.By) == needed)
                    {
                        ref var known = ref _known[_w.HeadOf(move.Target)];
                        known = Math.Max(known, _w.Floor.WeighAbove(known, move, _motions[i].Power));
                    }
                }
            }
        }
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

    // The fewest votes above so many that a motion in a body needs.
    private int Next(int body, int above)
    {
        var next = int.MaxValue;
        for (var i = 0; i < _count; i++)
        {
            ref readonly var move = ref _motions[i].Move;
            if (move.By.Body.Index != body)
                continue;
            _w.Voters.Gather(body);
            if (_w.Voters.Needed(move.By) is var needed && needed > above && needed < next)
                next = needed;
        }
        return next;
    }
}
