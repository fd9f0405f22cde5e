using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Plans, tables and names of what is run: what they refuse, and what they give at the ends of their range.</summary>
public sealed class RunningFacts
{
    [Fact]
    public async Task What_is_not_there_is_refused_by_name()
    {
        var store = new EnsembleStore("nowhere", typeof(StandardLexicon).Assembly);
        Assert.Throws<ArgumentNullException>("world", () => Histories.Tell(null!, 1, 0));
        Assert.Throws<ArgumentNullException>("world", () => Histories.Tell(null!, 1, [0]).ToList());
        Assert.Throws<ArgumentNullException>("numbers", () => Histories.Tell(SmallParty.With(), 1, null!).ToList());
        Assert.Throws<ArgumentNullException>("plan", () => store.Find(null!));
        Assert.Throws<ArgumentNullException>("ensemble", () => store.Keep(null!));
        await Assert.ThrowsAsync<ArgumentNullException>("plan", () => new LocalRunner(1).Run(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.Merge([]));
    }

    [Fact]
    public void Slices_take_every_run_once_and_those_past_the_last_are_refused()
    {
        var plan = EnsemblePlan.Of(SmallParty.With(), null, 1, 7);
        Assert.Equal([0, 3, 6], plan.Slice(1, 3).Numbers);
        Assert.Equal([1, 4], plan.Slice(2, 3).Numbers);
        Assert.Equal([2, 5], plan.Slice(3, 3).Numbers);
        Assert.Equal(plan.Numbers, plan.Slice(1, 1).Numbers);
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Slice(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Slice(4, 3));
    }

    [Fact]
    public async Task Slices_put_together_are_the_whole_and_those_of_two_plans_or_with_a_run_twice_are_refused()
    {
        var world = ManyWords.Worlds.First().World;
        var plan = EnsemblePlan.Of(world, null, 4, 5);
        var whole = await new LocalRunner(2).Run(plan, null, TestContext.Current.CancellationToken);
        var (first, second) = (await Run(plan.Slice(1, 2)), await Run(plan.Slice(2, 2)));
        var merged = Ensemble.Merge([second, first]);
        Assert.Equal((whole.Fingerprint, true), (merged.Fingerprint, merged.IsComplete));
        foreach (var column in whole.Columns)
            Assert.Equal(whole[column.Name].ToArray(), merged[column.Name].ToArray());
        foreach (var (one, other) in whole.Series.Zip(merged.Series))
            Assert.Equal((one.Name, one.Subject), (other.Name, other.Subject));
        Assert.Equal(whole.Series.SelectMany(s => s.Sum), merged.Series.SelectMany(s => s.Sum));
        Assert.Equal(whole.Series.SelectMany(s => s.SumOfSquares), merged.Series.SelectMany(s => s.SumOfSquares));
        Assert.Throws<ArgumentException>(() => Ensemble.Merge([first, first]));
        var other1 = await Run(plan with { Seed = 5 });
        Assert.Throws<ArgumentException>(() => Ensemble.Merge([first, other1]));
        var other2 = await Run(plan.Slice(2, 2) with { Change = new KeepFirstSizes() });
        Assert.Throws<ArgumentException>(() => Ensemble.Merge([first, other2]));
        Assert.Throws<KeyNotFoundException>(() => whole["no such column"].Length);
        Assert.True(whole.Has(whole.Columns[0].Name));
        Assert.False(whole.Has("no such column"));

        Task<Ensemble> Run(EnsemblePlan part) => new LocalRunner(1).Run(part, null, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("Pages and  Clerks", "pages_and_clerks")]
    [InlineData("--3.1 (b)!", "3_1_b")]
    [InlineData("Zürich", "z_rich")]
    [InlineData("...", "")]
    [InlineData("", "")]
    public void Names_of_columns_are_letters_and_digits_with_one_line_between(string text, string slug) =>
        Assert.Equal(slug, ColumnName.Slug(text));

    [Theory]
    [InlineData(0.5, 2, 0.75)]
    [InlineData(0.75, 0.5, 0.5)]
    [InlineData(0.3, 1, 0.3)]
    [InlineData(1, 0.25, 1)]
    [InlineData(1.5, 2, 1)]
    [InlineData(0, 3, 0)]
    public void A_share_a_month_over_some_months_is_what_is_left_over_from_each(double share, double months, double over) =>
        Assert.Equal(over, ParameterTable.Over(share, months), 12);

    [Fact]
    public void What_is_given_by_the_month_holds_for_a_turn_as_its_parameter_says()
    {
        var party = SmallParty.With("P1: Secretary enrols members", set: ("growth", 0.21));
        var week = party with { Calendar = party.Calendar with { Step = new Step("half", "halves", 15) } };
        var w = MechanismFacts.FirstDay(week.Set("kappa", 0.04).Set("lam", 0.19).Set("nu", 1.5));
        w.AccrueOver(0.5);
        Assert.Equal(0.02, Now("kappa"), 12);
        Assert.Equal(0.1, Now("growth"), 12);
        Assert.Equal(1 - Math.Sqrt(0.81), Now("lam"), 12);
        Assert.Equal(1.5, Now("nu"), 12);

        double Now(string name) => w.ValuesNow[w.C.Parameters.Find(w.C.Scenario.Parameters.Single(p => p.Name == name))];
    }

    [Fact]
    public void Worlds_of_many_words_tell_their_people_and_columns_as_they_told_them()
    {
        var text = new System.Text.StringBuilder();
        foreach (var (name, world) in ManyWords.Worlds)
        {
            var told = Histories.Tell(world, 6, 1);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"# {name}\n");
            Line("people", told.Names.OrderBy(n => n.Key.Index).Select(n => $"{n.Key.Index} {n.Value}"));
            Line("first seats", told.FirstSeats.Select(s => $"{s.Item1.Index} {s.Item2.Index}"));
            Line("first uses", told.FirstUses.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => $"{u.Key} {u.Value.Index}"));
            Line("phases", Histories.Schedule(world));
            foreach (var c in Ensemble.ColumnsOf(world))
                Line("column", [FormattableString.Invariant($"{c.Name} {c.Type} {c.Unit} {c.Low:R} {c.High:R} {c.Meaning} ({c.Source})")]);
        }
        Golden.Holds(text.ToString(), "tests", "Apparat.Tests", "Cases", "many-words.txt");

        void Line(string of, IEnumerable<string> parts) => text.Append(of).Append(": ").AppendJoin("; ", parts).Append('\n');
    }
}
