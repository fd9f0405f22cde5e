using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>Terms that have ended are followed by elections, along who elects whom; those whose electors do not meet wait.</summary>
internal sealed class Elections : Phase
{
    public override string Name => "elections";

    public override void Run(World w)
    {
        var c = w.C;
        if (w.Turn > c.ReplayUntil)
            w.Caretakers.Leave();
        foreach (var organ in c.ElectionOrder)
        {
            if (c.Organs[organ].Term.Until is { } until && w.Renewed[until.Index])
                w.TermEnded[organ] = true;
            // Where part of an organ retires at each meeting, that is when it is renewed.
            if (w.Rotation.MeetingOf(organ) is { } meeting)
                w.TermEnded[organ] = w.Scene.Meets(meeting);
            if (c.Organs[organ].Counted && !w.Renewed[organ] && w.Scene.Meets(new OrganId(organ)))
                w.TermEnded[organ] = true;
            // Members renew themselves by meeting: terms that last until they meet again end.
            w.Renewed[organ] |= w.Rolls.Is(organ) && w.Scene.Meets(new OrganId(organ));
            if (!w.TermEnded[organ] || w.Rulebook.Main(organ) is not { } rule)
                continue;
            var electors = rule.Selection!.Electors;
            if (electors is { } body && !c.Organs[organ].Counted && !w.Scene.Meets(body))
                continue;
            w.TermEnded[organ] = false;
            if (w.Turn > c.ReplayUntil || !c.Record.Covers.Contains(organ))
                w.Renewals.Renew(organ, rule);
            else
                RenewByRecord(w, organ, rule);
        }
    }

    private static void RenewByRecord(World w, int organ, CompiledRule rule)
    {
        w.BallotBox.FillEmpty(organ, rule);
        w.Renewed[organ] = true;
    }
}
