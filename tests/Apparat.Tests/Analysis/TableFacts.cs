using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>How a run becomes a row and a series, and how a table is kept in a folder and found again.</summary>
public sealed class TableFacts : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("apparat-tables-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(new int[0], double.NaN, double.NaN, 0)]
    [InlineData(new[] { 3 }, 3, double.NaN, 0)]
    [InlineData(new[] { 0, 1, 2 }, 0, double.NaN, 0)]
    [InlineData(new[] { 47 }, 47, 47, 1)]
    [InlineData(new[] { 3, 4, 45, 46, 47 }, 3, 45, 1)]
    public async Task An_outcome_is_dated_from_its_first_month_and_settled_from_that_after_which_it_never_lapsed(
        int[] months,
        double first,
        double settled,
        double atLast
    )
    {
        var table = await Run(Small with { Outcomes = [Outcome([.. months])] });

        Assert.Equal(48, Small.Calendar.Turns);
        Assert.All(table["held_a_first"].ToArray(), v => Assert.Equal(first, v));
        Assert.All(table["held_a_settled"].ToArray(), v => Assert.Equal(settled, v));
        Assert.All(table["held_a"].ToArray(), v => Assert.Equal(atLast, v));
        var series = table.Series.Single(s => s.Name == "held" && s.Subject.Index == 0);
        Assert.Equal(Enumerable.Range(0, 48).Select(t => months.Contains(t) ? 3.0 : 0), series.Sum);
        Assert.Equal(series.Sum, series.SumOfSquares);
    }

    [Fact]
    public async Task A_measure_is_taken_every_third_month_and_in_the_last_and_stands_until_it_is_taken_again()
    {
        var table = await Run(Small with { Measures = [new Months()] });

        double Seen(int turn) => turn == 47 ? 47 : turn - (turn % 3);
        var series = table.Series.Single(s => s.Name == "months" && s.Subject.Index == 0);
        Assert.Equal(Enumerable.Range(0, 48).Select(t => 3 * Seen(t)), series.Sum);
        Assert.Equal(Enumerable.Range(0, 48).Select(t => 3 * Seen(t) * Seen(t)), series.SumOfSquares);
        Assert.All(table["months_a"].ToArray(), v => Assert.Equal(47, v));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_table_that_was_kept_is_found_with_all_that_was_in_it(int runs)
    {
        var table = await Run(Small, runs);
        var store = Store;
        Assert.Null(store.Find(table.Plan));
        store.Keep(table);

        var found = store.Find(table.Plan);

        Assert.NotNull(found);
        Assert.True(found.IsComplete);
        Assert.Equal(table.Numbers, found.Numbers);
        Assert.Equal(table.Columns, found.Columns);
        Assert.Equal(table.Fingerprints, found.Fingerprints);
        foreach (var column in table.Columns)
            Assert.Equal(table[column.Name].ToArray(), found[column.Name].ToArray());
        Assert.Equal(table.Series.Length, found.Series.Length);
        foreach (var (kept, read) in table.Series.Zip(found.Series))
        {
            Assert.Equal((kept.Name, kept.Subject), (read.Name, read.Subject));
            Assert.Equal(kept.Sum, read.Sum);
            Assert.Equal(kept.SumOfSquares, read.SumOfSquares);
        }
    }

    [Fact]
    public async Task Another_seed_other_runs_another_world_and_other_words_are_other_tables()
    {
        var table = await Run(Small);
        Store.Keep(table);

        Assert.NotNull(Store.Find(EnsemblePlan.Of(Small, null, 4, 3)));
        Assert.Null(Store.Find(EnsemblePlan.Of(Small, null, 5, 3)));
        Assert.Null(Store.Find(EnsemblePlan.Of(Small, null, 4, 2)));
        Assert.Null(Store.Find(EnsemblePlan.Of(Small, new Strike(["S5"], 0), 4, 3)));
        Assert.Null(new EnsembleStore(_folder).Find(table.Plan));
        Assert.Null(new EnsembleStore(Path.Combine(_folder, "none"), typeof(StandardLexicon).Assembly).Find(table.Plan));
    }

    [Fact]
    public async Task A_table_of_everything_answers_whoever_watches_less_and_never_the_other_way_round()
    {
        var plan = EnsemblePlan.Of(Small, null, 4, 3);
        var less = plan with { Watched = Watched.Only(Small.Outcomes[0].Name) };
        var other = plan with { Watched = Watched.Only(Small.Outcomes[1].Name) };
        Store.Keep(await new LocalRunner(1).Run(less, cancel: TestContext.Current.CancellationToken));

        Assert.Equal((3 + Small.Measures.Length) * Small.Cast.Contenders.Length, Store.Find(less)!.Columns.Length);
        Assert.Null(Store.Find(plan));
        Assert.Null(Store.Find(other));

        Store.Keep(await Run(Small));
        Assert.True(Store.Find(other)!.Plan.Watched.Covers(other.Watched));
        Assert.Equal(Watched.All, Store.Find(plan)!.Plan.Watched);
    }

    [Fact]
    public async Task A_file_cut_short_or_written_over_counts_as_not_there_and_a_cancelled_table_is_not_kept()
    {
        var table = await Run(Small);
        Store.Keep(table);
        var file = Directory.EnumerateFiles(_folder).Single();
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        foreach (var length in new[] { 0, 3, 4, 9, bytes.Length / 2, bytes.Length - 1 })
        {
            await File.WriteAllBytesAsync(file, bytes[..length], TestContext.Current.CancellationToken);
            Assert.Null(Store.Find(table.Plan));
        }
        foreach (var at in new[] { 0, 4, 8, bytes.Length - 1 })
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 1;
            await File.WriteAllBytesAsync(file, damaged, TestContext.Current.CancellationToken);
            Assert.Null(Store.Find(table.Plan));
        }

        File.Delete(file);
        Store.Keep(
            new Ensemble(
                table.Plan,
                table.Numbers,
                table.Columns,
                [.. table.Columns.Select(c => table[c.Name].ToArray())],
                table.Fingerprints,
                table.Series,
                complete: false
            )
        );
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public async Task What_is_stored_is_not_played_again()
    {
        var plan = EnsemblePlan.Of(Small, null, 4, 3);
        var runner = new StoringRunner(new LocalRunner(1), Store);
        var played = await runner.Run(plan, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(0, runner.Stored);
        var found = await runner.Run(plan, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(3, runner.Stored);
        Assert.Null(runner.NotKept);
        Assert.Equal(played.Fingerprints, found.Fingerprints);
    }

    [Fact]
    public async Task What_is_played_anew_takes_nothing_from_the_store_and_is_stored()
    {
        var plan = EnsemblePlan.Of(Small, null, 4, 3);
        var anew = new StoringRunner(new LocalRunner(1), Store, anew: true);
        await anew.Run(plan, cancel: TestContext.Current.CancellationToken);
        await anew.Run(plan, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(0, anew.Stored);
        Assert.NotNull(Store.Find(plan));
    }

    private static Scenario Small { get; } = SmallParty.With();

    private EnsembleStore Store => new(_folder, typeof(StandardLexicon).Assembly);

    private static Task<Ensemble> Run(Scenario world, int runs = 3) =>
        new LocalRunner(1).Run(EnsemblePlan.Of(world, null, 4, runs), cancel: TestContext.Current.CancellationToken);

    private static Outcome Outcome(ImmutableArray<int> months) => new("held", new InMonths(months), "", Citation.None, SourceSpan.Nowhere);

    private sealed record InMonths(ImmutableArray<int> Turns) : Condition
    {
        public override bool Holds(WorldView now, PersonId x) => Turns.Contains(now.Now.Index);
    }

    private sealed record Months : Measure
    {
        public override string Name => "months";
        public override string Unit => "months";
        public override (double Low, double High) Range => (0, 48);
        public override string Meaning => "how many months have passed";
        public override string Source => "the calendar";

        public override double Value(WorldView now, PersonId x) => now.Now.Index;
    }
}
