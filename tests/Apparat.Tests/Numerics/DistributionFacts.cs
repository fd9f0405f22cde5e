using Apparat.Numerics;
using CsCheck;
using Oracle = MathNet.Numerics.Distributions;

namespace Apparat.Tests;

/// <summary>Beliefs against an independent library, and against their own quantiles.</summary>
public sealed class DistributionFacts
{
    public static TheoryData<string> Beliefs =>
        [
            "0.3",
            "0.25..0.5",
            "-2..3",
            "normal(0.4, 2)",
            "lognormal(2, 0.5)",
            "lognormal(0.02, 0.6)",
            "beta(6, 3)",
            "beta(2, 10)",
            "beta(0.7, 0.6)",
            "normal(0, 0.25) within -1..1",
            "normal(0.9, 0.5) within 0..1",
            "lognormal(1, 1) within 0.5..2",
        ];

    public static IEnumerable<double> Shares => Enumerable.Range(1, 199).Select(i => i / 200.0).Concat([1e-6, 1e-3, 1 - 1e-3, 1 - 1e-6]);

    [Theory]
    [InlineData(0.4, 2)]
    [InlineData(-1, 0.25)]
    public void Normal_quantiles_are_those_of_the_oracle(double mean, double spread)
    {
        foreach (var u in Shares)
            Assert.Equal(Oracle.Normal.InvCDF(mean, spread, u), new Normal(mean, spread).Quantile(u), 1e-12);
    }

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(0.02, 0.6)]
    public void Lognormal_quantiles_are_those_of_the_oracle(double median, double spread)
    {
        foreach (var u in Shares)
        {
            var oracle = Oracle.LogNormal.InvCDF(Math.Log(median), spread, u);
            Assert.Equal(1, new LogNormal(median, spread).Quantile(u) / oracle, 1e-12);
        }
    }

    [Theory]
    [InlineData(6, 3)]
    [InlineData(2, 10)]
    [InlineData(3, 3)]
    [InlineData(0.7, 0.6)]
    [InlineData(40, 2)]
    public void Beta_quantiles_are_undone_by_the_oracles_distribution_function(double a, double b)
    {
        foreach (var u in Shares)
            Assert.Equal(u, Oracle.Beta.CDF(a, b, new Beta(a, b).Quantile(u)), 1e-10);
    }

    [Theory]
    [MemberData(nameof(Beliefs))]
    public void The_mean_is_the_mean_of_the_quantiles(string text)
    {
        var belief = Read(text);
        // Midpoints, finer towards both ends, where quantiles run away: u = s^2 (3 - 2 s).
        const int steps = 20_000;
        double sum = 0,
            weight = 0;
        for (var i = 0; i < steps; i++)
        {
            var s = (i + 0.5) / steps;
            var w = 6 * s * (1 - s);
            sum += w * belief.Quantile(s * s * (3 - (2 * s)));
            weight += w;
        }
        Assert.Equal(sum / weight, belief.Mean, 2e-5);
    }

    [Theory]
    [MemberData(nameof(Beliefs))]
    public void Quantiles_rise_and_stay_in_range(string text)
    {
        var belief = Read(text);
        var last = double.NegativeInfinity;
        foreach (var u in Shares.Order())
        {
            var x = belief.Quantile(u);
            Assert.True(x >= last, $"{text} falls at {u}");
            Assert.InRange(x, belief.Low, belief.High);
            last = x;
        }
    }

    [Theory]
    [MemberData(nameof(Beliefs))]
    public void A_belief_reads_back_as_it_is_written(string text) => Assert.Equal(Read(text), Read(Read(text).Notation));

    [Fact]
    public void A_drawn_value_has_the_variance_of_the_oracle()
    {
        var oracle = new Oracle.Beta(6, 3);
        var belief = new Beta(6, 3);
        var moments = new Moments();
        for (var i = 0UL; i < 40_000; i++)
            moments.Add(belief.Quantile(new Chance(6, i).Open(Purpose.Of("belief"), 0, 0)));

        Assert.Equal(oracle.Mean, moments.Mean, 5 * Math.Sqrt(oracle.Variance / 40_000));
        Assert.Equal(oracle.Variance, moments.Variance, 0.03 * oracle.Variance);
    }

    [Theory]
    [InlineData("30%", 0.3)]
    [InlineData("1/3", 1.0 / 3)]
    [InlineData(" -2 ", -2)]
    public void Numbers_may_be_written_as_percentages_and_fractions(string text, double value) =>
        Assert.Equal(value, Read(text).Mean, 1e-15);

    [Theory]
    [InlineData("")]
    [InlineData("0.5..0.2")]
    [InlineData("beta(0, 1)")]
    [InlineData("gamma(1, 2)")]
    [InlineData("lognormal(-1, 1)")]
    [InlineData("normal(1)")]
    [InlineData("1/0")]
    [InlineData("NaN")]
    [InlineData("beta(2, 2) within 1..0")]
    public void What_is_no_belief_is_refused_with_a_reason(string text)
    {
        Assert.False(DistributionText.TryParse(text, out _, out var error));
        Assert.NotEmpty(error);
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_never_breaks() =>
        Gen.String.Sample(text => DistributionText.TryParse(text, out _, out var error) ^ error is not null);

    private static Distribution Read(string text) =>
        DistributionText.TryParse(text, out var belief, out var error) ? belief : throw new FormatException(error);
}
