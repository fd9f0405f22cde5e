using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Scores of accounts, and what a choice by them is worth.</summary>
public sealed class AccountScoreFacts
{
    private static readonly Observable[] TwoCoins = [new Coin("one"), new Coin("other")];

    [Fact]
    public void An_accounts_probabilities_of_the_kinds_of_an_observable_sum_to_one_and_none_is_nothing()
    {
        var score = new AccountScore(
            TwoCoins,
            [
                [0, 0, 0],
                [1, 0, 1],
            ],
            [0, 1, 2]
        );

        for (var o = 0; o < 2; o++)
            Assert.Equal(1, score.Probability(o, 0) + score.Probability(o, 1), 12);
        // Three of three, and half a count for each kind: 3.5 of 4.
        Assert.Equal(3.5 / 4, score.Probability(0, 0), 12);
        Assert.Equal(0.5 / 4, score.Probability(0, 1), 12);
    }

    [Fact]
    public void A_score_is_the_mean_logarithm_over_observables()
    {
        var score = new AccountScore(
            TwoCoins,
            [
                [0, 0, 0],
                [1, 0, 1],
            ],
            [0, 1, 2]
        );

        Assert.Equal((Math.Log(3.5 / 4) + Math.Log(2.5 / 4)) / 2, score.Of(o => o), 12);
        Assert.Equal(score.Of(o => o), score.Estimate(o => o).Value, 12);
        Assert.True(score.Estimate(o => o).StandardError > 0);
    }

    [Fact]
    public void Only_the_runs_that_are_to_count_count()
    {
        var score = new AccountScore(
            TwoCoins,
            [
                [0, 1, 1, 1],
                [0, 0, 0, 0],
            ],
            [0]
        );

        Assert.Equal(1.5 / 2, score.Probability(0, 0), 12);
    }

    [Fact]
    public void A_matrix_tells_how_often_the_maker_is_found_and_who_made_what_is_put_down_to_an_account()
    {
        var matrix = new ConfusionMatrix(
            ["A", "B"],
            [
                [80, 20],
                [40, 60],
            ]
        );

        Assert.Equal(0.7, matrix.Recovered.Value, 12);
        Assert.Equal(0.2, matrix.Chosen(0, 1).Value, 12);
        Assert.Equal([80 / 120.0, 40 / 120.0], matrix.MadeBy(0).Select(p => Math.Round(p, 12)), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(1, matrix.MadeBy(1).Sum(), 12);
    }

    [Fact]
    public void When_something_first_held_is_sorted_by_year()
    {
        var scenario = SmallParty.With();
        var first = new FirstTime(scenario, scenario.Outcomes[1], scenario[scenario.Cast.Contenders[0]]);

        Assert.Equal(["never", "from the first month", "2000", "2001", "2002", "2003"], first.Kinds);
        Assert.Equal("never", first.Kinds[first.KindOf([double.NaN])]);
        Assert.Equal("from the first month", first.Kinds[first.KindOf([0])]);
        Assert.Equal("2000", first.Kinds[first.KindOf([11])]);
        Assert.Equal("2001", first.Kinds[first.KindOf([12])]);
        Assert.Equal("2003", first.Kinds[first.KindOf([47])]);
    }

    [Fact]
    public void Who_fell_first_is_told_and_who_never_fell_fell_last()
    {
        var scenario = SmallParty.With();
        var (a, b) = (scenario[scenario.Cast.Contenders[0]], scenario[scenario.Cast.Contenders[1]]);
        var order = new WhoFirst(scenario.Outcomes[1], a, b);

        Assert.Equal(1, order.KindOf([3, 5]));
        Assert.Equal(2, order.KindOf([double.NaN, 5]));
        Assert.Equal(0, order.KindOf([5, 5]));
        Assert.Equal(0, order.KindOf([double.NaN, double.NaN]));
    }

    [Theory]
    [InlineData(double.NaN, 5, "not both")]
    [InlineData(5, 5, "at once")]
    [InlineData(9, 5, "the other way round")]
    [InlineData(5, 17, "up to 12")]
    [InlineData(5, 18, "up to 36")]
    [InlineData(0, 40, "more")]
    public void The_time_from_one_loss_to_the_next_is_sorted(double one, double other, string kind)
    {
        var scenario = SmallParty.With();
        var steps = new BetweenSteps(scenario.Outcomes[1], scenario.Outcomes[2], scenario[scenario.Cast.Contenders[0]]);

        Assert.Equal(kind, steps.Kinds[steps.KindOf([one, other])]);
    }

    [Fact]
    public async Task No_account_is_scored_on_the_headline_it_is_to_explain()
    {
        var scenario = SmallParty.With(set: ("nu", 2));
        var rows = new EnsembleSet();
        var plan = EnsemblePlan.Of(scenario, null, 1, 60);
        rows.Add(await new LocalRunner().Run(plan));
        var observables = Observable.All(scenario, Everything(scenario), [rows.Rows(plan)]);

        Assert.NotEmpty(observables);
        Assert.DoesNotContain(observables, o => o.Columns.Any(c => c.StartsWith("defeats", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_hardly_ever_is_otherwise_in_runs_and_on_the_record_is_no_observable()
    {
        var scenario = SmallParty.With(set: ("nu", 2));
        var set = new EnsembleSet();
        var plan = EnsemblePlan.Of(scenario, null, 1, 300);
        set.Add(await new LocalRunner().Run(plan, cancel: TestContext.Current.CancellationToken));
        var rows = set.Rows(plan);
        var record = Everything(scenario);
        var scored = Observable.All(scenario, record, [rows]);

        Assert.All(scored, o => Assert.True(Rest(o) >= 3 || o.On(record) != Commonest(o), o.Name));
        // That he falls in the first month never happens; were it so on the record, every account would miss it and is scored on it.
        var never = scored.OfType<FirstTime>().First(o => !o.In(rows).Contains(1));
        var column = never.Columns[0];
        var once = new RecordedRow(
            System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
                rows.Columns.Select(c =>
                    KeyValuePair.Create(
                        c.Name,
                        c.Name == column ? 0
                            : record.Has(c.Name) ? record[c.Name]
                            : double.NaN
                    )
                )
            )
        );
        Assert.Contains(Observable.All(scenario, once, [rows.Only(Kind(never, Commonest(never)))]), o => o.Name == never.Name);

        int Commonest(Observable o) => o.In(rows).GroupBy(k => k).MaxBy(g => g.Count())!.Key;
        int Rest(Observable o) => o.In(rows).Count(k => k != Commonest(o));
        HashSet<int> Kind(Observable o, int kind) => [.. rows.Numbers.Where((_, i) => o.In(rows)[i] == kind)];
    }

    [Fact]
    public async Task Accounts_that_differ_are_told_apart_and_accounts_that_do_not_are_not()
    {
        var scenario = SmallParty.With(set: ("nu", 2));
        var record = Everything(scenario);
        // Without patronage against with it, and with it told twice in words that make no difference.
        var apart = await Answer(scenario, record, ["strike S5; strike S6; strike S2/slate; nu is 6", "l0 is 0.9"]);
        var alike = await Answer(scenario, record, ["l0 is 0.9", "l0 is 0.9; longest_delay is 12"]);

        Assert.True(apart.Confusion!.Recovered.Value > 0.85, $"recovered {apart.Confusion.Recovered.Value}");
        Assert.True(apart.CanBeToldApart);
        Assert.False(alike.CanBeToldApart);
        Assert.InRange(apart.Best, 0, 1);
        Assert.Equal(2, apart.Accounts.Length);
        Assert.All(apart.Accounts, a => Assert.True(a.Predictive.Headline.IsDefined));
        Assert.All(apart.Observables, o => Assert.All(o.Probabilities, p => Assert.InRange(p, 0, 1)));
    }

    [Fact]
    public async Task Without_a_record_accounts_have_a_headline_and_no_score()
    {
        var answer = await Answer(SmallParty.With(), null, ["l0 is 0.9", "strike S5"]);

        Assert.Null(answer.Confusion);
        Assert.Equal(-1, answer.Best);
        Assert.All(answer.Accounts, a => Assert.Null(a.Score));
        Assert.True(answer.Accounts[1].Change.Change.IsDefined);
    }

    // A record that settles all outcomes: what happened in one run of the scenario itself.
    private static RecordedRow Everything(Scenario scenario)
    {
        var table = new LocalRunner().Run(EnsemblePlan.Of(scenario, null, 99, 1)).GetAwaiter().GetResult();
        return new(
            System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
                table.Columns.Select(c => KeyValuePair.Create(c.Name, table[c.Name][0]))
            )
        );
    }

    private static async Task<AccountsAnswer> Answer(Scenario scenario, RecordedRow? record, string[] changes)
    {
        var study = new RivalAccounts(scenario, [.. changes.Select((c, i) => Account(scenario, $"M{i}", c))], record, [], 3, 200, 20);
        var set = new EnsembleSet();
        while (study.Needs(set) is { Count: > 0 } plans)
        {
            foreach (var plan in plans)
                set.Add(await new LocalRunner().Run(plan));
        }
        return study.Read(set);
    }

    private static Account Account(Scenario scenario, string id, string change)
    {
        var known = scenario.Parameters.Select(p => p.Name).ToHashSet();
        var sentences = change.Split("; ").Where(s => !s.EndsWith(" is 12", StringComparison.Ordinal) || known.Contains(s.Split(' ')[0]));
        return new(
            id,
            id,
            "",
            [],
            Citation.None,
            [.. sentences.Select(s => new AccountSwitch(s, ScenarioFile.Change(scenario, [s], [])!, ""))]
        );
    }

    private sealed record Coin(string Of) : Observable(Of, [Of], ["heads", "tails"])
    {
        public override int KindOf(ReadOnlySpan<double> values) => values[0] > 0.5 ? 1 : 0;
    }
}
