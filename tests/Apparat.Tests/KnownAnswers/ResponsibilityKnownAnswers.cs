using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Apparat.Analysis;

namespace Apparat.Tests;

/// <summary>Actual causes and degrees of responsibility of the published examples (Halpern and Pearl 2005; Chockler and Halpern 2004).</summary>
public sealed partial class ResponsibilityKnownAnswers
{
    public static TheoryData<string, string, string> WeightedVotes =>
        [
            .. PublishedTable
                .Read("actual_cause_responsibility.csv")
                .Where(r => r["structure"].StartsWith('['))
                .Select(r => (r["structure"], r["candidate"], r["degree_of_responsibility"])),
        ];

    [Theory]
    [MemberData(nameof(WeightedVotes))]
    public void A_voter_answers_for_a_weighted_vote_as_the_table_says(string structure, string candidate, string degree)
    {
        var numbers = Number()
            .Matches(structure.Split("votes")[0].Split("all")[0])
            .Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))
            .ToArray();
        ImmutableArray<int> weights = [.. numbers[1..]];
        ImmutableArray<bool> yes = structure.Contains("votes", StringComparison.Ordinal)
            ? [.. Number().Matches(structure.Split("votes")[1]).Select(m => m.Value == "1")]
            : [.. weights.Select(_ => true)];
        var named = int.Parse(Number().Match(candidate).Value, CultureInfo.InvariantCulture);
        var voter =
            weights.Contains(named) && structure.Contains("all vote yes", StringComparison.Ordinal) ? weights.IndexOf(named) : named - 1;

        Assert.Equal(Fraction(degree), new Division(numbers[0], weights, yes).Responsibility(voter), 12);
    }

    [Theory]
    [InlineData(11, 0, 6, 1.0 / 6)]
    [InlineData(6, 5, 6, 1.0)]
    [InlineData(7, 4, 6, 0.5)]
    public void A_yes_in_a_majority_answers_for_it_the_less_the_larger_it_is(int yes, int no, int needed, double degree) =>
        Assert.Equal(degree, Division.Of(yes, no, needed).Responsibility(0), 12);

    [Fact]
    public void Those_on_the_losing_side_do_not_answer_for_the_result() => Assert.Equal(0, Division.Of(6, 5, 6).Responsibility(10));

    [Fact]
    public void Responsibility_in_small_weighted_votes_equals_a_search_over_all_changes()
    {
        foreach (
            var weights in (int[][])
                [
                    [3, 2, 2, 1, 1],
                    [4, 4, 4, 2, 2, 1],
                    [5, 1, 1, 1],
                ]
        )
        {
            for (var needed = 1; needed <= weights.Sum(); needed += 2)
            {
                for (var votes = 0; votes < 1 << weights.Length; votes++)
                {
                    var division = new Division(
                        needed,
                        [.. weights],
                        [.. Enumerable.Range(0, weights.Length).Select(i => (votes >> i & 1) != 0)]
                    );
                    for (var voter = 0; voter < weights.Length; voter++)
                        Assert.Equal(BySearch(division, voter), division.ChangesUntilCritical(voter));
                }
            }
        }
    }

    [Fact]
    public void Suzy_whose_rock_hits_first_is_the_cause_and_billy_is_not()
    {
        var model = new StructuralModel([
            ("ST", _ => true),
            ("BT", _ => true),
            ("SH", v => v[0]),
            ("BH", v => v[1] && !v[2]),
            ("BS", v => v[2] || v[3]),
        ]);
        var cause = new ActualCause(model, model["BS"]);

        Assert.True(cause.IsCause2005(model["ST"]));
        Assert.Equal(1, cause.Responsibility(model["ST"]));
        Assert.True(cause.IsCause2015(1u << model["ST"]));
        Assert.False(cause.IsCause2005(model["BT"]));
        Assert.Equal(0, cause.Responsibility(model["BT"]));
        Assert.False(cause.IsPartOfCause2015(model["BT"]));
    }

    [Fact]
    public void Lightning_or_a_match_each_sufficient_share_the_fire()
    {
        var model = new StructuralModel([("L", _ => true), ("MD", _ => true), ("FF", v => v[0] || v[1])]);
        var cause = new ActualCause(model, 2);

        Assert.True(cause.IsCause2005(0));
        Assert.Equal(0.5, cause.Responsibility(0));
        Assert.False(cause.IsCause2015(1));
        Assert.True(cause.IsCause2015(3));
        Assert.True(cause.IsPartOfCause2015(0));
    }

    [Fact]
    public void Lightning_and_a_match_both_needed_each_answer_for_the_fire()
    {
        var model = new StructuralModel([("L", _ => true), ("MD", _ => true), ("FF", v => v[0] && v[1])]);
        var cause = new ActualCause(model, 2);

        Assert.True(cause.IsCause2005(0));
        Assert.True(cause.IsCause2015(1));
        Assert.Equal(1, cause.Responsibility(0));
    }

    [Fact]
    public void Ten_marksmen_with_one_live_bullet_bear_a_tenth_of_the_blame_each()
    {
        var blame = Enumerable
            .Range(0, 10)
            .Average(live =>
            {
                var model = new StructuralModel([("shot", _ => true), ("dead", v => v[0] && live == 0)]);
                return model.Actual >> 1 == 0 ? 0 : new ActualCause(model, 1).Responsibility(0);
            });
        Assert.Equal(0.1, blame, 12);
    }

    [Fact]
    public void The_rarer_of_two_needed_causes_is_judged_the_stronger()
    {
        var rare = new CausalJudgement(0.1, 0.9, 0);
        var common = new CausalJudgement(0.9, 0.1, 0);
        Assert.True(rare.EffectSize > common.EffectSize);
        Assert.True(rare.NecessitySufficiency > common.NecessitySufficiency);
    }

    private static int? BySearch(Division division, int voter)
    {
        int? best = null;
        var n = division.Weights.Length;
        for (var flips = 0; flips < 1 << n; flips++)
        {
            if ((flips >> voter & 1) != 0)
                continue;
            var changed = division with { Yes = [.. division.Yes.Select((y, i) => y ^ ((flips >> i & 1) != 0))] };
            var flipped = changed with { Yes = changed.Yes.SetItem(voter, !changed.Yes[voter]) };
            var k = int.PopCount(flips);
            if (
                division.Yes[voter] == division.IsCarried
                && changed.IsCarried == division.IsCarried
                && flipped.IsCarried != changed.IsCarried
                && !(k >= best)
            )
                best = k;
        }
        return best;
    }

    private static double Fraction(string text)
    {
        var parts = text.Split('/');
        var top = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1 ? top : top / double.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
