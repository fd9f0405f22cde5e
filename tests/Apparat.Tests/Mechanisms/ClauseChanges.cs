using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>A charter may be amended while it is played: a clause is struck on a day, or says something else from a day on.</summary>
public sealed class ClauseChanges
{
    private const int Change = 24;
    private static readonly OrganId Locals = new(0);
    private static readonly OrganId Committee = new(2);

    [Fact]
    public void A_clause_struck_by_an_event_is_struck_as_from_outside()
    {
        var inside = Histories.Tell(SmallParty.With(events: "2002-01-01: clause S5 is struck"), 3, 0);
        var outside = Histories.Tell(new Strike(["S5"], From: new DateOnly(2002, 1, 1)).Apply(SmallParty.With()), 3, 0);

        Assert.Equal(Deeds(outside), Deeds(inside));
        Assert.NotEqual(Deeds(Histories.Tell(SmallParty.With(), 3, 0)), Deeds(inside));
    }

    [Theory]
    [InlineData("clause S5 is struck")]
    [InlineData("clause S5 reads Editor appoints Locals")]
    [InlineData("clause S2 reads Congress elects Committee by plurality")]
    public void Before_its_day_a_change_changes_nothing(string change)
    {
        var changed = Histories.Tell(SmallParty.With(events: $"2002-01-01: {change}"), 3, 0);
        var never = Histories.Tell(SmallParty.With(), 3, 0);

        Assert.Equal(never.TurnFingerprints.Take(Change), changed.TurnFingerprints.Take(Change));
        Assert.NotEqual(never.TurnFingerprints[^1], changed.TurnFingerprints[^1]);
    }

    [Fact]
    public void From_its_day_the_new_words_decide()
    {
        var told = Histories.Tell(SmallParty.With(events: "2002-01-01: clause S5 reads Editor appoints Locals"), 3, 0);
        var editor = told.FirstSeats.Single(s => s.Organ == new OrganId(5)).Person;
        var secretary = told.FirstSeats.Single(s => s.Organ == new OrganId(4)).Person;
        var placed = told.Entries.Where(e => e.Kind == TraceKind.Placed && e.Organ == Locals && !e.By.IsNone).ToList();

        Assert.All(placed.Where(e => e.Turn.Index < Change), e => Assert.NotEqual(editor, e.By));
        Assert.Contains(placed, e => e.Turn.Index >= Change && e.By == editor);
        Assert.DoesNotContain(placed, e => e.Turn.Index >= Change && e.By == secretary);
    }

    [Fact]
    public void A_limit_may_be_laid_down_later()
    {
        const string Clause = "S11: Editor may not be held together with Congress";
        const string Event = "2002-01-01: clause S11 reads Locals may not be held together with Committee";
        var told = Histories.Tell(SmallParty.With(clauses: Clause, events: Event), 3, 0);
        var free = Histories.Tell(SmallParty.With(clauses: Clause), 3, 0);

        Assert.Contains(After(free), e => HeldBefore(free, e, Locals));
        Assert.DoesNotContain(After(told), e => HeldBefore(told, e, Locals));
    }

    [Fact]
    public void A_change_that_does_not_happen_leaves_the_charter_as_it_was()
    {
        var change = SmallParty.With(events: "2002-01-01: clause S5 is struck");
        var without = new ChangeEvent("clause S5 is struck").Apply(change);

        Assert.Equal(Histories.Tell(SmallParty.With(), 3, 0).Fingerprint, Histories.Tell(without, 3, 0).Fingerprint);
    }

    [Fact]
    public void Changes_of_an_open_clause_or_of_none_are_told()
    {
        Reading.With(Reading.Club + "\nevents:\n  2020-06-01: clause 9 is struck [declared]\n").ShouldSay("APP201");
        var open =
            Reading.Club
            + "\n  4: {says: The board shall be wise., source: declared}\nevents:\n  2020-06-01: clause 4 reads Members elect Board [declared]\n";
        Reading.With(open).ShouldSay("APP615");
    }

    private static IEnumerable<TraceEntry> After(Trace told) =>
        told.Entries.Where(e => e.Kind == TraceKind.Placed && e.Organ == Committee && e.Turn.Index >= Change);

    private static bool HeldBefore(Trace told, TraceEntry placed, OrganId organ)
    {
        var last = told
            .Entries.TakeWhile(e => e != placed)
            .LastOrDefault(e => e.Person == placed.Person && e.Organ == organ && e.Kind is TraceKind.Placed or TraceKind.Left);
        return last.Kind == TraceKind.Placed && last.Person == placed.Person && last.Organ == organ;
    }

    private static IEnumerable<TraceEntry> Deeds(Trace told) => told.Entries.Where(e => e.Kind != TraceKind.Happened);
}
