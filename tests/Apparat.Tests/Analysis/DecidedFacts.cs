using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Reporting;
using Apparat.Simulation;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>When an outcome was decided, and the branching of a history that it rests on.</summary>
public sealed class DecidedFacts
{
    private static readonly SimulatedPath Path = new(1, 0);

    [Fact]
    public void The_month_that_decides_is_found_between_the_points_of_the_grid_and_measured_on_other_luck()
    {
        // What happened before August leaves it open; August decides it.
        var decided = Answer(Study(moves: false), DecidedIn(7), out _);

        Assert.Equal(7, decided.TurningPoints[0].Turn.Index);
        Assert.Equal(1, decided.TurningPoints[0].Jump.First.Value);
        Assert.InRange(decided.TurningPoints[0].Jump.Second.Value, 0.2, 0.4);
        Assert.Single(decided.TurningPoints);
        Assert.Equal(2, decided.Measured);
        Assert.Equal(decided.TurningPoints[0], decided.Largest);
        Assert.Equal((new DateOnly(2000, 9, 1), true), decided.Settled(0.9));
        Assert.Contains(decided.Points, p => p.Turn.Index == 8);
        Assert.DoesNotContain(decided.Points, p => p.Turn.Index == 2);
        Assert.True(decided.IsComplete);
    }

    [Fact]
    public void The_best_move_of_each_actor_is_the_one_with_the_largest_effect()
    {
        var decided = Answer(Study(moves: true), DecidedIn(7), out _);

        Assert.Equal(["A", "B"], decided.Moves.Select(m => m.Move.Actor).Order());
        Assert.Equal("strikes", decided.Moves.Single(m => m.Move.Actor == "A").Move.Text);
        Assert.Equal(2, decided.Moves.Single(m => m.Move.Actor == "A").Searched);
        Assert.True(decided.Moves[0].Effect.Change.High < 0);
        Assert.All(
            decided.Moves,
            m => Assert.EndsWith("in the first world, and not in the second.", m.Passport.Antecedent, StringComparison.Ordinal)
        );
        Assert.All(decided.Moves, m => Assert.Contains("history 0", m.Passport.Estimand, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_no_month_turns_anything_none_is_told_and_it_is_said_so()
    {
        var decided = Answer(Study(moves: true), (_, chance, who) => who == A && chance.Draw("luck") < 0.3, out _);
        var report = TextRenderer.Render(
            DecidedReport.Of(decided, ImmutableDictionary<Turn, ImmutableArray<string>>.Empty, "", SmallReport.Frame)
        );

        Assert.Empty(decided.TurningPoints);
        Assert.Null(decided.Largest);
        Assert.Empty(decided.Moves);
        Assert.Contains("No single month is told apart as a turning point", report.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("Turning points, of 100", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_in_which_the_record_itself_brings_it_about_is_no_turn_and_no_moves_are_sought_there()
    {
        var study = new DecidedStudy(
            Scenario(),
            AWins,
            new RecordedPath(),
            seed: 3,
            new DecidedSizes
            {
                Runs = 100,
                Step = 4,
                Refined = 1,
                TurningPoints = 2,
                Searched = 1,
            },
            _ => [new PossibleMove("A", "strikes", new Strike(["C1"]))]
        );
        var set = new EnsembleSet();
        while (study.Needs(set) is { Count: > 0 } plans)
        {
            foreach (var plan in plans)
            {
                var day = plan.World.ReplayUntil;
                var forced = day is { } d && d >= new DateOnly(2000, 8, 31);
                set.Add(Play(plan, (_, chance, who) => who == A && (forced || chance.Draw("luck") < 0.3), first: forced ? 7 : 3));
            }
        }

        var decided = study.Read(set);

        Assert.True(Assert.Single(decided.TurningPoints).ByDefinition);
        Assert.Equal(7, decided.BroughtAbout!.Turn.Index);
        Assert.Null(decided.Largest);
        Assert.Empty(decided.Moves);
    }

    [Fact]
    public void What_was_finished_before_a_cancel_is_told()
    {
        var study = Study(moves: false);
        var set = new EnsembleSet();
        foreach (var plan in study.Needs(set).Take(2))
            set.Add(Play(plan, (_, _, _) => true));

        var decided = study.Read(set);

        Assert.False(decided.IsComplete);
        Assert.Equal(2, decided.Points.Length);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(37)]
    public void A_history_continued_from_a_month_is_itself_before_it_and_open_after_it(int turn)
    {
        var scenario = ScenarioFile.Load(AtTheConsole.Board);
        var was = Histories.Tell(scenario, 5, 2);
        var world = new Continue(5, 2, scenario.Calendar.FirstDayOf(new Turn(turn))).Apply(scenario);

        var others = Enumerable.Range(0, 5).Select(k => Histories.Tell(world, 99, k)).ToList();

        foreach (var other in others)
        {
            Assert.Equal(was.Entries.Where(e => e.Turn.Index < turn), other.Entries.Where(e => e.Turn.Index < turn));
            Assert.Equal(was.TurnFingerprints.Take(turn), other.TurnFingerprints.Take(turn));
        }
        Assert.True(others.Select(o => o.Fingerprint).Distinct().Count() > 1);
    }

    [Fact]
    public void A_history_continued_from_its_end_is_that_history_whatever_the_luck()
    {
        var scenario = ScenarioFile.Load(AtTheConsole.Board);
        var world = new Continue(5, 2, scenario.Calendar.FirstDayOf(new Turn(scenario.Calendar.Turns))).Apply(scenario);

        Assert.Equal(Histories.Tell(scenario, 5, 2).Fingerprint, Histories.Tell(world, 99, 7).Fingerprint);
    }

    [Fact]
    public void Continued_from_the_first_day_only_what_the_first_day_holds_is_shared()
    {
        var scenario = ScenarioFile.Load(AtTheConsole.Board);
        var world = new Continue(5, 2, scenario.Calendar.From).Apply(scenario);
        var (one, two) = (Histories.Tell(world, 99, 0), Histories.Tell(world, 99, 1));

        Assert.Equal(one.FirstSeats, two.FirstSeats);
        Assert.NotEqual(one.Fingerprint, two.Fingerprint);
    }

    [Fact]
    public void The_record_known_to_its_end_satisfies_the_headline_of_the_shipped_case()
    {
        var scenario = ScenarioFile.Load("history/bolshevik-party");
        var trace = Histories.Tell(new RecordedPath().KnownBefore(scenario, scenario.Calendar.Turns)!.Apply(scenario), 1922, 0);

        Assert.Equal(
            [scenario[scenario.Question!.Holder].Name],
            trace
                .Values.Where(v => v.Turn.Index == scenario.Calendar.Turns - 1 && v.Name == "defeats" && v.Value > 0)
                .Select(v => scenario[v.Subject].Name)
        );
    }

    private static DecidedStudy Study(bool moves) =>
        new(
            Scenario(),
            AWins,
            Path,
            seed: 3,
            new DecidedSizes
            {
                Runs = 150,
                Step = 4,
                Refined = 1,
                TurningPoints = 2,
                Searched = moves ? 1 : 0,
            },
            _ =>
                [
                    new PossibleMove("A", "strikes", new Strike(["C1"])),
                    new PossibleMove("A", "waits", new SetParameter("nothing", new Fixed(0))),
                    new PossibleMove("B", "waits", new SetParameter("nothing", new Fixed(1))),
                ]
        );

    // A wins for sure once the turn is known, in three of ten otherwise, and never where something is struck.
    private static Func<Scenario, Chance, PersonId, bool> DecidedIn(int turn) =>
        (world, chance, who) =>
            who == A
            && world.Strikes.IsEmpty
            && (world.Continued is { } known && world.Calendar.At(known.From).Index > turn || chance.Draw("luck") < 0.3);
}
