using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Equal leaders have equal prospects, whatever they are called (theory 8.8, ruling C13). Fixed seeds, 4.5 standard errors.</summary>
public sealed class SymmetryStatistics
{
    private const int Runs = 4000;

    [Theory]
    [InlineData("Alder, Birch, Cedar")]
    [InlineData("Alder, Birch, Cedar, Elm, Fir")]
    [InlineData("Quince, Rowan, Sorrel, Tansy, Yew")]
    public void Equal_leaders_without_powers_win_equally_often(string leaders)
    {
        var table = Play(leaders);
        var names = leaders.Split(", ");
        foreach (var outcome in (string[])["rules", "sits", "survives"])
        {
            var all = 0.0;
            for (var r = 0; r < Runs; r++)
                all += names.Sum(n => Of(table, outcome, n, r));
            Assert.True(all > 100, $"{outcome} hardly ever happens");
            foreach (var name in names)
            {
                // Against the mean of all leaders of the same run, so that what happens to all alike drops out.
                var advantage = new Sample();
                for (var r = 0; r < Runs; r++)
                    advantage.Add(Of(table, outcome, name, r) - names.Average(n => Of(table, outcome, n, r)));
                advantage.HasMean(0, $"{outcome}({name})");
            }
        }
    }

    [Fact]
    public void Other_names_for_equal_leaders_leave_the_distribution_as_it_is()
    {
        string[] first = ["Alder", "Birch", "Cedar", "Elm", "Fir"];
        string[] second = ["Quince", "Rowan", "Sorrel", "Tansy", "Yew"];
        Ensemble was = Play(string.Join(", ", first)),
            now = Play(string.Join(", ", second));
        foreach (var outcome in (string[])["rules", "sits", "survives"])
        {
            // How many of the five it holds of, run by run: two independent samples of one distribution.
            Sample before = new(),
                after = new();
            for (var r = 0; r < Runs; r++)
            {
                before.Add(first.Sum(n => Of(was, outcome, n, r)));
                after.Add(second.Sum(n => Of(now, outcome, n, r)));
            }
            var error = Math.Sqrt(
                ((before.StandardDeviation * before.StandardDeviation) + (after.StandardDeviation * after.StandardDeviation)) / Runs
            );
            Assert.InRange((before.Mean - after.Mean) / error, -4.5, 4.5);
        }
    }

    private static double Of(Ensemble table, string outcome, string name, int run) => table[$"{outcome}_{name.ToLowerInvariant()}"][run];

    private static Ensemble Play(string leaders) =>
        new LocalRunner().Run(EnsemblePlan.Of(EqualLeaders(leaders), null, 8, Runs)).GetAwaiter().GetResult();

    private static Scenario EqualLeaders(string leaders) =>
        Stage.Read(
            $$"""
            scenario: Equal leaders
            from: 2000-01-01
            until: 2001-12-31
            organs:
              Council: {seats: 13, term: 12 months, rank: 0.5, turnover: 0.02}
              Board: {seats: 3, term: 6 months, rank: 1, pool: [Council], closed: yes, turnover: 0.02}
            people:
              {{string.Join("\n  ", leaders.Split(", ").Select(n => $"{n}: {{holds: [Council]}}"))}}
            contenders: [{{leaders}}]
            cadres: 60
            issues:
              Tax: 0
            traits:
              heads:
                prestige: {base: 0.1..0.9}
                competence: {base: "normal(0, 0.4)"}
                Tax: {base: -0.8..0.8}
              cadres:
                prestige: {base: 0.02..0.2}
                competence: {base: "normal(0, 0.4)"}
                Tax: {base: -0.8..0.8}
            priors: {nu: 1..2}
            clauses:
              1: Council coopts Council by majority
              2: Council elects Board by majority
              3: Council removes Board by majority
              4: Council expels Council by two thirds
              5: Board decides policy
            outcomes:
              rules(X): X sits in Board and no other living contender does
              sits(X): X sits in Board
              survives(X): X sits in Council
            """
        );
}
