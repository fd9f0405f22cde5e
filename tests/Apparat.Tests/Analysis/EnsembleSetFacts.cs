using Apparat.Analysis;
using Apparat.Simulation;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>What was run is found again, and never asked for twice.</summary>
public sealed class EnsembleSetFacts
{
    [Fact]
    public void Only_runs_that_are_not_there_are_missing()
    {
        var set = new EnsembleSet();
        set.Add(Play(EnsemblePlan.Of(Scenario(), null, 1, 10), (_, _, _) => true));

        Assert.Empty(set.Missing([EnsemblePlan.Of(Scenario(), null, 1, 7)]));
        Assert.Equal([10, 11], Assert.Single(set.Missing([EnsemblePlan.Of(Scenario(), null, 1, 12)])).Numbers);
        Assert.Single(set.Missing([EnsemblePlan.Of(Scenario(), null, 2, 7)]));
    }

    [Fact]
    public void Plans_of_one_world_are_asked_for_together()
    {
        var plan = Assert.Single(
            new EnsembleSet().Missing([
                EnsemblePlan.Of(Scenario(), null, 1, 3),
                EnsemblePlan.Of(Scenario(), null, 1, 5),
                EnsemblePlan.Of(Scenario(), null, 1, 4),
            ])
        );

        Assert.Equal([0, 1, 2, 3, 4], plan.Numbers);
    }

    [Fact]
    public void A_world_is_asked_for_once_with_all_that_is_watched_in_it()
    {
        var plan = EnsemblePlan.Of(Scenario(), null, 1, 3);

        var asked = Assert.Single(
            new EnsembleSet().Missing([plan with { Watched = Watched.Only("wins") }, plan with { Watched = Watched.Only("falls") }])
        );

        Assert.Equal(Watched.Only("wins", "falls"), asked.Watched);
        Assert.Equal([0, 1, 2], asked.Numbers);
    }

    [Fact]
    public void A_table_answers_those_who_watch_no_more_than_it_kept()
    {
        var set = new EnsembleSet();
        var plan = EnsemblePlan.Of(Scenario(), null, 1, 3);
        var wins = plan with { Watched = Watched.Only("wins") };
        set.Add(Play(wins, (_, _, _) => true));

        Assert.Empty(set.Missing([wins, plan with { Watched = Watched.Nothing }]));
        Assert.Equal([0, 1, 2], set.Rows(wins).Numbers);
        Assert.Equal([0, 1, 2], Assert.Single(set.Missing([plan])).Numbers);
        Assert.Equal(0, set.Rows(plan).Count);
        Assert.Empty(set.Disjoint(plan));

        set.Add(Play(plan with { Numbers = [1] }, (_, _, _) => true));
        Assert.Equal([0, 2], Assert.Single(set.Missing([wins, plan])).Numbers);
        Assert.Equal([0, 1, 2], set.Rows(wins).Numbers);
        Assert.False(set.Rows(wins).Has(ColumnName.Of(Falls, Scenario()[A])));
    }

    [Fact]
    public void Rows_come_from_all_tables_of_a_world_in_order_of_run()
    {
        var set = new EnsembleSet();
        var plan = EnsemblePlan.Of(Scenario(), null, 1, 6);
        set.Add(Play(plan with { Numbers = [4, 5] }, (_, _, _) => true));
        set.Add(Play(plan with { Numbers = [0, 2] }, (_, _, _) => false));

        var rows = set.Rows(plan);

        Assert.Equal([0, 2, 4, 5], rows.Numbers);
        Assert.Equal([0.0, 0, 1, 1], AWins.In(rows));
    }

    [Fact]
    public void Tables_that_share_a_run_are_not_added_up()
    {
        var set = new EnsembleSet();
        var plan = EnsemblePlan.Of(Scenario(), null, 1, 6);
        set.Add(Play(plan, (_, _, _) => true));
        set.Add(Play(plan with { Numbers = [5, 6] }, (_, _, _) => true));
        set.Add(Play(plan with { Numbers = [7, 8, 9] }, (_, _, _) => true));

        Assert.Equal([6, 3], set.Disjoint(plan).Select(t => t.Runs));
    }
}
