using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>What is dated happens, by date.</summary>
internal sealed class DatedEvents : Phase
{
    public override string Name => "dated events";

    public override void Run(World w)
    {
        foreach (var (turn, happening, key) in w.C.Events)
        {
            if (turn != w.Turn)
                continue;
            w.Editor.Note(Noted.Happened, key, 0);
            if (w.Trace is not null)
                w.Editor.Tell(
                    new TraceEntry(
                        new Turn(turn),
                        TraceKind.Happened,
                        PersonId.None,
                        PersonId.None,
                        default,
                        default,
                        NumberOf(w, happening)
                    )
                );
            happening.Happening.Happen(w.Scene, w.Editor);
        }
        Terms.MarkDue(w);
    }

    private static int NumberOf(World w, HistoricalEvent happening)
    {
        var events = w.C.Scenario.Events;
        var i = 0;
        while (!ReferenceEquals(events[i], happening))
            i++;
        return i;
    }
}

/// <summary>Whose term has ended.</summary>
internal static class Terms
{
    /// <summary>Marks terms of a fixed number of months that end this turn; others end with the renewal of another organ.</summary>
    public static void MarkDue(World w)
    {
        foreach (var organ in w.C.Organs)
        {
            if (organ.Term.Months is not null && w.C.TermEnds[organ.Id.Index][w.Turn])
                w.TermEnded[organ.Id.Index] = true;
        }
    }
}
