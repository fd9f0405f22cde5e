using Apparat.Numerics;
using CsCheck;
using MathNet.Numerics.Distributions;

namespace Apparat.Tests;

/// <summary>What must hold of every addressed draw, and of many of them. Statistics use fixed seeds and wide bounds.</summary>
public sealed class ChanceLaws
{
    private const int Draws = 200_000;

    /// <summary>A statistic this far out happens by chance once in a million times.</summary>
    private const double OneInAMillion = 1 - 1e-6;

    private static readonly Purpose Draw = Purpose.Of("a draw of a test");
    private static readonly Gen<(ulong Seed, ulong Run, ulong Who, int Turn, ulong Content)> Address = Gen.Select(
        Gen.ULong,
        Gen.ULong,
        Gen.ULong,
        Gen.Int,
        Gen.ULong
    );

    [Fact]
    public void A_unit_lies_in_zero_to_one_and_is_the_same_each_time_it_is_asked_for() =>
        Address.Sample(a =>
        {
            var unit = new Chance(a.Seed, a.Run).Unit(Draw, a.Who, a.Turn, a.Content);

            Assert.InRange(unit, 0, 1 - (1.0 / (1UL << 53)));
            Assert.Equal(unit, new Chance(a.Seed, a.Run).Unit(Draw, a.Who, a.Turn, a.Content));
            Assert.InRange(new Chance(a.Seed, a.Run).Open(Draw, a.Who, a.Turn, a.Content), double.Epsilon, 1);
        });

    [Fact]
    public void Each_part_of_an_address_matters() =>
        Address.Sample(a =>
        {
            var chance = new Chance(a.Seed, a.Run);
            double[] units =
            [
                chance.Unit(Draw, a.Who, a.Turn, a.Content),
                chance.Unit(Purpose.Of("another"), a.Who, a.Turn, a.Content),
                chance.Unit(Draw, a.Who ^ 1, a.Turn, a.Content),
                chance.Unit(Draw, a.Who, a.Turn ^ 1, a.Content),
                chance.Unit(Draw, a.Who, a.Turn, a.Content ^ 1),
                new Chance(a.Seed ^ 1, a.Run).Unit(Draw, a.Who, a.Turn, a.Content),
                new Chance(a.Seed, a.Run ^ 1).Unit(Draw, a.Who, a.Turn, a.Content),
            ];

            Assert.Distinct(units);
        });

    [Fact]
    public void Many_draws_at_once_are_the_single_ones() =>
        Gen.Select(Address, Gen.ULong.Array[0, 9])
            .Sample(
                (a, who) =>
                {
                    var chance = new Chance(a.Seed, a.Run);
                    var many = new double[who.Length];
                    chance.Units(Draw, who, a.Turn, a.Content, many);

                    Assert.Equal(who.Select(w => chance.Unit(Draw, w, a.Turn, a.Content)), many);
                }
            );

    [Fact]
    public void As_many_places_as_addresses_are_asked_for() =>
        Assert.Throws<ArgumentException>(() => new Chance(1, 1).Units(Draw, [1, 2], 0, 0, new double[3]));

    [Theory]
    [InlineData("seed")]
    [InlineData("run")]
    [InlineData("who")]
    [InlineData("turn")]
    [InlineData("content")]
    public void Draws_along_any_part_of_the_address_fill_the_unit_interval_evenly(string along)
    {
        const int cells = 100;
        var counts = new int[cells];
        for (var i = 0; i < Draws; i++)
            counts[(int)(At(along, i) * cells)]++;

        var expected = (double)Draws / cells;
        var chiSquared = counts.Sum(n => (n - expected) * (n - expected) / expected);
        Assert.InRange(chiSquared, ChiSquared.InvCDF(cells - 1, 1 - OneInAMillion), ChiSquared.InvCDF(cells - 1, OneInAMillion));
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("run")]
    [InlineData("who")]
    [InlineData("turn")]
    [InlineData("content")]
    public void Neighbouring_addresses_are_not_correlated(string along)
    {
        double both = 0;
        for (var i = 0; i < Draws; i++)
            both += (At(along, i) - 0.5) * (At(along, i + 1) - 0.5);

        Assert.InRange(both / Draws * 12 * Math.Sqrt(Draws), -5, 5);
    }

    [Fact]
    public void A_probability_of_nothing_never_happens_and_a_certainty_always() =>
        Address.Sample(a =>
        {
            var chance = new Chance(a.Seed, a.Run);

            Assert.False(chance.Happens(0, Draw, a.Who, a.Turn, a.Content));
            Assert.True(chance.Happens(1, Draw, a.Who, a.Turn, a.Content));
        });

    [Theory]
    [InlineData("normal", 0, 1)]
    [InlineData("exponential", 1, 1)]
    [InlineData("gumbel", 0.57721566490153286, 1.6449340668482264)]
    public void Continuous_draws_have_their_mean_and_variance(string kind, double mean, double variance) =>
        HasMoments(
            i =>
                kind switch
                {
                    "normal" => new Chance(1, i).Normal(Draw, 0, 0),
                    "exponential" => new Chance(1, i).Exponential(Draw, 0, 0),
                    _ => new Chance(1, i).Gumbel(Draw, 0, 0),
                },
            mean,
            variance
        );

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.25)]
    [InlineData(3)]
    [InlineData(40)]
    public void Poisson_counts_have_their_mean_and_variance(double mean) =>
        HasMoments(i => new Chance(2, i).Poisson(mean, Draw, 0, 0), mean, mean);

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(12, 0.5)]
    [InlineData(80, 0.97)]
    [InlineData(300, 0.95)]
    [InlineData(400, 0.9)]
    [InlineData(400, 0.01)]
    [InlineData(900, 0.4)]
    public void Binomial_counts_have_their_mean_and_variance_and_never_leave_their_range(int n, double p) =>
        HasMoments(
            i =>
            {
                var k = new Chance(3, i).Binomial(n, p, Draw, 0, 0);
                Assert.InRange(k, 0, n);
                return k;
            },
            n * p,
            n * p * (1 - p)
        );

    [Fact]
    public void Binomial_counts_rise_with_the_probability() =>
        Gen.Select(Address, Gen.Int[1, 500], Gen.Double[0, 1], Gen.Double[0, 1])
            .Sample(
                (a, n, p, q) =>
                {
                    var chance = new Chance(a.Seed, a.Run);

                    Assert.True(
                        chance.Binomial(n, Math.Min(p, q), Draw, a.Who, a.Turn) <= chance.Binomial(n, Math.Max(p, q), Draw, a.Who, a.Turn)
                    );
                }
            );

    [Fact]
    public void Whole_numbers_below_a_bound_come_equally_often()
    {
        var counts = new int[7];
        for (var i = 0; i < Draws; i++)
            counts[new Chance(4, (ulong)i).Below(7, Draw, 0, 0)]++;

        var expected = Draws / 7.0;
        Assert.True(counts.Sum(n => (n - expected) * (n - expected) / expected) < ChiSquared.InvCDF(6, OneInAMillion));
    }

    private static double At(string along, int i) =>
        along switch
        {
            "seed" => new Chance((ulong)i, 7).Unit(Draw, 3, 2, 1),
            "run" => new Chance(5, (ulong)i).Unit(Draw, 3, 2, 1),
            "who" => new Chance(5, 7).Unit(Draw, (ulong)i, 2, 1),
            "turn" => new Chance(5, 7).Unit(Draw, 3, i, 1),
            _ => new Chance(5, 7).Unit(Draw, 3, 2, (ulong)i),
        };

    // Five standard errors on the mean, and on the variance as its own fourth moment gives them.
    private static void HasMoments(Func<ulong, double> draw, double mean, double variance)
    {
        const int n = 60_000;
        double sum = 0,
            second = 0,
            fourth = 0;
        for (var i = 0UL; i < n; i++)
        {
            var d = draw(i) - mean;
            sum += d;
            second += d * d;
            fourth += d * d * d * d;
        }
        var spread = Math.Sqrt(Math.Max(1e-12, (fourth / n) - (second / n * second / n)) / n);
        Assert.InRange(sum / n, -5 * Math.Sqrt(variance / n), 5 * Math.Sqrt(variance / n));
        Assert.InRange(second / n, variance - (5 * spread), variance + (5 * spread));
    }
}
