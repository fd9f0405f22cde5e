using Apparat.Model;

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
        foreach (var organ in c.ElectionOrder)
        {
            var slot = c.TurnoverSlot[organ];
            var natural = slot < 0 ? 0 : w.Values[slot];
            var offset = c.SeatOffset[organ];
            for (var k = 0; k < Math.Min(w.Size[organ], c.SeatsOf(organ)); k++)
            {
                var seat = offset + k;
                var person = w.Holder[seat];
                if (person < 0 || (person < c.People && c.HeadOf[person] >= 0))
                {
                    w.Hazard[seat] = 0;
                    continue;
                }
                w.Hazard[seat] += natural;
                if (w.Hazard[seat] <= 0)
                    continue;
                if (w.Limit[seat] < 0)
                    w.Limit[seat] = w.NewLimit(seat, person);
                if (w.Hazard[seat] >= w.Limit[seat])
                    w.Editor.Vacate(new Seat(new OrganId(organ), k));
            }
        }
    }
}
