using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Who leaves a seat, by nature or by the hand of a head: one exponential threshold a tenure, met by its accumulated hazard.</summary>
internal sealed class Turnover : Phase
{
    public override string Name => "dismissals and natural turnover";

    public override void Run(World w)
    {
        var c = w.C;
        for (var i = 0; i < w.Rulebook.Powers.Length; i++)
            w.HeadRoutine.Play(c.Rules[w.Rulebook.Powers[i]]);
        w.Membership.Note();
        foreach (var organ in c.ElectionOrder)
        {
            var slot = c.TurnoverSlot[organ];
            var natural = slot < 0 ? 0 : w.ValuesNow[slot];
            if (natural > 0 || w.Worn[organ])
                Wear(w, organ, natural);
        }
    }

    // Seats nobody holds, and those of heads, have no limit and are never reached.
    private static void Wear(World w, int organ, double natural)
    {
        var (at, seats) = (w.C.SeatOffset[organ], w.SeatsIn(organ));
        var hazard = w.Hazard.AsSpan(at, seats);
        var limit = w.Limit.AsSpan(at, seats);
        Lanes.Add(hazard, natural);
        for (var k = 0; k < seats; k++)
        {
            if (hazard[k] < limit[k] || hazard[k] <= 0)
                continue;
            if (limit[k] == World.LimitNotDrawn)
                limit[k] = w.NewLimit(at + k, w.Holder[at + k]);
            if (hazard[k] >= limit[k])
                w.Editor.Vacate(new Seat(new OrganId(organ), k));
        }
    }
}
