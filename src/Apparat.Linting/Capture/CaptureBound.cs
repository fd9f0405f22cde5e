namespace Apparat.Linting;

/// <summary>
/// How many more seats a captor needs at the very least, and where he must begin: disjunctive landmarks of the monotone closure, each seat's
/// price shared out among them (the LM-cut bound of Helmert and Domshlak 2009, for hurdles in place of facts).
/// </summary>
internal sealed class CaptureBound
{
    /// <summary>More than any charter costs: the target cannot be had.</summary>
    public const int Never = int.MaxValue / 4;

    private const double Nothing = 1e-9;

    private readonly CaptureGame _game;
    private readonly Hurdle[] _hurdles;
    private readonly int[] _target;
    private readonly int[][][] _keys;
    private readonly (int Class, double Weight)[][] _contributors;
    private readonly int[][] _helpers;
    private readonly double[] _price;
    private readonly double[] _cost;
    private readonly double[] _buy;
    private readonly double[] _missing;
    private readonly double[] _cut;
    private readonly double[] _grantCost;
    private readonly bool[] _met;
    private readonly bool[] _near;
    private readonly double[] _real;

    /// <summary>A bound for one game and target.</summary>
    public CaptureBound(CaptureGame game, IReadOnlyList<Hurdle> target)
    {
        _game = game;
        var index = new Dictionary<Hurdle, int>();
        var all = new List<Hurdle>();
        foreach (var h in target)
            Index(h);
        _target = [.. target.Select(Index).Distinct()];
        // Only what can help on the way to the target is looked at.
        // In a circle of delegations what a seat adds depends on the quota, so it is kept for each hurdle and not for each bloc.
        var contributing = new List<(int Class, double Weight)[]>();
        var helping = new Dictionary<int, int[]>();
        for (var j = 0; j < all.Count; j++)
        {
            var bloc = all[j].Bloc;
            (int Class, double Weight)[] adding = [.. Contributors(bloc, all[j].Quota)];
            contributing.Add(adding);
            helping.TryAdd(bloc, [.. Enumerable.Range(0, game.Grants.Length).Where(g => adding.Any(c => c.Class == game.Grants[g].Class))]);
            foreach (var g in helping[bloc])
            {
                foreach (var h in game.Grants[g].Keys.SelectMany(k => k))
                    Index(h);
            }
        }
        _hurdles = [.. all];
        _contributors = [.. contributing];
        _helpers = [.. all.Select(h => helping[h.Bloc])];
        _keys = [.. game.Grants.Select(g => g.Keys.Select(k => k.Where(index.ContainsKey).Select(h => index[h]).ToArray()).ToArray())];
        (_price, _real) = (new double[game.Classes.Length], new double[game.Classes.Length]);
        (_cost, _buy, _missing, _cut) = (
            new double[all.Count],
            new double[all.Count],
            new double[all.Count],
            new double[game.Classes.Length]
        );
        (_met, _near) = (new bool[all.Count], new bool[all.Count]);
        _grantCost = new double[game.Grants.Length];

        int Index(Hurdle hurdle)
        {
            if (!index.TryGetValue(hurdle, out var i))
            {
                index[hurdle] = i = all.Count;
                all.Add(hurdle);
            }
            return i;
        }
    }

    /// <summary>The hurdles that matter on the way to the target, the target's own first.</summary>
    public IReadOnlyList<Hurdle> Hurdles => _hurdles;

    /// <summary>
    /// The fewest seats still needed, never too high; <see cref="Never"/> if no number of seats is enough. <paramref name="first"/> receives
    /// hurdles of which every captor must meet one by the seats he starts with, given what he holds.
    /// </summary>
    public int Of(int[] held, bool[] made, List<int> first)
    {
        first.Clear();
        Prepare(held);
        var total = 0.0;
        for (var round = 0; ; round++)
        {
            Spread(held, made);
            var goal = _target.Where(j => !_met[j]).Select(j => _cost[j]).DefaultIfEmpty(0).Max();
            if (double.IsPositiveInfinity(goal))
                return Never;
            if (goal <= Nothing)
                return (int)Math.Ceiling(total - 1e-6);
            Near(made);
            if (round == 0)
                first.AddRange(Enumerable.Range(0, _near.Length).Where(j => _near[j] && !double.IsPositiveInfinity(_buy[j])));
            total += Pay(held);
        }
    }

    private void Prepare(int[] held)
    {
        for (var c = 0; c < _price.Length; c++)
        {
            _price[c] = _game.Classes[c].Obtainable ? 1 : double.PositiveInfinity;
            _real[c] = held[c];
        }
        // What delegations would bring if parts of seats counted.
        foreach (var d in _game.Delegations)
        {
            var part = (double)_game.Blocs[d.By].Classes.Sum(c => held[c]) * d.Seats / Math.Max(1, _game.Size(d.By));
            _real[d.Class] = Math.Min(_game.Classes[d.Class].Seats, _real[d.Class] + part - Math.Floor(part));
        }
        for (var j = 0; j < _hurdles.Length; j++)
        {
            var (whole, parts) = (0, 0.0);
            foreach (var c in _game.Blocs[_hurdles[j].Bloc].Classes)
            {
                whole += held[c];
                parts += _real[c];
            }
            _met[j] = whole >= _hurdles[j].Quota;
            // A hurdle that is not met needs one more seat of somebody at least.
            var least = _contributors[j].Length == 0 ? 1 : _contributors[j].Min(c => c.Weight);
            _missing[j] = Math.Max(_hurdles[j].Quota - parts, Math.Min(1, least));
        }
    }

    private void Spread(int[] held, bool[] made)
    {
        for (var j = 0; j < _hurdles.Length; j++)
            _cost[j] = _buy[j] = _met[j] ? 0 : Purchase(j, held, double.PositiveInfinity);
        for (var changed = true; changed; )
        {
            changed = false;
            for (var g = 0; g < _keys.Length; g++)
            {
                var most = 0.0;
                foreach (var key in _keys[g])
                    most = Math.Max(most, Least(key));
                _grantCost[g] = made[g] ? 0 : most;
            }
            for (var j = 0; j < _hurdles.Length; j++)
            {
                if (_met[j])
                    continue;
                foreach (var g in _helpers[j])
                {
                    if (!made[g] && _grantCost[g] < _cost[j])
                    {
                        _cost[j] = _grantCost[g];
                        changed = true;
                    }
                }
            }
        }
    }

    private double Least(int[] key)
    {
        var least = double.PositiveInfinity;
        foreach (var j in key)
            least = Math.Min(least, _cost[j]);
        return least;
    }

    // Hurdles from which grants alone lead to the dearest part of the target.
    private void Near(bool[] made)
    {
        Array.Clear(_near);
        var open = new Stack<int>();
        var dearest = -1;
        foreach (var j in _target)
        {
            if (!_met[j] && (dearest < 0 || _cost[j] > _cost[dearest]))
                dearest = j;
        }
        _near[dearest] = true;
        open.Push(dearest);
        while (open.TryPop(out var j))
        {
            foreach (var g in _helpers[j])
            {
                if (made[g])
                    continue;
                var key = _keys[g].MaxBy(Least)!;
                foreach (var k in key)
                {
                    if (!_met[k] && !_near[k])
                    {
                        _near[k] = true;
                        open.Push(k);
                    }
                }
            }
        }
    }

    // Takes the price of the cheapest of the near hurdles from the seats that could meet any of them.
    private double Pay(int[] held)
    {
        var least = double.PositiveInfinity;
        for (var j = 0; j < _near.Length; j++)
        {
            if (_near[j])
                least = Math.Min(least, _buy[j]);
        }
        Array.Clear(_cut);
        for (var j = 0; j < _near.Length; j++)
        {
            if (!_near[j] || double.IsPositiveInfinity(_buy[j]))
                continue;
            var rate = Rate(j, held, least);
            foreach (var (c, weight) in _contributors[j])
            {
                if (held[c] < _game.Classes[c].Seats)
                    _cut[c] = Math.Max(_cut[c], Math.Min(_price[c], rate * weight));
            }
        }
        for (var c = 0; c < _price.Length; c++)
            _price[c] = _price[c] - _cut[c] <= Nothing ? 0 : _price[c] - _cut[c];
        return least;
    }

    // The price for each unit of strength at which the hurdle costs so much.
    private double Rate(int j, int[] held, double least)
    {
        var live = _contributors[j].Where(c => held[c.Class] < _game.Classes[c.Class].Seats && _game.Classes[c.Class].Obtainable).ToArray();
        if (live.Length == 1)
            return least / _missing[j];
        var (low, high) = (0.0, live.Max(c => _price[c.Class] / c.Weight));
        for (var i = 0; i < 50 && Purchase(j, held, high) > least; i++)
        {
            var middle = 0.5 * (low + high);
            if (Purchase(j, held, middle) >= least)
                high = middle;
            else
                low = middle;
        }
        return high;
    }

    // Cheapest way to meet a hurdle by seats alone, parts of seats allowed; a seat costs its price, but no more than the rate for its weight.
    private double Purchase(int j, int[] held, double rate)
    {
        var need = _missing[j];
        var paid = 0.0;
        var reach = _contributors[j];
        Span<bool> used = stackalloc bool[reach.Length];
        while (need > 1e-12)
        {
            var best = -1;
            var bestPrice = double.PositiveInfinity;
            for (var i = 0; i < reach.Length; i++)
            {
                var (c, weight) = reach[i];
                var each = Math.Min(_price[c] / weight, rate);
                if (!used[i] && _game.Classes[c].Obtainable && held[c] < _game.Classes[c].Seats && each < bestPrice)
                    (best, bestPrice) = (i, each);
            }
            if (best < 0)
                return double.PositiveInfinity;
            used[best] = true;
            var taken = Math.Min(need, (_game.Classes[reach[best].Class].Seats - held[reach[best].Class]) * reach[best].Weight);
            paid += taken * bestPrice;
            need -= taken;
        }
        return paid;
    }

    // Classes whose seats add to a bloc, and how much each seat adds; in a circle of delegations one seat may be enough.
    private List<(int, double)> Contributors(int bloc, int quota)
    {
        var found = new SortedDictionary<int, double>();
        Visit(bloc, 1, []);
        return [.. found.Select(f => (f.Key, f.Value))];

        void Visit(int at, double weight, HashSet<int> above)
        {
            if (!above.Add(at))
            {
                foreach (var c in _game.Blocs[at].Classes)
                    found[c] = Math.Max(found.GetValueOrDefault(c), quota);
                return;
            }
            foreach (var c in _game.Blocs[at].Classes)
            {
                found[c] = found.GetValueOrDefault(c) + weight;
                foreach (var d in _game.Delegations.Where(d => d.Class == c))
                    Visit(d.By, weight * d.Seats / Math.Max(1, _game.Size(d.By)), above);
            }
            above.Remove(at);
        }
    }
}
