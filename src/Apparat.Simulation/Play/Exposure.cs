using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>
/// How exposed heads are: the best motion any rival could move to take a seat from them, weighed and not put. It is looked at once a
/// quarter, as measures are, and looking leaves no mark.
/// </summary>
internal sealed class Exposure
{
    private const int EveryTurns = 3;
    private readonly World _w;
    private readonly bool[] _removes;
    private readonly int[] _firstUse;
    private readonly bool[] _dependenceUsed;
    private readonly double[] _known;
    private readonly int[] _quarter;
    private Menu? _menu;

    public Exposure(World world)
    {
        _w = world;
        _removes = [.. world.C.Rules.Select(r => r.Rule is Power && r.Rule.Influences.Any(i => i.Hold is Hold.Remove or Hold.Expel))];
        _firstUse = new int[world.C.Provisions.Length];
        _dependenceUsed = new bool[world.C.Organs.Length];
        _known = new double[world.C.Heads.Length];
        _quarter = new int[world.C.Heads.Length];
    }

    public void Reset() => Array.Fill(_quarter, -1);

    /// <summary>P(carried) of the best motion to remove a head that another active contender could move; 0 if there is none.</summary>
    public double Of(int head)
    {
        if (_quarter[head] == _w.Turn / EveryTurns)
            return _known[head];
        _quarter[head] = _w.Turn / EveryTurns;
        _w.FirstUse.CopyTo(_firstUse, 0);
        _w.DependenceUsed.CopyTo(_dependenceUsed, 0);
        _menu ??= new Menu(_w);
        var best = 0.0;
        for (var k = 0; k < _w.C.Contenders; k++)
        {
            var rival = _w.C.Heads[k];
            if (k == head || !_w.IsActive(rival.Index))
                continue;
            _menu.Open(rival);
            foreach (var r in _w.Rulebook.Powers)
            {
                var rule = _w.C.Rules[r];
                var body = rule.Power!.Holder.Index;
                if (_removes[r] && _w.ShareNow[rule.Provision] > 0 && !_w.C.Organs[body].IsOffice && _w.Sits(rival.Index, body))
                    _menu.Ask(rule.Power!, rule.Clause, rule.Number);
            }
            best = Math.Max(best, _menu.Likeliest(_w.C.Heads[head]));
        }
        _firstUse.CopyTo(_w.FirstUse, 0);
        _dependenceUsed.CopyTo(_w.DependenceUsed, 0);
        // What was worked out while looking must be worked out again where it counts, which is nowhere before the next turn if this one is over.
        if (!_w.TurnIsOver)
            _w.Seating++;
        return _known[head] = best;
    }
}
