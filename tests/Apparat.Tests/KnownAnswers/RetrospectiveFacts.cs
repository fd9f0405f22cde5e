using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>Looking back: the same histories, kept because they are near the record; and the words that only a calibrated model may use.</summary>
public sealed class RetrospectiveFacts
{
    [Fact]
    public void Histories_that_agree_with_the_record_are_kept_and_read_in_the_other_world_with_the_same_luck()
    {
        // On record B and C fell in the fourth month, as they do in just those histories in which A wins.
        var scenario = Scenario();
        var record = new RecordedRow(
            new[] { B, C }
                .Select(p => scenario[p])
                .ToImmutableSortedDictionary(p => ColumnName.FirstOf(Falls, p), p => 3.0 + p.Id.Index, StringComparer.Ordinal)
        );
        var (first, second) = (EnsemblePlan.Of(scenario, null, 1, 400), EnsemblePlan.Of(scenario, new Strike(["C1"]), 1, 400));
        var back = Answer(
            new Retrospective(scenario, AWins, record, first, second),
            (world, chance, who) => who == A && chance.Draw("luck") < (world.Strikes.IsEmpty ? 0.3 : 0.2),
            out var histories
        )!;

        var (all, near) = (back.Kept[0], back.Kept[^1]);
        Assert.Equal(800, histories);
        Assert.Equal(400, all.Difference.Counts.Runs);
        Assert.InRange(all.Difference.First.Value, 0.2, 0.4);
        Assert.Equal(1, near.Difference.First.Value);
        Assert.Equal(1, near.Agreement);
        Assert.InRange(near.Difference.Second.Value, 0.5, 0.85);
        Assert.Equal(all.Difference.Counts.OnlyFirst, near.Difference.Counts.OnlyFirst);
        Assert.Equal(0, near.Difference.Counts.OnlySecond);
        Assert.All(back.Kept.Zip(back.Kept.Skip(1)), p => Assert.True(p.First.Agreement <= p.Second.Agreement));
    }

    [Fact]
    public void A_record_that_settles_nothing_in_which_histories_differ_gives_no_answer()
    {
        var scenario = Scenario();
        var plan = EnsemblePlan.Of(scenario, null, 1, 20);
        var empty = new RecordedRow(ImmutableSortedDictionary<string, double>.Empty);

        Assert.Null(Answer(new Retrospective(scenario, AWins, empty, plan, plan), (_, chance, _) => chance.Draw("luck") < 0.5, out _));
        Assert.Null(new Retrospective(scenario, AWins, empty, plan, plan).Read(new EnsembleSet()));
    }

    [Fact]
    public void Words_are_given_of_a_calibrated_model_only_and_always_of_sufficiency_too()
    {
        var needed = new Necessity(new PairedCounts(2, 58, 0, 40));

        Assert.Null(Wording.Of([needed], isCalibrated: false));
        Assert.Equal(
            new("would almost surely not have happened without it", "it was not sufficient on its own"),
            Wording.Of([needed], isCalibrated: true)
        );
    }

    [Theory]
    [InlineData(20, 40, 40, "mainly depended on it", false)]
    [InlineData(30, 20, 50, "it contributed substantially", false)]
    [InlineData(50, 10, 40, "it is not shown to have been necessary", false)]
    [InlineData(8, 90, 2, "would almost surely not have happened without it", true)]
    public void The_words_follow_the_scale(long both, long only, long neither, string expected, bool enough)
    {
        var words = Wording.Of([new Necessity(new PairedCounts(both, only, 0, neither))], isCalibrated: true)!;

        Assert.Equal(expected, words.Necessary);
        Assert.Equal(enough, !words.Sufficient.Contains("not", StringComparison.Ordinal));
    }

    [Fact]
    public void Necessity_is_not_told_of_what_is_rare_and_no_word_is_told_where_accounts_disagree()
    {
        var rare = Wording.Of([new Necessity(new PairedCounts(0, 9, 0, 91))], isCalibrated: true)!;
        var disagree = Wording.Of(
            [new Necessity(new PairedCounts(5, 45, 0, 50)), new Necessity(new PairedCounts(30, 20, 0, 50))],
            isCalibrated: true
        )!;

        Assert.Equal(("", "it was not sufficient on its own"), (rare.Necessary, rare.Sufficient));
        Assert.StartsWith("the record does not decide", disagree.Necessary, StringComparison.Ordinal);
    }
}
