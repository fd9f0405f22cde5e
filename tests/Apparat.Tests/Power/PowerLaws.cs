using System.Collections.Immutable;
using System.Numerics;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;
using CsCheck;

namespace Apparat.Tests;

/// <summary>What holds of voting power in every game, and every algorithm against enumeration by definition.</summary>
public sealed class PowerLaws
{
    private static readonly Gen<long[]> AnyWeights = Gen.Long[0, 6].Array[1, 7].Where(w => w.Sum() > 0);

    // Rules over the same players, joined by and, or and "two of".
    private static readonly Gen<VotingGame> AnyGame =
        from counts in Gen.Int[1, 3].Array[1, 5]
        from rules in Gen.Select(Gen.Long[0, 5].Array[counts.Length], Gen.Double[0.05, 1]).Array[1, 3]
        from needed in Gen.Int[1, rules.Length]
        let parts = rules
            .Select(r => (r.Item1, Total: r.Item1.Zip(counts, (w, c) => w * c).Sum(), Share: r.Item2))
            .Select(r => (Winning)new QuotaRule([.. r.Item1], Math.Max(1, (long)Math.Ceiling(r.Total * r.Share))))
            .ToImmutableArray()
        let game = PublishedGames.Game([.. counts.Select((c, i) => ($"{i}", c))], new SomeOf(needed, parts))
        where Wins(game, game.Players.Select(p => p.Count).ToArray())
        select game;

    [Fact]
    public void Indices_are_those_of_their_definitions() =>
        AnyGame.Sample(
            game =>
            {
                var answer = VotingPower.Of(game);
                var (swings, pivots) = Definition(game);
                return answer["banzhaf_raw_swings"]!
                        .Fractions!.Value.Select(f => f.Numerator)
                        .SequenceEqual(swings.Select(s => (BigInteger)s))
                    && answer["shapley_shubik"]!.Fractions!.Value.SequenceEqual(pivots);
            },
            iter: 300
        );

    [Fact]
    public void Every_algorithm_gives_the_same_swings() =>
        AnyGame.Sample(
            game =>
            {
                var simple = SimpleGame.Of(game);
                var counted = Enumeration.Of(simple, null, default).Swings;
                var layers = StateLayers.Build(simple, [], long.MaxValue, default)!;
                return Same(counted, Counting.Swings(layers, default))
                    && Same(counted, new SizeCounting<BigInteger>(layers, _ => 1, default).Swings())
                    && Near(counted.Exact(), StateProbabilities.Swings(layers, null, default))
                    && Near(counted.Exact(), counted.Rounded())
                    && (!simple.IsOneRule || Same(counted, WeightCounting.Swings(simple, null, default)))
                    && (!simple.IsOneRule || Near(counted.Exact(), WeightedQuadrature.Swings(simple, null, default)));
            },
            iter: 500
        );

    [Fact]
    public void Weighted_bodies_of_many_members_have_the_same_power_by_every_algorithm() =>
        Gen.Select(Gen.Long[1, 40].Array[20, 70], Gen.Double[0.3, 0.95])
            .Sample(
                (weights, share) =>
                {
                    var simple = SimpleGame.Of(PublishedGames.OneRule(Math.Max(1, (long)(weights.Sum() * share)), weights));
                    var layers = StateLayers.Build(simple, [], long.MaxValue, default)!;
                    var counted = WeightCounting.Swings(simple, null, default);
                    return Same(counted, Counting.Swings(layers, default))
                        && Near(counted.Exact(), WeightedQuadrature.Swings(simple, null, default))
                        && Near(counted.Exact(), StateProbabilities.Swings(layers, null, default));
                },
                iter: 20
            );

    [Fact]
    public void Shapley_Shubik_power_and_shares_of_swings_sum_to_one() =>
        AnyGame.Sample(
            game =>
            {
                var answer = VotingPower.Of(game);
                return new[] { "shapley_shubik", "banzhaf_normalised", "johnston", "deegan_packel", "holler_packel_pgi" }.All(id =>
                    Total(game, answer[id]!) == Fraction.Of(1)
                );
            },
            iter: 300
        );

    [Fact]
    public void A_dummy_has_no_power_and_whoever_has_none_is_a_dummy() =>
        AnyGame.Sample(
            game =>
            {
                var answer = VotingPower.Of(game);
                var dummies = answer.Structure.Dummies!.Value.SelectMany(c => answer.Simple.Classes[c].Members).ToHashSet();
                return answer.Indices.All(index => index.Fractions!.Value.Select((f, i) => f.IsZero == dummies.Contains(i)).All(x => x));
            },
            iter: 300
        );

    [Fact]
    public void A_vetoer_can_always_prevent_and_nobody_else_can() =>
        AnyGame.Sample(
            game =>
            {
                var answer = VotingPower.Of(game);
                var vetoers = answer.Structure.Vetoers.SelectMany(c => answer.Simple.Classes[c].Members).ToHashSet();
                return answer["coleman_prevent"]!
                    .Fractions!.Value.Select((f, i) => (f == Fraction.Of(1)) == vetoers.Contains(i))
                    .All(x => x);
            },
            iter: 300
        );

    [Fact]
    public void Order_of_players_changes_nobodys_power() =>
        AnyGame.Sample(
            game =>
            {
                int[] back = [.. Enumerable.Range(0, game.Players.Length).Reverse()];
                var turned = game with { Players = [.. back.Select(i => game.Players[i])], Wins = Turn(game.Wins, back) };
                var (a, b) = (VotingPower.Of(game), VotingPower.Of(turned));
                return a.Indices.Zip(b.Indices).All(x => x.First.Fractions!.Value.SequenceEqual(x.Second.Fractions!.Value.Reverse()));
            },
            iter: 200
        );

    [Fact]
    public void Heavier_voters_have_no_less_power_by_Shapley_Shubik_and_Banzhaf() =>
        Gen.Select(AnyWeights, Gen.Double[0.1, 1])
            .Sample(
                (weights, share) =>
                {
                    var answer = VotingPower.Of(PublishedGames.OneRule(Math.Max(1, (long)(weights.Sum() * share)), weights));
                    return new[] { "shapley_shubik", "banzhaf_absolute", "johnston" }.All(id =>
                    {
                        var values = answer[id]!
                            .Fractions!.Value.Zip(weights)
                            .OrderBy(x => x.Second)
                            .ThenBy(x => x.First)
                            .Select(x => x.First)
                            .ToArray();
                        return values.SequenceEqual(values.Order());
                    });
                },
                iter: 300
            );

    [Fact]
    public void Absolute_Banzhaf_power_is_the_harmonic_mean_of_Colemans_two() =>
        AnyGame.Sample(
            game =>
            {
                var answer = VotingPower.Of(game);
                var (prevent, initiate) = (answer["coleman_prevent"]!.Fractions!.Value, answer["coleman_initiate"]!.Fractions!.Value);
                return answer["banzhaf_absolute"]!
                    .Fractions!.Value.Select(
                        (b, i) =>
                            b.IsZero
                                ? prevent[i].IsZero
                                : b == Fraction.Of(2) / ((Fraction.Of(1) / prevent[i]) + (Fraction.Of(1) / initiate[i]))
                    )
                    .All(x => x);
            },
            iter: 200
        );

    [Fact]
    public void Swings_are_no_fewer_than_the_edge_boundary_of_a_set_of_that_size() =>
        AnyGame.Sample(
            game =>
            {
                // Dubey and Shapley 1979, after Hart 1976: at least w (n - log2 w), w winning or losing coalitions, whichever are fewer.
                var answer = VotingPower.Of(game);
                var n = game.Size;
                var winning = answer.PassageFraction!.Value.ToDouble();
                var fewer = Math.Min(winning, 1 - winning) * Math.Pow(2, n);
                return Total(game, answer["banzhaf_raw_swings"]!).ToDouble() >= (fewer * (n - Math.Log2(fewer))) - 1e-9;
            },
            iter: 200
        );

    [Fact]
    public void Without_factions_and_with_all_in_one_the_Owen_value_is_Shapley_Shubik_power() =>
        AnyGame.Sample(
            game =>
            {
                var shapley = VotingPower.Of(game)["shapley_shubik"]!.Fractions!.Value;
                var all = game with { Factions = [new("all", [.. Enumerable.Range(0, game.Players.Length)])] };
                return FactionPower.Of(game, [new OwenValue()])[0].SequenceEqual(shapley)
                    && FactionPower.Of(all, [new OwenValue()])[0].SequenceEqual(shapley);
            },
            iter: 200
        );

    [Fact]
    public void Whatever_the_factions_Owen_values_sum_to_one_and_a_factions_sum_is_its_power_among_factions() =>
        Gen.Select(AnyGame, Gen.Int[0, 2].Array[5])
            .Sample(
                (game, sides) =>
                {
                    var split = game with
                    {
                        Factions =
                        [
                            .. Enumerable
                                .Range(0, 3)
                                .Select(f => new Faction($"{f}", [.. Enumerable.Range(0, game.Players.Length).Where(i => sides[i] == f)]))
                                .Where(f => !f.Members.IsEmpty),
                        ],
                    };
                    var owen = FactionPower.Of(split, [new OwenValue()])[0];
                    var merged = PublishedGames.Game([.. split.Factions.Select(f => (f.Name, 1))], Merge(game, split.Factions));
                    var between = VotingPower.Of(merged)["shapley_shubik"]!.Fractions!.Value;
                    return split
                        .Factions.Select(f =>
                            f.Members.Select(i => owen[i] * Fraction.Of(game.Players[i].Count)).Aggregate((a, b) => a + b)
                        )
                        .SequenceEqual(between);
                },
                iter: 200
            );

    [Fact]
    public void Behavioural_power_at_fair_coins_is_absolute_Banzhaf_power() =>
        AnyGame.Sample(
            game =>
            {
                var half = BehaviouralPower.Of(game, [.. game.Players.Select(_ => 0.5)]);
                var banzhaf = VotingPower.Of(game);
                return half.Decides.Zip(banzhaf["banzhaf_absolute"]!.Values).All(x => Math.Abs(x.First - x.Second.Value) < 1e-12)
                    && Math.Abs(half.Passes - banzhaf.Passage.Value) < 1e-12;
            },
            iter: 200
        );

    [Fact]
    public void Behavioural_power_is_the_slope_of_the_chance_to_pass() =>
        Gen.Select(AnyGame, Gen.Double[0.05, 0.9].Array[5])
            .Sample(
                (game, yes) =>
                {
                    double[] at = [.. yes.Take(game.Players.Length)];
                    var here = BehaviouralPower.Of(game, at);
                    // The chance to pass is linear in each player's probability.
                    return Enumerable
                        .Range(0, at.Length)
                        .Where(i => game.Players[i].Count == 1)
                        .All(i =>
                            Math.Abs(
                                BehaviouralPower.Of(game, [.. at.Select((p, j) => j == i ? p + 0.1 : p)]).Passes
                                    - here.Passes
                                    - (0.1 * here.Decides[i])
                            ) < 1e-12
                        );
                },
                iter: 200
            );

    [Fact]
    public void Interaction_of_one_voter_is_his_power() =>
        AnyGame.Sample(
            game =>
            {
                var answer = VotingPower.Of(game);
                return Enumerable
                    .Range(0, game.Players.Length)
                    .All(i =>
                        Interaction.Of(game, [i]) is var alone
                        && alone.Shapley == answer["shapley_shubik"]!.Fractions!.Value[i]
                        && alone.Banzhaf == answer["banzhaf_absolute"]!.Fractions!.Value[i]
                    );
            },
            iter: 100
        );

    internal static bool Wins(VotingGame game, int[] counts) => Wins(game.Wins, counts);

    private static bool Wins(Winning wins, int[] counts) =>
        wins switch
        {
            QuotaRule rule => rule.Weights.Zip(counts, (w, c) => w * c).Sum() >= rule.Quota,
            SomeOf some => some.Parts.Count(p => Wins(p, counts)) >= some.Needed,
            _ => throw new NotSupportedException(),
        };

    // Every coalition of single players, by the definitions alone.
    private static (long[] Swings, Fraction[] Pivots) Definition(VotingGame game)
    {
        int[] entry = [.. game.Players.SelectMany((p, i) => Enumerable.Repeat(i, p.Count))];
        var n = entry.Length;
        bool Wins(int set) =>
            PowerLaws.Wins(game, [.. game.Players.Select((_, i) => entry.Where((e, j) => e == i && (set >> j & 1) == 1).Count())]);
        var win = Enumerable.Range(0, 1 << n).Select(Wins).ToArray();
        var swings = new long[game.Players.Length];
        var pivots = new Fraction[game.Players.Length];
        for (var i = 0; i < game.Players.Length; i++)
        {
            var j = Array.IndexOf(entry, i);
            for (var set = 0; set < 1 << n; set++)
            {
                if ((set >> j & 1) == 0 || !win[set] || win[set ^ (1 << j)])
                    continue;
                swings[i]++;
                var s = BitOperations.PopCount((uint)set);
                pivots[i] += new Fraction(Factorial(s - 1) * Factorial(n - s), Factorial(n));
            }
        }
        return (swings, pivots);
    }

    private static BigInteger Factorial(int n) => Enumerable.Range(1, n).Aggregate(BigInteger.One, (a, b) => a * b);

    private static Fraction Total(VotingGame game, IndexValues index) =>
        index.Fractions!.Value.Zip(game.Players, (f, p) => f * Fraction.Of(p.Count)).Aggregate((a, b) => a + b);

    private static bool Same(SwingCounts a, SwingCounts b) =>
        a.Winning.SequenceEqual(b.Winning) && a.Critical.Zip(b.Critical).All(x => x.First.SequenceEqual(x.Second));

    private static bool Near(Swings<Fraction> exact, Swings<Interval> found) =>
        Math.Abs(exact.Passage.ToDouble() - found.Passage.Value) < 1e-12
        && exact
            .Decisive.Zip(found.Decisive)
            .Concat(exact.Pivotal.Zip(found.Pivotal))
            .All(x => Math.Abs(x.First.ToDouble() - x.Second.Value) < 1e-12);

    private static Winning Turn(Winning wins, int[] order) =>
        wins switch
        {
            QuotaRule rule => rule with { Weights = [.. order.Select(i => rule.Weights[i])] },
            SomeOf some => some with { Parts = [.. some.Parts.Select(p => Turn(p, order))] },
            _ => throw new NotSupportedException(),
        };

    private static Winning Merge(VotingGame game, ImmutableArray<Faction> factions)
    {
        Winning Of(Winning wins) =>
            wins switch
            {
                QuotaRule rule => rule with
                {
                    Weights = [.. factions.Select(f => f.Members.Sum(i => rule.Weights[i] * game.Players[i].Count))],
                },
                SomeOf some => some with { Parts = [.. some.Parts.Select(Of)] },
                _ => throw new NotSupportedException(),
            };
        return Of(game.Wins);
    }
}
