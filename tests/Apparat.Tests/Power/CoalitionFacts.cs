using System.Collections.Immutable;
using Apparat.Language;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Vocabulary;
using CsCheck;

namespace Apparat.Tests;

/// <summary>Coalitions that just win, circles of majorities, weighted forms, and the games of bodies.</summary>
public sealed class CoalitionFacts
{
    private static readonly Gen<VotingGame> AnySmallGame =
        from n in Gen.Int[1, 5]
        from rules in Gen.Select(Gen.Long[0, 4].Array[n], Gen.Double[0.05, 1]).Array[1, 3]
        from needed in Gen.Int[1, rules.Length]
        let parts = rules
            .Select(r => (Winning)new QuotaRule([.. r.Item1], Math.Max(1, (long)Math.Ceiling(r.Item1.Sum() * r.Item2))))
            .ToImmutableArray()
        let game = PublishedGames.Game([.. Enumerable.Range(0, n).Select(i => ($"{i}", 1))], new SomeOf(needed, parts))
        where PowerLaws.Wins(game, [.. Enumerable.Repeat(1, n)])
        select game;

    [Theory]
    [InlineData(5, 3, 3)]
    [InlineData(9, 6, 3)]
    [InlineData(9, 7, 5)]
    [InlineData(100, 67, 4)]
    [InlineData(10, 9, 10)]
    public void For_so_many_of_equals_the_Nakamura_number_is_that_of_the_formula(int members, int needed, int number)
    {
        // Smallest k with k (n - q) >= n (Ferejohn and Grether 1974).
        var game = SimpleGame.Of(PublishedGames.Game([("member", members)], new QuotaRule([1], needed)));

        Assert.Equal(number, NakamuraNumber.Of(game, BoundaryCoalitions.Of(game)!.MinimalWinning));
    }

    [Fact]
    public void The_Nakamura_number_is_the_fewest_winning_coalitions_with_nobody_in_common() =>
        AnySmallGame.Sample(
            game =>
            {
                var simple = SimpleGame.Of(game);
                return NakamuraNumber.Of(simple, BoundaryCoalitions.Of(simple)!.MinimalWinning) == Nakamura(game);
            },
            iter: 300
        );

    [Fact]
    public void Minimal_winning_coalitions_are_those_of_the_census() =>
        AnySmallGame.Sample(
            game =>
            {
                var simple = SimpleGame.Of(game);
                var census = Enumeration.Of(simple, null, default);
                return BoundaryCoalitions
                    .Of(simple)!
                    .MinimalWinning.Select(c => string.Join(',', c))
                    .ToHashSet()
                    .SetEquals(census.Kinds.Select(c => string.Join(',', c)));
            },
            iter: 300
        );

    [Fact]
    public void Quota_rules_found_for_a_game_give_that_game() =>
        AnySmallGame.Sample(
            game =>
            {
                var dimension = Dimension.Of(game)!;
                var n = game.Players.Length;
                return Enumerable
                    .Range(0, 1 << n)
                    .All(set =>
                        PowerLaws.Wins(game, [.. Enumerable.Range(0, n).Select(i => set >> i & 1)])
                        == dimension.Rules.All(r =>
                            r.Weights.Where((_, i) => (set >> i & 1) == 1).Aggregate(System.Numerics.BigInteger.Zero, (a, b) => a + b)
                            >= r.Quota
                        )
                    );
            },
            iter: 200
        );

    [Fact]
    public void A_weighted_game_has_dimension_one_whatever_it_looks_like() =>
        Gen.Select(Gen.Long[1, 9].Array[2, 6], Gen.Double[0.2, 0.9])
            .Sample(
                (weights, share) =>
                    Dimension.Of(PublishedGames.OneRule(Math.Max(1, (long)(weights.Sum() * share)), weights)) is { Number: 1 },
                iter: 200
            );

    [Fact]
    public void The_Victoria_rule_is_not_weighted_and_two_rules_make_it()
    {
        // The same rule without the prairies' alternative: two chambers, each of which must agree, cannot be one quota.
        var two = PublishedGames.Game([("lower", 3), ("upper", 3)], SomeOf.All(new QuotaRule([1, 0], 2), new QuotaRule([0, 1], 2)));

        Assert.Equal(2, Dimension.Of(two)!.Number);
        Assert.True(Dimension.Of(PublishedGames.Named("VICTORIA")) is null or { Number: > 1 });
    }

    [Fact]
    public void Two_chambers_or_each_other_have_the_dimension_of_the_literature()
    {
        // Taylor and Zwicker 1993: winning means both of some pair; with m pairs the dimension is 2^(m-1).
        VotingGame Pairs(int m) =>
            PublishedGames.Game(
                [.. Enumerable.Range(0, 2 * m).Select(i => ($"{i}", 1))],
                SomeOf.Any([
                    .. Enumerable
                        .Range(0, m)
                        .Select(p => (Winning)new QuotaRule([.. Enumerable.Range(0, 2 * m).Select(i => i / 2 == p ? 1L : 0)], 2)),
                ])
            );

        Assert.Equal(2, Dimension.Of(Pairs(2))!.Number);
        Assert.Equal(4, Dimension.Of(Pairs(3))!.Number);
    }

    [Fact]
    public void Among_equals_as_many_are_left_as_among_members_looked_at_one_by_one()
    {
        foreach (var alpha in new Supermajority[] { new(1, 2), new(3, 5), new(2, 3), new(4, 5) })
        {
            for (var n = 1; n <= 10; n++)
            {
                var found = new uint[1024];
                var count = UltimateRulingCoalition.Find([.. Enumerable.Repeat(1.0, n)], alpha, found);
                var size = RulingCoalitions.SizeAmongEquals(n, alpha);
                Assert.All(found[..count], c => Assert.Equal(size, System.Numerics.BitOperations.PopCount(c)));
                Assert.Equal(Choose(n, size), count);
            }
        }
    }

    [Theory]
    [InlineData("[3,4,5,10]: a hair more or less changes nothing", 3, 4, 5, 10, false)]
    [InlineData("[1,1,1,1]: ties break by a hair", 1, 1, 1, 1, true)]
    public void Fragile_is_what_a_hair_changes(string what, double a, double b, double c, double d, bool fragile)
    {
        Assert.NotEmpty(what);
        Assert.Equal(fragile, RulingCoalitions.Of([a, b, c, d], Supermajority.Half, 5).IsFragile);
    }

    [Fact]
    public void A_body_decides_by_the_majorities_of_its_clauses()
    {
        var games = GameFile.OfBody("governance/self-perpetuating-board", "Board");

        Assert.Equal(["5 of 9 votes", "6 of 9 votes"], games.Select(g => g.Game.Rule));
        Assert.Equal(["B1", "B2", "B5", "B6"], games[0].Clauses.Select(c => c.Text).Order());
        Assert.Equal(["B3"], games[1].Clauses.Select(c => c.Text));
        Assert.Equal("4 of 6 votes", GameFile.OfBody("governance/self-perpetuating-board", "Board", present: 6)[0].Game.Rule);
    }

    [Theory]
    [InlineData("un-security-council", "Security Council", "9 of 15 votes, the veto of Permanent Members left aside")]
    [InlineData("un-security-council", "General Assembly", "129 of 193 votes")]
    [InlineData("us-federal-courts", "State Executives", "26 of 50 votes")]
    public void A_body_of_members_has_a_vote_for_each(string charter, string body, string rule) =>
        Assert.Contains(rule, GameFile.OfBody($"governance/{charter}", body).Select(g => g.Game.Rule));

    [Fact]
    public void Voters_by_the_million_are_refused_with_the_answer()
    {
        var refused = Assert.Throws<ArgumentException>(() => GameFile.OfBody("governance/us-federal-courts", "Voters"));

        Assert.Contains("Where all weigh alike each has one of them", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_casting_vote_is_worth_nearly_a_seat_in_an_even_body_and_nothing_in_an_odd_one()
    {
        var even = Answer("Chair breaks ties in Board, besides voting", 8);
        Assert.True(even["banzhaf_absolute"]!.Values[0].Value > even["banzhaf_absolute"]!.Values[1].Value);
        var odd = Answer("Chair breaks ties in Board, besides voting", 9);
        Assert.Equal(odd["banzhaf_absolute"]!.Values[0].Value, odd["banzhaf_absolute"]!.Values[1].Value);
        // Who only breaks ties decides as often as the others tie.
        var only = Answer("Chair only breaks ties in Board", 9);
        Assert.Equal(70.0 / 256, only["banzhaf_absolute"]!.Values[0].Value);
    }

    [Fact]
    public void Without_a_quorum_there_is_no_game()
    {
        var charter = Board("Board needs 5 of Board", 9);
        var body = charter.Organs.Single(o => o.Name == "Board").Id;

        Assert.Equal(5, BodyGames.QuorumOf(charter, body));
        Assert.Contains("no quorum", Assert.Throws<ArgumentException>(() => BodyGames.Of(charter, body, present: 4)).Message);
        Assert.NotEmpty(BodyGames.Of(charter, body, present: 5));
    }

    private static PowerAnswer Answer(string clause, int seats)
    {
        var charter = Board(clause, seats);
        return VotingPower.Of(BodyGames.Of(charter, charter.Organs.Single(o => o.Name == "Board").Id)[0].Game);
    }

    private static Charter Board(string clause, int seats)
    {
        var read = new ScenarioReader(StandardLexicon.Instance).ReadText(
            $"""
            scenario: A board
            from: 2020-01-01
            until: 2020-12-31
            step: month
            organs:
              Board: {"{"}seats: {seats}, rank: 1, source: declared{"}"}
              Chair: {"{"}office of: Board, source: declared{"}"}
            cadres: {"{"}number: 20, called: an outsider{"}"}
            clauses:
              B1: Board elects Chair by majority [declared]
              B2: "{clause} [declared]"
            """
        );
        Assert.True(read.Scenario is not null, string.Join("\n", read.Diagnostics.Select(d => d.Message)));
        return read.Scenario.Charter;
    }

    private static int Nakamura(VotingGame game)
    {
        var n = game.Players.Length;
        var winning = Enumerable
            .Range(0, 1 << n)
            .Where(s => PowerLaws.Wins(game, [.. Enumerable.Range(0, n).Select(i => s >> i & 1)]))
            .ToArray();
        HashSet<int> meets = [(1 << n) - 1];
        for (var number = 1; number <= winning.Length; number++)
        {
            meets = [.. meets.SelectMany(m => winning.Select(w => m & w))];
            if (meets.Contains(0))
                return number;
        }
        return int.MaxValue;
    }

    private static int Choose(int n, int k) => k == 0 ? 1 : Choose(n, k - 1) * (n - k + 1) / k;
}
