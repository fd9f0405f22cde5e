using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>While the record is replayed, named people sit where the record says; ties go on evolving by the model.</summary>
internal sealed class RecordedSeats : Phase
{
    public override string Name => "recorded seats (replay only)";

    public override void Run(World w)
    {
        if (w.Turn > w.C.ReplayUntil)
            return;
        var calendar = w.C.Scenario.Calendar;
        var day = w.Turn == w.C.ReplayUntil ? w.C.Scenario.ReplayUntil!.Value : calendar.FirstDayOf(new Turn(w.Turn + 1)).AddDays(-1);
        foreach (var organ in w.C.Record.Covers)
        {
            for (var k = 0; k < w.C.SeatsOf(organ); k++)
            {
                var person = w.Holder[w.C.SeatOffset[organ] + k];
                if (person >= 0 && person < w.C.People && !Sat(w, person, organ, day))
                    w.Editor.Vacate(new Seat(new OrganId(organ), k));
            }
        }
        foreach (var (person, organ, from, until) in w.C.Record.Tenures)
        {
            if (from > day || until <= day || w.Sits(person, organ) || w.Standing[person] == Standing.Dead)
                continue;
            var seat = w.Editor.EmptySeat(organ) is >= 0 and var empty ? empty : Unnamed(w, organ);
            if (seat < 0)
                continue;
            w.Editor.Place(new PersonId(person), w.Editor.AsSeat(seat));
            w.Renewals.CreditListed(person, organ);
        }
    }

    private static bool Sat(World w, int person, int organ, DateOnly day)
    {
        foreach (var t in w.C.Record.Tenures)
        {
            if (t.Person == person && t.Organ == organ && t.From <= day && t.Until > day)
                return true;
        }
        return false;
    }

    private static int Unnamed(World w, int organ)
    {
        for (var k = 0; k < Math.Min(w.Size[organ], w.C.SeatsOf(organ)); k++)
        {
            if (w.Holder[w.C.SeatOffset[organ] + k] >= w.C.People)
                return w.C.SeatOffset[organ] + k;
        }
        return -1;
    }
}
