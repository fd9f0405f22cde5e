using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>What no history may do, whatever its charter (theory 8.11). Strangers' words watch every turn and every vote.</summary>
public sealed class ConservationLaws
{
    [Fact]
    public void Seats_have_one_holder_and_holders_and_voters_are_alive_and_in_the_organisation() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                var protocol = new Protocol();
                var watched = Watched(scenario, protocol);
                var table = new LocalRunner(1).Run(EnsemblePlan.Of(watched, null, seed, 6)).GetAwaiter().GetResult();

                Assert.True(protocol.Looks > 0);
                Assert.Empty(protocol.Faults);
                Assert.Equal(Enumerable.Range(0, 6).Select(r => Histories.Tell(scenario, seed, r).Fingerprint), table.Fingerprints);
            },
            60
        );

    [Fact]
    public void The_votes_of_a_counted_body_sum_to_its_size() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                if (scenario.Charter.Organs.FirstOrDefault(o => o.Counted) is not { } congress)
                    return;
                for (var run = 0; run < 8; run++)
                {
                    foreach (
                        var vote in Histories
                            .Tell(scenario, seed, run)
                            .Entries.Where(e => e.Kind == TraceKind.Voted && e.Organ == congress.Id)
                    )
                        Assert.Equal(congress.Seats, vote.Yes + vote.No);
                }
            },
            60
        );

    [Fact]
    public void Votes_are_no_more_than_the_seats_and_forecasts_are_probabilities() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                foreach (var vote in Histories.Tell(scenario, seed, 0).Entries.Where(e => e.Kind == TraceKind.Voted))
                {
                    var organ = scenario.Charter[vote.Organ];
                    var seats = organ.Joins.IsEmpty ? organ.MostSeats : organ.Joins.Sum(j => scenario.Charter[j].MostSeats);
                    Assert.InRange(vote.Yes + vote.No, 1, Math.Max(seats, organ.Seats));
                    Assert.True(vote.Yes >= 0 && vote.No >= 0);
                    Assert.InRange(vote.Forecast, 0, 1);
                }
            },
            60
        );

    [Fact]
    public void Columns_stay_within_the_range_they_declare() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var table = new LocalRunner(1).Run(EnsemblePlan.Of(draft.Read(), null, seed, 10)).GetAwaiter().GetResult();
                foreach (var column in table.Columns)
                {
                    foreach (var value in table[column.Name])
                    {
                        Assert.True(
                            double.IsNaN(value) ? column.Type == ColumnType.Date : value >= column.Low && value <= column.High,
                            $"{column.Name} is {value}"
                        );
                        Assert.True(column.Type != ColumnType.Boolean || value is 0 or 1, $"{column.Name} is {value}");
                    }
                }
            },
            30
        );

    private static Scenario Watched(Scenario scenario, Protocol protocol) =>
        scenario with
        {
            Motives = scenario.Motives.Add(new VoterWitness(protocol)),
            Outcomes = scenario.Outcomes.Add(
                new Outcome("witnessed", new SeatWitness(protocol, scenario.Charter), "", Citation.None, SourceSpan.Nowhere)
            ),
        };
}
