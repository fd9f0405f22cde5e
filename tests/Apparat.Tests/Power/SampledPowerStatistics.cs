using Apparat.Linting;
using Apparat.Model;

namespace Apparat.Tests;

/// <summary>Sampled power against the exact: on fixed seeds, with bounds so wide that only a mistake misses them.</summary>
public sealed class SampledPowerStatistics
{
    [Theory]
    [InlineData("EU15")]
    [InlineData("EU27NICE255")]
    [InlineData("USEC1990")]
    [InlineData("USFEDVP")]
    [InlineData("VICTORIA")]
    public void Intervals_hold_the_exact_values(string name)
    {
        var game = PublishedGames.Named(name);
        var exact = VotingPower.Of(game);
        for (var seed = 1ul; seed <= 4; seed++)
        {
            var sampled = VotingPower.Of(
                game,
                new()
                {
                    Sample = true,
                    HalfWidth = 0.01,
                    Seed = seed,
                }
            );
            Assert.InRange(exact.Passage.Value, sampled.Passage.Low, sampled.Passage.High);
            foreach (var id in new[] { "shapley_shubik", "banzhaf_absolute", "banzhaf_normalised", "coleman_prevent", "coleman_initiate" })
            {
                for (var i = 0; i < game.Players.Length; i++)
                {
                    var interval = sampled[id]!.Values[i];
                    Assert.InRange(exact[id]!.Values[i].Value, interval.Low - 1e-12, interval.High + 1e-12);
                }
            }
        }
    }

    [Fact]
    public void Sampled_values_are_unbiased()
    {
        // Twenty seeds: the mean of the errors is within five of its standard errors, for every player.
        var game = PublishedGames.Named("EC1986");
        var exact = VotingPower.Of(game);
        var runs = Enumerable
            .Range(1, 20)
            .Select(s =>
                VotingPower.Of(
                    game,
                    new()
                    {
                        Sample = true,
                        HalfWidth = 0.01,
                        Seed = (ulong)s,
                    }
                )
            )
            .ToArray();
        foreach (var id in new[] { "shapley_shubik", "banzhaf_absolute" })
        {
            for (var i = 0; i < game.Players.Length; i++)
            {
                var errors = runs.Select(r => r[id]!.Values[i].Value - exact[id]!.Values[i].Value).ToArray();
                var mean = errors.Average();
                var spread = Math.Sqrt(errors.Sum(e => (e - mean) * (e - mean)) / (errors.Length - 1) / errors.Length);
                Assert.True(Math.Abs(mean) <= (5 * spread) + 1e-12, $"{id} of {i}: {mean} +- {spread}");
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_values_and_another_does_not()
    {
        double Value(ulong seed) => VotingPower.Of(
                PublishedGames.Named("EU15"),
                new()
                {
                    Sample = true,
                    HalfWidth = 0.02,
                    Seed = seed,
                }
            )["shapley_shubik"]!.Values[0].Value;

        Assert.Equal(Value(1), Value(1));
        Assert.NotEqual(Value(1), Value(2));
    }

    [Fact]
    public void Equal_members_have_their_exact_power_from_a_single_order()
    {
        var answer = VotingPower.Of(
            PublishedGames.Game([("member", 101)], new QuotaRule([1], 51)),
            new() { Sample = true, HalfWidth = 0.05 }
        );

        Assert.Equal(1.0 / 101, answer["shapley_shubik"]!.Values[0].Value, 1e-12);
    }
}
