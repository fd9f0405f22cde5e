using Apparat.Numerics;
using CsCheck;

namespace Apparat.Tests;

/// <summary>Intervals hold the truth about as often as they say. Seeds are fixed, bounds are wide.</summary>
public sealed class EstimateFacts
{
    private const int Repeats = 2000;
    private static readonly Purpose Draw = Purpose.Of("coverage");

    [Theory]
    [InlineData(0, 20, 0.0, 0.161125)]
    [InlineData(5, 20, 0.111862, 0.468701)]
    [InlineData(20, 20, 0.838875, 1.0)]
    [InlineData(500, 1000, 0.469070, 0.530930)]
    public void Wilsons_interval_is_the_published_formula(int successes, int runs, double low, double high)
    {
        var interval = Proportion.Wilson(successes, runs);

        Assert.Equal(low, interval.Low, 2e-6);
        Assert.Equal(high, interval.High, 2e-6);
        Assert.Equal((double)successes / runs, interval.Value);
    }

    [Theory]
    [InlineData(0.5, 40)]
    [InlineData(0.1, 100)]
    [InlineData(0.02, 200)]
    [InlineData(0.9, 60)]
    public void Intervals_of_proportions_cover_the_truth_in_nineteen_of_twenty(double p, int runs)
    {
        int wilson = 0,
            jeffreys = 0;
        for (var r = 0; r < Repeats; r++)
        {
            var k = new Chance(11, (ulong)r).Binomial(runs, p, Draw, 0, 0);
            wilson += Covers(Proportion.Wilson(k, runs), p);
            jeffreys += Covers(Proportion.Jeffreys(k, runs), p);
        }
        Assert.InRange((double)wilson / Repeats, 0.91, 0.99);
        Assert.InRange((double)jeffreys / Repeats, 0.90, 0.99);
    }

    [Fact]
    public void Intervals_of_paired_differences_cover_the_truth_and_are_narrower_than_unpaired_ones()
    {
        const int runs = 300;
        var covered = 0;
        for (var r = 0; r < Repeats; r++)
        {
            var chance = new Chance(12, (ulong)r);
            var (first, second) = (new double[runs], new double[runs]);
            for (var i = 0; i < runs; i++)
            {
                var u = chance.Unit(Draw, (ulong)i, 0);
                (first[i], second[i]) = (u < 0.6 ? 1 : 0, u is > 0.05 and < 0.5 ? 1 : 0);
            }
            var difference = PairedCounts.Of(first, second).Difference;
            covered += Covers(difference, 0.15);
            Assert.True(difference.StandardError < Math.Sqrt(((0.6 * 0.4) + (0.45 * 0.55)) / runs));
        }
        Assert.InRange((double)covered / Repeats, 0.93, 0.97);
    }

    [Theory]
    [InlineData(0, 0, 400)]
    [InlineData(0, 400, 0)]
    public void Where_nothing_scatters_an_interval_reaches_as_far_as_what_was_never_seen(long both, long first, long neither)
    {
        var difference = new PairedCounts(both, first, 0, neither).Difference;
        var unseen = Proportion.Wilson(0, 400).High;

        Assert.Equal(0, difference.StandardError);
        Assert.Equal(Math.Max(-1, difference.Value - unseen), difference.Low);
        Assert.Equal(Math.Min(1, difference.Value + unseen), difference.High);
    }

    [Fact]
    public void Paired_counts_count_every_run_once() =>
        Gen
            .Bool.Array[0, 50]
            .SelectMany(a => Gen.Bool.Array[a.Length].Select(b => (a, b)))
            .Sample(
                (a, b) =>
                {
                    var counts = PairedCounts.Of([.. a.Select(x => x ? 1.0 : 0)], [.. b.Select(x => x ? 1.0 : 0)]);

                    Assert.Equal(a.Length, counts.Runs);
                    Assert.Equal(a.Count(x => x), counts.Both + counts.OnlyFirst);
                    Assert.Equal(b.Count(x => x), counts.Both + counts.OnlySecond);
                    Assert.Equal(a.Length > 0, counts.Difference.IsDefined);
                }
            );

    [Fact]
    public void Worlds_of_different_lengths_are_not_paired() => Assert.Throws<ArgumentException>(() => PairedCounts.Of([1, 0], [1]));

    [Fact]
    public void Bootstrap_intervals_of_a_mean_cover_the_truth()
    {
        var covered = 0;
        const int repeats = 400;
        for (var r = 0; r < repeats; r++)
        {
            var chance = new Chance(13, (ulong)r);
            var values = Enumerable.Range(0, 50).Select(i => chance.Exponential(Draw, (ulong)i, 0)).ToArray();
            covered += Covers(Bootstrap.Mean(values, 200, 5), 1);
        }
        // A percentile interval of fifty skewed values is known to fall a little short of its name.
        Assert.InRange((double)covered / repeats, 0.87, 0.98);
    }

    [Fact]
    public void A_bootstrap_asked_twice_answers_the_same() =>
        Assert.Equal(Bootstrap.Mean([1, 2, 4, 8], 100, 3), Bootstrap.Mean([1, 2, 4, 8], 100, 3));

    [Fact]
    public void Moments_are_those_of_the_textbook() =>
        Gen.Double[-1e3, 1e3]
            .Array[2, 40]
            .Sample(values =>
            {
                var moments = new Moments();
                foreach (var v in values)
                    moments.Add(v);
                var mean = values.Average();

                Assert.Equal(values.Length, moments.Count);
                Assert.Equal(mean, moments.Mean, 1e-9);
                Assert.Equal(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1), moments.Variance, 1e-6);
            });

    [Fact]
    public void Nothing_run_gives_nothing_known()
    {
        Assert.False(Proportion.Wilson(0, 0).IsDefined);
        Assert.False(Proportion.Jeffreys(0, 0).IsDefined);
        Assert.False(Bootstrap.Mean([], 10, 1).IsDefined);
        Assert.False(new Moments().Estimate.IsDefined);
        Assert.Equal(1, Proportion.RuleOfThree(2));
        Assert.Equal(0.003, Proportion.RuleOfThree(1000), 1e-15);
    }

    private static int Covers(Estimate interval, double truth) => interval.Low <= truth && truth <= interval.High ? 1 : 0;
}
