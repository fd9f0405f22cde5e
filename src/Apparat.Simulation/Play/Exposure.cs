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
    private readonly bool[] _votes;
    private Menu[]? _menus;

    public Exposure(World world)
    {
        _w = world;
        _removes = [.. world.C.Rules.Select(r => r.Rule is Power && r.Rule.Influences.Any(i => i.Hold is Hold.Remove or Hold.Expel))];
        _firstUse = new int[world.C.Provisions.Length];
        _dependenceUsed = new bool[world.C.Organs.Length];
        _known = new double[world.C.Heads.Length];
        _quarter = new int[world.C.Heads.Length];
        _votes = new bool[world.C.Organs.Length];
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
        _w.DependenceUsed.CopyTo(_dependenceUsed, 0);
        Look(asked);
        _firstUse.CopyTo(_w.FirstUse, 0);
        _dependenceUsed.CopyTo(_w.DependenceUsed, 0);
        // What was worked out while looking must be worked out again where it counts, which is nowhere before the next turn if this one is over.
        if (!_w.TurnIsOver)
            _w.Seating++;
        return _known[head];
    }

    // Body by body, so that what is read of its voters is read once for all who might move something there.
    private void Look(uint asked)
    {
        _menus ??= [.. Enumerable.Range(0, _w.C.Contenders).Select(_ => new Menu(_w))];
        Array.Clear(_votes);
        for (var k = 0; k < _menus.Length; k++)
            Draw(_menus[k], _w.C.Heads[k]);
        for (var body = 0; body < _votes.Length; body++)
        {
            if (!_votes[body])
                continue;
            foreach (var menu in _menus)
                menu.RaiseRemovals(body, asked, _known);
        }
    }

    private void Draw(Menu menu, PersonId rival)
    {
        menu.Open(rival);
        if (!_w.IsActive(rival.Index))
            return;
        foreach (var r in _w.Rulebook.Powers)
        {
            var rule = _w.C.Rules[r];
            var body = rule.Power!.Holder.Index;
            if (_removes[r] && _w.ShareNow[rule.Provision] > 0 && !_w.C.Organs[body].IsOffice && _w.Sits(rival.Index, body))
                menu.Ask(rule.Power!, rule.Clause, rule.Number);
        }
        menu.MarkBodies(_votes);
    }
}
