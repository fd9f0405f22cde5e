using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Reporting;
using Apparat.Simulation;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>Where an answer can be attacked, and the passport it travels with.</summary>
public sealed class AttackFacts
{
    [Fact]
    public async Task The_parameter_on_which_an_answer_hangs_is_found_and_played_at_its_worse_end()
    {
        var scenario = ScenarioFile.Load(AtTheConsole.Board);
        var said = Counterfactual.About(scenario, null);
        var study = new AttackStudy(
            "the list",
            said,
            EnsemblePlan.Of(scenario, null, 3, 250),
            EnsemblePlan.Of(scenario, new Strike(["B1/slate"]), 3, 250),
            runs: 60,
            most: 240,
            parameters: 2
        );
        var set = new EnsembleSet();
        while (study.Needs(set) is { Count: > 0 } plans)
        {
            foreach (var plan in plans)
                set.Add(await new LocalRunner(2).Run(plan, null, TestContext.Current.CancellationToken));
        }
        var table = study.Read(set);

        Assert.True(table.HasAnswer);
        Assert.Equal(2, table.Attacks.Count(a => a.Range is not null));
        Assert.Contains(table.Attacks, a => a.Range is null && a.Assumption == "Alliances");
        Assert.Equal([60, 120, 240], table.Looks);
        Assert.All(table.Attacks, a => Assert.Contains((int)a.AtWorst.Counts.Runs, table.Looks));
        Assert.All(
            table.Attacks.Where(a => a.Against(table.Headline.Change) == Resistance.InDoubt),
            a => Assert.Equal(240, a.AtWorst.Counts.Runs)
        );
        Assert.Contains(table.Attacks, a => a.AtWorst.Counts.Runs < 240);
        Assert.Equal(table.Attacks.Select(a => a.AtWorst.Change.Value).Order(), table.Attacks.Select(a => a.AtWorst.Change.Value));
        Assert.All(
            table.Attacks.Where(a => a.Range is not null),
            a => Assert.Contains(a.Worst.Split(" = ")[0], scenario.Parameters.Select(p => p.Name))
        );
    }

    [Theory]
    [InlineData(80, 0, Resistance.Holds)]
    [InlineData(3, 2, Resistance.InDoubt)]
    [InlineData(0, 80, Resistance.Flips)]
    public void An_answer_holds_flips_or_is_in_doubt_by_where_its_interval_lies(long first, long second, Resistance expected)
    {
        var headline = new PairedCounts(10, 50, 5, 35).Difference;
        var at = new Difference("wins(A)", "one", "other", new PairedCounts(10, first, second, 10));
        var attack = new Attack("a", "b", "c", at, at.Change, 0.4, (0.1, 0.3));

        Assert.Equal(expected, attack.Against(headline));
        Assert.False(attack.FlipIsDefensible);
    }

    [Theory]
    [InlineData(100, 100, 1)]
    [InlineData(150, 600, 3)]
    [InlineData(30, 100, 3)]
    public void Looks_double_until_the_last(int first, int most, int looks)
    {
        var sequence = new DoublingLooks(first, most);

        Assert.Equal(looks, sequence.Looks);
        Assert.Equal(first, sequence.RunsAt(0));
        Assert.Equal(most, sequence.Most);
        Assert.All(Enumerable.Range(1, looks - 1), k => Assert.True(sequence.RunsAt(k) <= 2 * sequence.RunsAt(k - 1)));
    }

    // A normal statistic on doubled numbers walks with a correlation of the root of one half; the integral of its staying within the boundary.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void All_looks_together_err_five_times_in_a_hundred(int looks)
    {
        var bound = new DoublingLooks(1, 1 << (looks - 1)).Boundary;
        const int cells = 240;
        var (step, root) = (2 * bound / cells, Math.Sqrt(0.5));
        double[] at = [.. Enumerable.Range(0, cells).Select(i => -bound + ((i + 0.5) * step))];
        double[] density = [.. at.Select(Normal)];
        for (var look = 1; look < looks; look++)
            density = [.. at.Select(y => at.Select((x, i) => density[i] * Normal((y - (root * x)) / root) / root).Sum() * step)];

        Assert.Equal(0.95, density.Sum() * step, 3);

        static double Normal(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }

    [Fact]
    public void A_passport_names_what_stands_instead_and_what_stays()
    {
        var scenario = Scenario();
        var passport = Passport.Of(
            "struck",
            "A wins",
            EnsemblePlan.Of(scenario, null, 1, 10),
            EnsemblePlan.Of(scenario, new Strike(["C1", "C2/slate"], 1, new DateOnly(2000, 6, 1)), 1, 10),
            [new MeanDifference("m", "A", "part of Council tied to A", "", At(0.7), At(0.2), At(0.5))]
        );

        Assert.Equal(2, passport.Replacements.Length);
        Assert.Contains("C2/slate", passport.Replacements[1], StringComparison.Ordinal);
        Assert.Contains("2000-06-01", passport.Estimand, StringComparison.Ordinal);
        Assert.Contains(passport.AlsoTrue, t => t.Contains("stays done", StringComparison.Ordinal));
        Assert.Contains("should be lower", Assert.Single(passport.Checkable), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_otherwise_in_the_first_world_or_in_each_in_its_own_way_is_said_of_that_world()
    {
        var scenario = Scenario();
        var (b, c) = (new ChangeHolder(new HolderChange(Chair, [B])), new ChangeHolder(new HolderChange(Chair, [C])));
        var measures = new[] { new MeanDifference("m", "A", "part of Council tied to A", "", At(0.7), At(0.2), At(0.5)) };

        var first = Passport.Of("B", "A wins", EnsemblePlan.Of(scenario, b, 1, 10), EnsemblePlan.Of(scenario, null, 1, 10), measures);
        var each = Passport.Of("B or C", "A wins", EnsemblePlan.Of(scenario, b, 1, 10), EnsemblePlan.Of(scenario, c, 1, 10), []);
        var same = Passport.Of(
            "B",
            "A wins",
            EnsemblePlan.Of(scenario, b, 1, 10),
            EnsemblePlan.Of(scenario, new ChangeHolder(new HolderChange(Chair, [B])), 1, 10),
            []
        );

        Assert.Equal("Suppose: B as Chair; it is so in the first world, and not in the second.", first.Antecedent);
        Assert.Contains("Where the first arrangement was in force", Assert.Single(first.Checkable), StringComparison.Ordinal);
        Assert.Contains("should be higher", first.Checkable[0], StringComparison.Ordinal);
        Assert.Equal("Suppose: B as Chair; or in its place, in the second world: C as Chair.", each.Antecedent);
        Assert.Equal("Nothing is otherwise.", same.Antecedent);
        Assert.True(first.IsInFirst);
        Assert.False(each.IsInFirst);
    }

    [Fact]
    public void Many_passports_say_once_what_they_share_and_a_row_what_is_special_to_it()
    {
        var scenario = Scenario();
        var passports = scenario
            .Cast.Contenders.SelectMany(p =>
                new[] { 0, 1 }.Select(r =>
                    Passport.Of(
                        $"{scenario[p].Name} under reference {r}",
                        "A wins",
                        EnsemblePlan.Of(scenario, null, 1, 10),
                        EnsemblePlan.Of(
                            scenario,
                            new Together([new ChangeHolder(new HolderChange(Chair, [p])), new Strike(["C1"], r)]),
                            1,
                            10
                        ),
                        []
                    )
                )
            )
            .Append(Passport.Of("nothing", "B wins", EnsemblePlan.Of(scenario, null, 1, 10), EnsemblePlan.Of(scenario, null, 1, 10), []))
            .ToList();

        var tables = Passports.Rows("all", passports).Blocks.Cast<Table>().ToList();

        Assert.Equal(3, tables.Count);
        Assert.Contains(tables[0].Rows, r => r[1].Text == "What stands instead does so in the second world.");
        Assert.Contains(tables[0].Rows, r => r[0].Text == "coupling");
        Assert.DoesNotContain(tables[0].Rows, r => r[0].Text == "consequent");
        Assert.Contains(tables[1].Rows, r => r[2].Text == "Then how often is it true on 2000-12-31 that A wins?");
        Assert.Equal(passports.Count, tables[2].Rows.Length);
        Assert.Contains("B wins", tables[2].Rows[^1][2].Text, StringComparison.Ordinal);
        Assert.StartsWith("(1)", tables[2].Rows[0][2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_the_same_in_both_worlds_is_no_part_of_what_is_supposed()
    {
        var scenario = Scenario();
        var both = new Replay(new DateOnly(2000, 6, 1));
        var passport = Passport.Of(
            "another",
            "A wins",
            EnsemblePlan.Of(scenario, both, 1, 10),
            EnsemblePlan.Of(scenario, new Together([both, new ChangeHolder(new HolderChange(Chair, [B]))]), 1, 10),
            []
        );

        Assert.Equal("Suppose: B as Chair.", passport.Antecedent);
        Assert.Contains(passport.AlsoTrue, t => t.StartsWith("In both worlds: the recorded seats", StringComparison.Ordinal));
        Assert.Empty(passport.Checkable);
    }

    [Fact]
    public void Every_comparison_of_an_explanation_has_its_passport()
    {
        var explanation = Answer(
            new ExplainStudy(Scenario(), 1, new ExplainSizes().For(80)),
            (_, chance, who) => who == A && chance.Draw("luck") < 0.5,
            out _
        );

        Assert.All(explanation.Windows, w => Assert.Equal(w.Differences.Count(), w.Passports.Length));
        Assert.Equal(explanation.Windows.Length, explanation.Attacks.Length);
        Assert.All(explanation.Attacks, a => Assert.False(a.HasAnswer));
    }

    private static Estimate At(double value) => Estimate.Normal(value, 0.01, 100);
}
