using Apparat.Language;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What is given by the month stays what it is, however long a turn is.</summary>
public sealed class StepLaws
{
    public static TheoryData<string> Steps => ["month", "week", "day", "meeting", "meeting of Council"];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Every_day_falls_into_the_turn_that_holds_it(string step)
    {
        var calendar = Club(step).Calendar;
        Assert.Equal(step.Split(' ')[0], calendar.Step.Unit);
        Assert.Equal(calendar.From, calendar.FirstDayOf(new Turn(0)));
        for (var day = calendar.From; day <= calendar.Until; day = day.AddDays(1))
        {
            var turn = calendar.At(day);
            Assert.InRange(turn.Index, 0, calendar.Turns - 1);
            Assert.True(calendar.FirstDayOf(turn) <= day && day < calendar.FirstDayOf(new Turn(turn.Index + 1)), $"{day} in {turn}");
        }
        Assert.True(calendar.At(calendar.From.AddMonths(-1)).Index < 0);
        Assert.True(calendar.At(calendar.Until.AddMonths(4)).Index >= calendar.Turns);
    }

    [Fact]
    public void A_step_of_meetings_begins_a_turn_with_every_meeting()
    {
        var busiest = Club("meeting").Calendar;
        Assert.Equal("meeting of Board", busiest.Step.Name);
        Assert.Equal([new(2000, 2, 1), new(2000, 3, 1), new(2000, 4, 1)], busiest.Step.Starts.Take(3));
        var named = Club("meeting of Council").Calendar;
        Assert.Equal(7, named.Step.Starts.Length);
        Assert.Equal(new DateOnly(2000, 4, 1), named.Step.Starts[0]);
        Assert.Equal(named.Step.Starts[0].DayNumber - named.From.DayNumber, (int)Math.Round(named.MonthsOf(new Turn(0)) * 365.2425 / 12));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_tie_has_the_same_half_life_at_every_step(string step)
    {
        var left = 0.0;
        var stage = new Stage(
            Club(step).Set("lam", 0.05),
            w =>
            {
                left = w.LoyaltyTo(1, 0);
                Assert.Equal(0.8 * StableMath.Pow(0.95, w.C.MonthsGone[w.Turn]), left, 1e-9);
            }
        );
        stage.Play(1, 0);
        Assert.InRange(left, 0.8 * Math.Pow(0.95, 24), 0.8 * Math.Pow(0.95, 20));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Seats_fall_vacant_at_the_same_rate_at_every_step(string step)
    {
        var hazard = 0.0;
        Sample stayed = new();
        var stage = new Stage(
            Club(step).Set("delta", 0.05),
            w =>
            {
                // All who sit when the first turn is over have theirs from that turn; what has been held against seats since ends each alike.
                hazard = w.Turn == 0 ? 0 : hazard + (0.05 * w.C.Months[w.Turn]);
                for (var k = 0; k < 40 && w.Turn == w.C.Turns - 1; k++)
                    stayed.Add(w.SeatSince[w.C.SeatOffset[2] + k] == 0 ? 1 : 0);
            }
        );
        for (var run = 0; run < 200; run++)
            stage.Play(2, run);
        Assert.InRange(hazard, 0.05 * 20.5, 0.05 * 24.5);
        stayed.HasProbability(Math.Exp(-hazard), $"still there by the {step}");
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Members_grow_and_lean_as_much_a_month_at_every_step(string step)
    {
        var stage = new Stage(
            Club(step, "9: Chair enrols members\n  10: Chair publishes for Locals").Set("growth", 0.03).Set("eta", 0.04).Set("omega", 0),
            w =>
            {
                var months = w.C.MonthsGone[w.Turn] + w.C.Months[w.Turn];
                Assert.Equal(800 * StableMath.Pow(1.03, months), w.Membership.Size, 1e-6);
                Assert.Equal(1 - (0.7 * StableMath.Pow(0.96, months)), w.Membership.LeaningTo(0), 1e-9);
            }
        );
        stage.Play(3, 0);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Those_kept_grow_as_loyal_a_month_at_every_step(string step)
    {
        var tie = 0.0;
        var stage = new Stage(
            (Club(step, "9: Chair dismisses Locals") with { Bonds = [new RenewedTenure()] })
                .Set("tenure", 0.05)
                .Set("kappa", 0)
                .Set("delta", 0),
            w => tie = w.LoyaltyTo(w.Holder[w.C.SeatOffset[2]], 0)
        );
        stage.Play(4, 0);
        Assert.InRange(tie, 0.9 * Closed(24), 1.1 * Closed(24));

        // Wholly at his mercy, from 0 on.
        static double Closed(int months) => 1 - Math.Pow(0.95, months);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Contention_and_calendars_count_by_the_month_at_every_step(string step)
    {
        var compiled = new CompiledScenario(Club(step));
        Assert.Equal(24, compiled.MonthsWithMeeting.Sum(), 1e-9);
        Assert.Equal(24, compiled.MonthsWithMeetingOf[0].Sum(), 1e-9);
        Assert.Equal(7, compiled.MonthsWithMeetingOf[3].Sum(), 1e-9);
        // Turns of three months hold three monthly meetings as one.
        Assert.Equal(step == "meeting of Council" ? 8 : 24, compiled.Meets[0].Count(m => m));
        Assert.Equal(3, compiled.TermEnds[3].Count(e => e));
        Assert.Equal(23.97, compiled.Months.Sum(), 0.35);
    }

    [Theory]
    [InlineData("month")]
    [InlineData("week")]
    [InlineData("day")]
    public void Waiting_is_as_likely_a_month_at_every_step(string step)
    {
        var scenario = Club(step, "9: Clerk convenes Council").Set("delay", 0.4);
        var (due, last) = (scenario.Calendar.At(new DateOnly(2000, 4, 1)), scenario.Calendar.At(new DateOnly(2000, 4, 30)));
        var turns = Enumerable.Range(due.Index, last.Index - due.Index + 1).ToArray();
        var stage = new Stage(scenario);
        Sample late = new();
        for (var run = 0; run < 400; run++)
        {
            var off = stage.Play(5, run).Where(e => e.Kind == TraceKind.PutOff).Select(e => e.Turn.Index).ToHashSet();
            late.Add(turns.All(off.Contains) ? 1 : 0);
        }
        // The convener follows nobody, and nobody follows him.
        late.HasProbability(Math.Pow(0.4, turns.Sum(t => scenario.Calendar.MonthsOf(new Turn(t)))), $"still not held by the {step}");
    }

    [Fact]
    public void Every_parameter_given_by_the_month_says_how_it_accrues()
    {
        var parameters = StandardLexicon
            .Instance.Entries.Where(e => !typeof(Tail).IsAssignableFrom(e.Type))
            .SelectMany(e => AnyWord.Make(e.Name).Parameters)
            .Concat(new Pace().Parameters)
            .Concat(new Constants().Parameters)
            .DistinctBy(p => p.Name)
            .ToList();
        Assert.True(parameters.Count > 50);
        Assert.All(parameters, p => Assert.Equal(ByTheMonth(p.Unit), p.Accrues != Accrual.None));

        static bool ByTheMonth(string unit) =>
            unit.Contains("per month", StringComparison.Ordinal)
            || unit.Contains("a month", StringComparison.Ordinal)
            || unit.Contains("and month", StringComparison.Ordinal);
    }

    [Fact]
    public void Check_names_the_step_at_which_a_word_is_not_played()
    {
        foreach (var step in (string[])["month", "week", "meeting of Board"])
        {
            var read = new ScenarioReader(StandardLexicon.Instance).ReadText(Text(step, "9: Chair keeps the roll of Members"));
            Assert.Contains(
                read.Diagnostics,
                d => d.Code == "APP612" && d.Message.Contains($"not played at the step \"{step}\"", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void A_party_ends_up_about_where_it_does_by_the_month_when_it_is_played_by_the_week()
    {
        var (month, week) = (Patronage(Step.Month), Patronage(Step.Week));
        Assert.InRange(week, month - 0.06, month + 0.06);

        static double Patronage(Step step)
        {
            var party = SmallParty.With();
            var runs = new LocalRunner()
                .Run(EnsemblePlan.Of(party with { Calendar = party.Calendar with { Step = step } }, null, 6, 150))
                .GetAwaiter()
                .GetResult();
            return runs["patronage_in_locals_a"].ToArray().Average();
        }
    }

    private static Scenario Club(string step, string clauses = "9: Board decides policy", string contenders = "[A]") =>
        Stage.Read(Text(step, clauses, contenders));

    private static string Text(string step, string clauses, string contenders = "[A]") =>
        $$"""
            scenario: A club
            from: 2000-01-01
            until: 2001-12-31
            step: {{step}}
            organs:
              Board:   {seats: 4, term: 24 months}
              Chair:   {office of: Board, term: 24 months}
              Locals:  {seats: 40, leads branches: yes, rank: 1, pool: [Locals], closed: no}
              Council: {seats: 3, term: 6 months, meets: quarterly}
              Members: {count: 800}
              Clerk:   {seats: 1, turnover: 0}
            issues: {The plan: 0}
            people:
              A: {holds: [Board, Chair]}
              B: {holds: Board}
              C: {holds: Clerk}
            contenders: {people: {{contenders}}}
            ties:
              - {from: B, to: A, strength: 0.8, source: declared}
            cadres: {number: 400, called: a member}
            branches:
              number: 40
              members: 20
              leanings: {A: 0.3}
            traits:
              heads:
                prestige: {base: 0.5}
            clauses:
              1: Board coopts Board
              2: Board elects Chair
              3: Locals are drawn by lot
              4: Council is drawn by lot
              {{clauses}}
            outcomes:
              stays(X): X sits in Board
            """;
}
