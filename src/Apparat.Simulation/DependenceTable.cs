using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>
/// Organ by head: the share of the powers over an organ's seats that lies with each head, one minus the product over holds of
/// (1 - share times voice). Filled anew only when holders or rules change.
/// </summary>
internal sealed class DependenceTable(World w)
{
    private static readonly Hold[] Counted = [Hold.Fill, Hold.List, Hold.Remove, Hold.Expel];
    private readonly double[] _shares = new double[w.C.Organs.Length * w.Heads];
    private readonly double[] _strongest = new double[w.C.Organs.Length * w.Heads];
    private readonly double[] _alone = new double[w.C.Organs.Length * w.Heads];
    private readonly uint[] _reached = new uint[w.C.Organs.Length];
    private readonly bool[] _used = new bool[w.C.Organs.Length];

    /// <summary>Holders or rules have changed since it was filled.</summary>
    public bool IsStale { get; set; }

    /// <summary>The share of the powers over an organ that lies with each head.</summary>
    public ReadOnlySpan<double> Of(int organ) => _shares.AsSpan(organ * w.Heads, w.Heads);

    /// <summary>The same as it weighs on somebody who holds a seat of the organ and no other.</summary>
    public ReadOnlySpan<double> Alone(int organ) => _alone.AsSpan(organ * w.Heads, w.Heads);

    /// <summary>A bit a head with any power over an organ's seats.</summary>
    public uint Reaching(int organ) => _reached[organ];

    /// <summary>Whether the provisions behind those powers are marked as used.</summary>
    public bool IsMarked(int organ) => _used[organ];

    public void Reset()
    {
        Array.Clear(_used);
        IsStale = true;
    }

    public void Fill()
    {
        var c = w.C;
        var joint = w.Scene[c.Scenario.Constants.JointReach];
        Array.Fill(_shares, 1.0);
        Array.Clear(_strongest);
        Array.Clear(_reached);
        foreach (var influence in c.Influences)
        {
            if (influence.Hold is not (Hold.Fill or Hold.List or Hold.Remove or Hold.Expel) || !w.Rulebook.IsInForce(influence.Rule))
                continue;
            var share = w.ShareNow[influence.Provision];
            if (share == 0)
                continue;
            for (var h = 0; h < w.Heads; h++)
            {
                var voice = Voice(w, influence.From, c.Heads[h].Index);
                if (voice <= 0)
                    continue;
                var at = (influence.To * w.Heads) + h;
                _shares[at] *= 1 - (share * voice);
                _strongest[at] = Math.Max(_strongest[at], share * voice);
            }
        }
        for (var organ = 0; organ < _reached.Length; organ++)
        {
            var rank = c.Rank[organ];
            for (var head = 0; head < w.Heads; head++)
            {
                ref var share = ref _shares[(organ * w.Heads) + head];
                var strongest = _strongest[(organ * w.Heads) + head];
                share = 1 - share;
                if (joint < 1)
                    share = strongest + (joint * (share - strongest));
                if (share != 0)
                    _reached[organ] |= 1u << head;
                _alone[(organ * w.Heads) + head] = rank == 0 ? 0 : Math.Min(1, rank * share / rank);
            }
        }
        IsStale = false;
    }

    /// <summary>Marks the provisions through which heads have power over an organ, once that power enters a probability.</summary>
    public void MarkUsed(int organ)
    {
        if (_used[organ])
            return;
        _used[organ] = true;
        foreach (var hold in Counted)
        {
            foreach (var influence in w.C.Holds(hold, organ))
            {
                if (w.ShareNow[influence.Provision] > 0)
                    w.Use(influence.Provision);
            }
        }
    }

    /// <summary>1 for an office or the head of a body that has one; else the absolute Banzhaf power of one member among equals.</summary>
    public static double Voice(World w, int from, int person)
    {
        if (!w.IsActive(person))
            return 0;
        var actor = w.ActorOf(from);
        if (w.C.Organs[from].IsOffice || w.C.HeadOffice[from] >= 0)
            return actor == person ? 1 : 0;
        if (w.C.Organs[from].Counted || !w.Sits(person, from))
            return 0;
        return w.C.Banzhaf(w.SizeOf(from));
    }
}
