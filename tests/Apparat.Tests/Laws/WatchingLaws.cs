using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>What is kept of a history is no part of it.</summary>
public sealed class WatchingLaws
{
    [Fact]
    public void What_is_watched_changes_no_history_and_no_column() =>
        AnyScenario.WithSeed.Obeys(
            (draft, seed) =>
            {
                var scenario = draft.Read();
                foreach (var watched in Some(scenario))
                    SameAsFarAsItGoes(scenario, seed, 6, watched);
            },
            15
        );

    [Fact]
    public void It_changes_none_of_the_complete_form_either()
    {
        foreach (var watched in Some(Complete))
            SameAsFarAsItGoes(Complete, 1922, 3, watched);
    }

    [Fact]
    public void Only_what_is_watched_is_followed_and_measures_are_kept_of_the_last_day()
    {
        var measures = Complete.Measures.SelectMany(m => Complete.Cast.Contenders.Select(c => ColumnName.Of(m, Complete[c]))).ToList();
        var table = Run(Complete, 1, 1, Watched.Only("defeats", "leaning"));

        var others = table.Columns.Select(c => c.Name).Except(measures).ToList();
        Assert.NotEmpty(others);
        Assert.All(others, c => Assert.StartsWith("defeats_", c, StringComparison.Ordinal));
        Assert.Equal(["defeats", "leaning"], table.Series.Select(s => s.Name).Distinct());

        var nothing = Run(Complete, 1, 1, Watched.Nothing);
        Assert.Equal(measures, nothing.Columns.Select(c => c.Name));
        Assert.Empty(nothing.Series);
    }

    [Fact]
    public void A_column_has_one_name_whatever_else_is_watched()
    {
        var scenario = AnyScenario.Number(1).Read();
        var twice = scenario with
        {
            Outcomes = [scenario.Outcomes[0], scenario.Outcomes[1] with { Name = scenario.Outcomes[0].Name + "." }],
        };
        var (first, second) = (twice.Outcomes[0], twice.Outcomes[1]);

        var all = Run(twice, 1, 4, Watched.All);
        var one = Run(twice, 1, 4, Watched.Only(second.Name));

        var person = twice[twice.Cast.Contenders[0]];
        Assert.Equal(ColumnName.Of(first, person), ColumnName.Of(second, person));
        Assert.Equal(ColumnName.Of(second, person) + "_2", one.Columns[0].Name);
        Assert.Equal(all[one.Columns[0].Name].ToArray(), one[one.Columns[0].Name].ToArray());
    }

    [Fact]
    public void Slices_in_which_different_things_are_watched_are_not_merged()
    {
        var plan = EnsemblePlan.Of(AnyScenario.Number(1).Read(), null, 1, 4);

        Assert.Throws<ArgumentException>(() =>
            Ensemble.Merge([Run(plan.Slice(1, 2)), Run(plan.Slice(2, 2) with { Watched = Watched.Only("rules") })])
        );
    }

    [Fact]
    public void Together_two_requests_are_covered_and_neither_covers_what_it_does_not_ask()
    {
        var (one, other, draws) = (Watched.Only("a", "b"), Watched.Only("b", "c", null), Watched.Only("a").WithDraws);

        Assert.Equal(Watched.Only("c", "b", "a", "b"), one.And(other));
        Assert.Equal(Watched.Only("a", "b").WithDraws, one.And(draws));
        Assert.True(one.And(other).Covers(one) && one.And(other).Covers(other) && Watched.All.Covers(draws));
        Assert.False(one.Covers(other) || one.Covers(draws) || one.Covers(Watched.All) || Watched.Nothing.Covers(one));
        Assert.Same(Watched.All, draws.And(Watched.All));
        Assert.True(one.Covers(Watched.Nothing) && one.Has("a") && !one.Has("c"));
        Assert.Distinct(new[] { one, other, draws, Watched.All, Watched.Nothing, Watched.Only("all").WithDraws });
    }

    private static IEnumerable<Watched> Some(Scenario scenario) =>
        scenario
            .Outcomes.Select(o => Watched.Only(o.Name))
            .Concat(scenario.Measures.Select(m => Watched.Only(m.Name)))
            .Append(Watched.Nothing)
            .Append(Watched.Nothing.WithDraws)
            .Append(Watched.Only(scenario.Measures[^1].Name, scenario.Outcomes[^1].Name).WithDraws);

    private static void SameAsFarAsItGoes(Scenario scenario, ulong seed, int runs, Watched watched)
    {
        var (all, some) = (Run(scenario, seed, runs, Watched.All), Run(scenario, seed, runs, watched));
        Assert.Equal(all.Fingerprints, some.Fingerprints);
        foreach (var column in some.Columns)
        {
            Assert.Contains(column, all.Columns);
            Assert.Equal(Bits(all[column.Name]), Bits(some[column.Name]));
        }
        Assert.Equal(all.Series.Where(s => watched.Has(s.Name)).Select(Text), some.Series.Select(Text));
    }

    private static string Text(Series s) => $"{s.Name} {s.Subject.Index} {string.Join(' ', Bits([.. s.Sum, .. s.SumOfSquares]))}";

    private static ImmutableArray<long> Bits(ReadOnlySpan<double> values)
    {
        var bits = ImmutableArray.CreateBuilder<long>();
        foreach (var value in values)
            bits.Add(BitConverter.DoubleToInt64Bits(value));
        return bits.ToImmutable();
    }

    private static Ensemble Run(Scenario scenario, ulong seed, int runs, Watched watched) =>
        Run(EnsemblePlan.Of(scenario, null, seed, runs) with { Watched = watched });

    private static Ensemble Run(EnsemblePlan plan) => new LocalRunner(1).Run(plan).GetAwaiter().GetResult();

    private static Scenario Complete { get; } =
        ScenarioFile.Load(Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party", "complete.yaml"));
}
