using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>How exposed heads are: the best motion any rival could move against them, weighed and not put. Looking leaves no mark.</summary>
internal sealed class Exposure(World w)
{
    private readonly int[] _firstUse = new int[w.C.Provisions.Length];
    private readonly bool[] _dependenceUsed = new bool[w.C.Organs.Length];
    private Menu? _menu;

    /// <summary>P(carried) of the best motion to remove a head that another active contender could now move; 0 if there is none.</summary>
    public double Of(PersonId head)
    {
        w.FirstUse.CopyTo(_firstUse, 0);
        w.DependenceUsed.CopyTo(_dependenceUsed, 0);
        _menu ??= new Menu(w);
        var best = 0.0;
        for (var k = 0; k < w.C.Contenders; k++)
        {
            var rival = w.C.Heads[k];
            if (rival == head || !w.IsActive(rival.Index))
                continue;
            _menu.Open(rival);
            foreach (var r in w.Rulebook.Powers)
            {
                var rule = w.C.Rules[r];
                var power = (Power)rule.Rule;
                if (w.ShareNow[rule.Provision] > 0 && !w.C.Organs[power.Holder.Index].IsOffice && w.Sits(rival.Index, power.Holder.Index))
                    _menu.Ask(power, rule.Clause, rule.Number);
            }
            best = Math.Max(best, _menu.Likeliest(head));
        }
        _firstUse.CopyTo(w.FirstUse, 0);
        _dependenceUsed.CopyTo(w.DependenceUsed, 0);
        // What was worked out while looking must be worked out again where it counts.
        w.Seating++;
        return best;
    }
}
