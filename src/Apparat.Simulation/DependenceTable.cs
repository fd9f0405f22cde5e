using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>
/// Organ by head: the share of the powers over an organ's seats that lies with each head, one minus the product over holds of
/// (1 - share times voice). Filled anew only when holders or rules change.
/// </summary>
internal static class DependenceTable
{
    private static readonly Hold[] Counted = [Hold.Fill, Hold.List, Hold.Remove, Hold.Expel];

    public static void Fill(World w)
    {
        var c = w.C;
        var table = w.Dependence;
        var joint = w.Scene[c.Scenario.Constants.JointReach];
        // Until it is filled, the place of the table of single seats holds the strongest power alone.
        var strongest = w.OneSeat;
        Array.Fill(table, 1.0);
        Array.Clear(strongest);
        Array.Clear(w.Reached);
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
                table[at] *= 1 - (share * voice);
                strongest[at] = Math.Max(strongest[at], share * voice);
            }
        }
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = 1 - table[i];
            if (joint < 1)
                table[i] = strongest[i] + (joint * (table[i] - strongest[i]));
            var (organ, head) = Math.DivRem(i, Math.Max(1, w.Heads));
            if (table[i] != 0)
                w.Reached[organ] |= 1u << head;
            var rank = c.Rank[organ];
            w.OneSeat[i] = rank == 0 ? 0 : Math.Min(1, rank * table[i] / rank);
        }
        w.DependenceStale = false;
    }

    /// <summary>Marks the provisions through which heads have power over an organ, once that power enters a probability.</summary>
    public static void MarkUsed(World w, int organ)
    {
        w.DependenceUsed[organ] = true;
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
        var members = w.Size[from];
        foreach (var part in w.C.Joins[from])
            members += w.Size[part];
        return w.C.Banzhaf(members);
    }
}
