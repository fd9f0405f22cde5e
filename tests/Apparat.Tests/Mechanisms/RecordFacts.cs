using System.Globalization;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>What a replay holds to the record, to the day, and what it leaves to play.</summary>
public sealed class RecordFacts
{
    private static readonly Scenario Association = ManyWords.Worlds.Single(w => w.Name == "association").World;

    [Theory]
    [InlineData("2000-06-09", "Alder", "Chair", true)]
    [InlineData("2000-06-09", "Birch", "Chair", false)]
    [InlineData("2000-06-10", "Alder", "Chair", false)]
    [InlineData("2000-06-10", "Birch", "Chair", true)]
    [InlineData("2000-05-30", "Cedar", "Board", true)]
    [InlineData("2000-05-31", "Cedar", "Board", false)]
    [InlineData("2000-06-30", "Cedar", "Board", false)]
    [InlineData("2000-07-01", "Cedar", "Board", true)]
    [InlineData("2000-05-31", "Elm", "Board", false)]
    [InlineData("2000-06-01", "Elm", "Board", true)]
    [InlineData("2000-08-30", "Hazel", "Council", true)]
    [InlineData("2000-08-31", "Hazel", "Council", false)]
    public void On_the_day_to_which_it_is_replayed_everybody_sits_where_he_sat(string day, string person, string organ, bool sat)
    {
        var until = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var turn = Association.Calendar.At(until).Index;
        var looked = 0;
        Play(
            new Replay(until).Apply(Association),
            w =>
            {
                if (w.Turn != turn)
                    return;
                looked++;
                Assert.Equal(sat, w.Sits(Person(person), Organ(organ)));
            }
        );
        Assert.Equal(3, looked);
    }

    [Fact]
    public void Before_that_day_a_turn_ends_with_those_who_sat_on_its_last_day()
    {
        Play(
            new Replay(new DateOnly(2001, 5, 31)).Apply(Association),
            w =>
            {
                var last = w.C.Scenario.Calendar.FirstDayOf(new Turn(w.Turn + 1)).AddDays(-1);
                if (last > new DateOnly(2001, 5, 31))
                    return;
                foreach (var organ in new[] { "Board", "Chair" })
                {
                    // The seats of heads do not wear out.
                    foreach (var person in Association.Cast.Contenders.Select(c => Association[c]))
                    {
                        var sat = Association.Record.Tenures.Any(t =>
                            t.Person == person.Id && t.Organ.Index == Organ(organ) && t.From <= last && (t.Until is null || t.Until > last)
                        );
                        Assert.True(sat == w.Sits(person.Id.Index, Organ(organ)), $"{person.Name} in {organ} on {last:yyyy-MM-dd}");
                    }
                }
            }
        );
    }

    [Fact]
    public void While_it_is_replayed_nobody_moves_anything_and_afterwards_somebody_does()
    {
        var until = new DateOnly(2000, 12, 20);
        var (before, after) = (0, 0);
        var stage = new Stage(new Replay(until).Apply(Association));
        for (var run = 0; run < 5; run++)
        {
            foreach (var e in stage.Play(3, run).Where(e => e.Kind is TraceKind.Voted or TraceKind.Petitioned or TraceKind.Inquorate))
                _ = e.Turn.Index <= Association.Calendar.At(until).Index ? before++ : after++;
        }
        Assert.Equal(0, before);
        Assert.True(after > 0);
    }

    [Fact]
    public void Luck_is_that_of_the_history_until_the_day_and_the_runs_own_from_it_on()
    {
        var from = new DateOnly(2000, 9, 1);
        var turn = Association.Calendar.At(from).Index;
        var told = Histories.Tell(Association, 5, 2);
        var first = Histories.Tell(new Continue(5, 2, from).Apply(Association), 9, 0);
        var second = Histories.Tell(new Continue(5, 2, from).Apply(Association), 9, 1);
        Assert.Equal(told.TurnFingerprints[..turn], first.TurnFingerprints[..turn]);
        Assert.Equal(told.TurnFingerprints[..turn], second.TurnFingerprints[..turn]);
        Assert.NotEqual(told.TurnFingerprints[turn + 1], first.TurnFingerprints[turn + 1]);
        Assert.NotEqual(second.TurnFingerprints[turn + 1], first.TurnFingerprints[turn + 1]);
    }

    private static void Play(Scenario world, Action<World> look)
    {
        var stage = new Stage(world, look);
        for (var run = 0; run < 3; run++)
            stage.Play(4, run);
    }

    private static int Person(string name) => Association.Cast.People.Single(p => p.Name == name).Id.Index;

    private static int Organ(string name) => Association.Charter.Organs.Single(o => o.Name == name).Id.Index;
}
