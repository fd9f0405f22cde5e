using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>The shipped known answers, each with its closed form in the README beside it.</summary>
public sealed class ShippedKnownAnswers
{
    private const ulong Seed = 1785;

    [Fact]
    public void A_lot_among_five_seats_each_in_a_fifth_of_the_runs()
    {
        var scenario = ScenarioFile.Load("known-answers/lot-among-five");
        var table = Run(scenario, 20_000);
        var seated = new double[table.Runs];
        foreach (var person in scenario.Cast.People)
        {
            var column = table[ColumnName.Of(scenario.Outcomes[0], person)];
            var sample = new Sample();
            for (var r = 0; r < table.Runs; r++)
            {
                sample.Add(column[r]);
                seated[r] += column[r];
            }
            sample.HasProbability(0.2, person.Name);
        }
        Assert.All(seated, n => Assert.Equal(1, n));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(27)]
    public void A_jurys_majority_is_right_as_often_as_Condorcet_says(int jurors)
    {
        var scenario = ScenarioFile.Load("known-answers/condorcet-jury");
        var charter = scenario.Charter with
        {
            Organs = [.. scenario.Charter.Organs.Select(o => o.Name == "Jury" ? o with { Seats = jurors, MostSeats = jurors } : o)],
        };
        var table = Run(scenario with { Charter = charter }, 8_000);

        var p = 1 / (1 + Math.Exp(-0.5));
        var right = PoissonBinomial.AtLeastExactly([.. Enumerable.Repeat(p, jurors)], (jurors / 2) + 1);
        var sample = new Sample();
        foreach (var acquitted in table[ColumnName.Of(scenario.Outcomes[0], scenario.Cast.People[0])])
            sample.Add(acquitted);
        sample.HasProbability(right, $"a jury of {jurors}");
        if (jurors == 9)
            Assert.Equal(0.7785, right, 5e-5);
    }

    [Fact]
    public void Majorities_of_majorities_amplify_a_lead_as_the_polynomial_says()
    {
        var scenario = ScenarioFile.Load("known-answers/layered-majorities");
        var table = Run(scenario, 8_000);
        var bottom = 0.6;
        var elder = Majority(bottom);
        var chair = Majority(elder);

        Column(table, "patronage_in_cell_one_red").HasMean(bottom, Math.Sqrt(bottom * (1 - bottom) / 3), "a seat of a cell");
        Column(table, "patronage_in_elder_one_red").HasProbability(elder, "an elder");
        Column(table, "patronage_in_chair_red").HasProbability(chair, "the chair");
        Column(table, "patronage_in_chair_blue").HasProbability(1 - chair, "the chair, the other way");

        static double Majority(double p) => (3 * p * p) - (2 * p * p * p);
    }

    [Fact]
    public void A_board_that_copies_itself_ends_in_a_camp_with_the_camps_share_after_the_gamblers_number_of_changes()
    {
        var scenario = ScenarioFile.Load("known-answers/moran-board");
        var board = scenario.Charter.Organs.Single(o => o.Name == "Board");
        var red = scenario.Cast.People.Single(p => p.Name == "Red").Id;
        const int members = 6;
        const int start = 2;
        var (now, changes, last) = (0, 0, start);
        var stage = new Stage(
            scenario,
            w =>
            {
                // Empty seats are filled in the same month or, if the teller left, in the next: counted when the board is full.
                var (seated, followers) = (0, 0);
                foreach (var holder in w.Scene.Holders(board.Id))
                {
                    seated += holder.IsNone ? 0 : 1;
                    followers += !holder.IsNone && w.Scene.Patron(holder) == red ? 1 : 0;
                }
                if (seated < members)
                    return;
                now = followers;
                changes += Math.Abs(now - last);
                last = now;
            }
        );
        Sample all = new(),
            mean = new(),
            moves = new();
        var unfinished = 0;
        for (var run = 0; run < 1000; run++)
        {
            (now, changes, last) = (0, 0, start);
            stage.Play(Seed, run);
            unfinished += now is 0 or members ? 0 : 1;
            all.Add(now == members ? 1 : 0);
            mean.Add((double)now / members);
            moves.Add(changes);
        }
        Assert.InRange(unfinished, 0, 10);
        all.HasProbability((double)start / members, "ends in the camp");
        mean.HasMean((double)start / members, "share of the camp");
        moves.HasMean(start * (members - start), "changes");
    }

    [Fact]
    public void Every_known_answer_is_played_here_and_has_its_closed_form_beside_it()
    {
        var shipped = ScenarioFile.Shipped().Where(s => s.StartsWith("known-answers/", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            [
                "known-answers/condorcet-jury",
                "known-answers/layered-majorities",
                "known-answers/lot-among-five",
                "known-answers/moran-board",
            ],
            shipped
        );
        Assert.All(shipped, s => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(ScenarioFile.Find(s))!, "README.md"))));
        // The houses and offices of these charters are held to the end by whoever holds them: APP606 says so.
        Assert.All(
            shipped,
            s => Assert.DoesNotContain(ScenarioFile.Read(s).Diagnostics, d => d.Severity > Severity.Note && d.Code != "APP606")
        );
    }

    private static Sample Column(Ensemble table, string name)
    {
        var sample = new Sample();
        foreach (var value in table[name])
            sample.Add(value);
        return sample;
    }

    private static Ensemble Run(Scenario scenario, int runs) =>
        new LocalRunner().Run(EnsemblePlan.Of(scenario, null, Seed, runs)).GetAwaiter().GetResult();
}
