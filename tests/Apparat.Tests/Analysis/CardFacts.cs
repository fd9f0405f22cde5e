using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Reporting;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>Cards on worlds whose outcomes are made by a function.</summary>
public sealed class CardFacts
{
    private const int Runs = 200;

    // One needs the first and half of the luck, or the first two; the third does nothing.
    private static bool Wins(Scenario world, Chance chance, PersonId who) =>
        who == A && world.Has("one") && (world.Has("two") || chance.Draw("luck") < 0.5);

    private static Scenario WithCards(params string[] names) =>
        Scenario() with
        {
            Cards =
            [
                .. names
                    .Select(n => Factor(n, FactorKind.Rules))
                    .Select(f => new Card
                    {
                        Name = f.Name,
                        Change = f.References[0].Change,
                        Reference = f.References[0].Reference,
                    }),
            ],
        };

    private static CardTable Table(out long histories, bool late = false) =>
        Answer(new CardStudy(WithCards("one", "two", "three"), CardStudy.All(3), late, 7, Runs), Wins, out histories);

    [Fact]
    public void Every_setting_of_the_cards_is_played_once()
    {
        var table = Table(out var histories);

        Assert.True(table.IsFull);
        Assert.True(table.IsComplete);
        Assert.Equal(8 * Runs, histories);
        Assert.Equal(Enumerable.Range(0, 8), table.Settings.Select(s => s.On));
    }

    [Fact]
    public void A_card_that_is_off_is_replaced_by_its_reference_world()
    {
        var table = Table(out _);

        Assert.Equal(Runs, table[0b111]!.Held[0]);
        Assert.Equal(Runs, table[0b011]!.Held[0]);
        Assert.Equal(0, table[0b110]!.Held[0]);
        Assert.InRange(table[0b101]!.Held[0], 70, 130);
        Assert.Equal(table[0b101]!.Held[0], table[0b001]!.Held[0]);
    }

    [Fact]
    public void What_a_card_costs_and_what_it_does_alone_are_told_apart()
    {
        var table = Table(out _);

        Assert.Equal(1, table.Effects[0].Off[0].Difference.Value);
        Assert.Equal(1 - table[0b101]![0].Value, table.Effects[1].Off[0].Difference.Value, 12);
        Assert.Equal(0, table.Effects[1].Alone[0].Difference.Value);
        Assert.Equal(0, table.Effects[2].Off[0].Difference.Value);
    }

    [Fact]
    public void Of_two_cards_the_one_whose_absence_costs_more_mattered_more()
    {
        var table = Table(out _);
        var (straight, turned) = (table.Pair(0, 1)!, table.Pair(1, 0)!);

        Assert.True(straight.Off[0].Difference.Low > 0);
        Assert.Equal(-straight.Off[0].Difference.Value, turned.Off[0].Difference.Value);
        Assert.Equal(table[0b101]![0].Value - table[0b110]![0].Value, straight.Off[0].Difference.Value, 12);
        Assert.Null(table.Pair(0, 0));
    }

    [Fact]
    public void Comparing_two_cards_plays_six_worlds_and_no_more()
    {
        var table = Answer(
            new CardStudy(WithCards("one", "two", "three"), CardStudy.Two(3, 0, 2), late: true, 7, Runs),
            Wins,
            out var histories
        );

        // The late question adds the record held up to the branch: all cards on, and each of three off.
        Assert.Equal((6 + 4) * Runs, histories);
        Assert.NotNull(table.Pair(2, 0));
        Assert.Null(table.Pair(0, 1));
        Assert.False(table.IsFull);
    }

    [Fact]
    public void A_table_that_was_cancelled_says_so_and_keeps_what_is_finished()
    {
        var study = new CardStudy(WithCards("one", "two", "three"), CardStudy.All(3), late: false, 7, Runs);
        var set = new EnsembleSet();
        foreach (var plan in study.Needs(set).Take(5))
            set.Add(Play(plan, Wins));

        var table = study.Read(set);

        Assert.False(table.IsComplete);
        Assert.Equal(5, table.Settings.Length);
        Assert.NotNull(table[table.AllOn]);
        Assert.StartsWith("With all three cards", CardReport.Of(table, []).Lead[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_kept_as_JSON_reads_back_the_same()
    {
        var table = Table(out _, late: true);
        var kept = CardJson.Of(table, "program", "command").ToJsonString();

        var again = CardJson.Of(CardJson.Read(kept, table.Scenario), "program", "command").ToJsonString();

        Assert.Equal(kept, again);
    }

    [Fact]
    public void A_table_of_other_cards_is_refused()
    {
        var kept = CardJson.Of(Table(out _), "program", "command").ToJsonString();

        Assert.Throws<FormatException>(() => CardJson.Read(kept, WithCards("one", "two")));
        Assert.Throws<FormatException>(() => CardJson.Read(kept[..^40], WithCards("one", "two", "three")));
        Assert.Throws<FormatException>(() => CardJson.Read("{}", WithCards("one", "two", "three")));
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("effects")]
    [InlineData("pairs")]
    [InlineData("probe")]
    [InlineData("statements")]
    public void A_table_that_lacks_a_part_is_refused(string part)
    {
        var kept = CardJson.Of(Table(out _), "program", "command");
        kept.Remove(part);

        Assert.Throws<FormatException>(() => CardJson.Read(kept.ToJsonString(), WithCards("one", "two", "three")));
    }

    [Fact]
    public void The_sentence_names_the_card_that_costs_most_and_says_how_many_cost_nothing()
    {
        var lead = string.Join(' ', CardReport.Of(Table(out _), []).Lead);

        Assert.Contains("With all three cards in play", lead, StringComparison.Ordinal);
        Assert.Contains($"without \"one\" it is none of {Runs}", lead, StringComparison.Ordinal);
        Assert.Contains(
            "two of the three clearly cost him something when taken away alone, the other one does not",
            lead,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_cards_that_do_the_same_are_too_near_to_tell_apart()
    {
        var twins = Answer(
            new CardStudy(WithCards("one", "two"), CardStudy.All(2), late: false, 7, Runs),
            (world, chance, who) => who == A && world.Has("one") && world.Has("two") && chance.Draw("luck") < 0.5,
            out _
        );

        var said = string.Join(' ', CardReport.OfTwo(twins, 0, 1, []).Lead);

        Assert.Contains("\"one\" and \"two\" are too near to tell apart with all the others on", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_carries_every_setting_and_every_comparison_without_scripting()
    {
        var page = CardPage.Of(Table(out _, late: true), ["apparat cards"]);

        Assert.Equal(8, Count("<tr data-on="));
        Assert.Equal(3, Count("class=\"pair\""));
        Assert.Contains("<noscript>", page, StringComparison.Ordinal);
        Assert.Contains("Quote the evidence in an exam, never these percentages.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);

        int Count(string part) => page.Split(part).Length - 1;
    }
}
