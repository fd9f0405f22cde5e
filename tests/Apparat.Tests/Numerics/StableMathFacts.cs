using Apparat.Numerics;
using CsCheck;
using MathNet.Numerics;

namespace Apparat.Tests;

/// <summary>Functions that give the same bits everywhere: near the platform's, and pinned bit by bit.</summary>
public sealed class StableMathFacts
{
    private static readonly Gen<double> Anywhere = Gen.Double[-745, 709.78];
    private static readonly Gen<double> Positive = Gen.Double[-700, 700].Select(Math.Exp);

    [Fact]
    public void Exponentials_are_within_two_units_in_the_last_place() =>
        Anywhere.Sample(x => Assert.InRange(Ulps(Math.Exp(x), StableMath.Exp(x)), 0, 3), iter: 20_000);

    [Theory]
    [InlineData(709.5)]
    [InlineData(709.7)]
    [InlineData(-708.39)]
    [InlineData(-709)]
    [InlineData(-720)]
    [InlineData(-745)]
    public void Exponentials_hold_at_the_edges_of_the_range(double x) => Assert.InRange(Ulps(Math.Exp(x), StableMath.Exp(x)), 0, 3);

    [Fact]
    public void Exponentials_beyond_the_range_are_infinite_nothing_or_not_a_number()
    {
        Assert.Equal(double.PositiveInfinity, StableMath.Exp(709.79));
        Assert.Equal(double.PositiveInfinity, StableMath.Exp(double.PositiveInfinity));
        Assert.Equal(0, StableMath.Exp(-746));
        Assert.Equal(0, StableMath.Exp(double.NegativeInfinity));
        Assert.True(double.IsNaN(StableMath.Exp(double.NaN)));
    }

    [Fact]
    public void Logarithms_are_within_two_units_in_the_last_place() =>
        Positive.Sample(x => Assert.InRange(Ulps(Math.Log(x), StableMath.Log(x)), 0, 3), iter: 20_000);

    [Fact]
    public void Logarithms_near_one_and_of_the_smallest_numbers_hold()
    {
        for (var i = -2000; i <= 2000; i++)
            Assert.InRange(Ulps(Math.Log(1 + (i * 1e-5)), StableMath.Log(1 + (i * 1e-5))), 0, 3);
        Assert.Equal(Math.Log(double.Epsilon), StableMath.Log(double.Epsilon), 1e-12);
        Assert.Equal(double.NegativeInfinity, StableMath.Log(0));
        Assert.Equal(double.PositiveInfinity, StableMath.Log(double.PositiveInfinity));
        Assert.True(double.IsNaN(StableMath.Log(-1)));
    }

    [Fact]
    public void Four_exponentials_at_a_time_have_the_bits_of_single_ones() =>
        Gen.Double[-760, 720]
            .Array[0, 11]
            .Sample(values =>
            {
                var single = values.Select(v => Bits(StableMath.Exp(v))).ToArray();
                StableMath.Exp(values);

                Assert.Equal(single, values.Select(Bits));
            });

    [Fact]
    public void Many_logistics_have_the_bits_of_single_ones() =>
        Gen.Double[-800, 800]
            .Array[0, 11]
            .Sample(values =>
            {
                var many = new double[values.Length];
                StableMath.Logistic(values, many);

                Assert.Equal(values.Select(v => Bits(StableMath.Logistic(v))), many.Select(Bits));
            });

    [Fact]
    public void Logistics_rise_from_nothing_to_one_and_mirror_each_other() =>
        Gen.Double[-50, 50]
            .Sample(x =>
            {
                Assert.InRange(StableMath.Logistic(x), 0, 1);
                Assert.Equal(1, StableMath.Logistic(x) + StableMath.Logistic(-x), 1e-15);
                Assert.True(StableMath.Logistic(x) <= StableMath.Logistic(x + 0.01));
            });

    [Fact]
    public void Powers_are_those_of_the_platform() =>
        Gen.Select(Gen.Double[0.01, 50], Gen.Double[-8, 8], Gen.Int[-20, 20])
            .Sample(
                (x, y, n) =>
                {
                    Assert.Equal(1, StableMath.Pow(x, y) / Math.Pow(x, y), 1e-13);
                    Assert.Equal(1, StableMath.Pow(x, n) / Math.Pow(x, n), 1e-13);
                }
            );

    [Fact]
    public void The_normal_distribution_function_is_that_of_the_oracle() =>
        Gen.Double[-37, 37]
            .Sample(x =>
            {
                var oracle = MathNet.Numerics.Distributions.Normal.CDF(0, 1, x);
                Assert.Equal(oracle, StableMath.NormalCdf(x), 1e-14);
                if (x < 0 && oracle > 1e-300)
                    Assert.Equal(1, StableMath.NormalCdf(x) / oracle, 1e-10);
            });

    [Fact]
    public void More_terms_of_the_continued_fraction_change_no_bit_of_a_normal_tail()
    {
        for (var i = 0; i < 200_000; i++)
        {
            var a = 3 + (i * 1.75e-4);
            var fraction = 0.0;
            for (var k = 200; k >= 1; k--)
                fraction = k / (a + fraction);
            Assert.Equal(Bits(0.3989422804014327 * StableMath.Exp(-0.5 * a * a) / (a + fraction)), Bits(StableMath.NormalCdf(-a)));
        }
    }

    [Fact]
    public void The_normal_quantile_undoes_the_distribution_function() =>
        Gen.Double[-8, 5].Sample(x => Assert.Equal(x, StableMath.NormalQuantile(StableMath.NormalCdf(x)), 1e-8));

    [Fact]
    public void The_log_gamma_function_is_that_of_the_oracle() =>
        Gen.Double[1e-3, 1e4]
            .Sample(x => Assert.Equal(SpecialFunctions.GammaLn(x), StableMath.LogGamma(x), 1e-9 * Math.Max(1, Math.Abs(x))));

    [Fact]
    public void The_incomplete_beta_function_is_that_of_the_oracle_and_is_undone_by_its_inverse() =>
        Gen.Select(Gen.Double[0.001, 0.999], Gen.Double[0.3, 60], Gen.Double[0.3, 60])
            .Sample(
                (x, a, b) =>
                {
                    Assert.Equal(SpecialFunctions.BetaRegularized(a, b, x), StableMath.IncompleteBeta(x, a, b), 1e-11);
                    Assert.Equal(x, StableMath.IncompleteBeta(StableMath.InverseIncompleteBeta(x, a, b), a, b), 1e-12);
                }
            );

    /// <summary>The bits that every machine must give. They may change only with an entry under "Changes to results".</summary>
    [Theory]
    [InlineData("exp", -745.0, "0000000000000001")]
    [InlineData("exp", -720.0, "0000000993b4dc95")]
    [InlineData("exp", -1.0, "3fd78b56362cef38")]
    [InlineData("exp", 0.1, "3ff1aec7b35a00d4")]
    [InlineData("exp", 1.0, "4005bf0a8b145769")]
    [InlineData("exp", 3.3, "403b1cd5e7807b7b")]
    [InlineData("exp", 709.5, "7fe81e9b4b52d0c9")]
    [InlineData("log", 1E-300, "c085963447f87fb5")]
    [InlineData("log", 0.1, "c0026bb1bbb55515")]
    [InlineData("log", 0.7, "bfd6d3c324e13f50")]
    [InlineData("log", 2.0, "3fe62e42fefa39ef")]
    [InlineData("log", 10.0, "40026bb1bbb55516")]
    [InlineData("log", 12345.678, "4022d79559791e31")]
    [InlineData("logistic", -30.0, "3d3a56e0c2ac7cc0")]
    [InlineData("logistic", -1.0, "3fd136561454ba86")]
    [InlineData("logistic", 0.3, "3fe261d545e46a8b")]
    [InlineData("logistic", 4.0, "3fef6ca82f0de1ea")]
    [InlineData("pow", 0.02, "3f553123abdd41cd")]
    [InlineData("pow", 0.5, "3fd3b2c47bff8329")]
    [InlineData("pow", 3.0, "4019e45c2acce59b")]
    [InlineData("normal cdf", -9.0, "3c00a7afbb1ee67d")]
    [InlineData("normal cdf", -2.5, "3f796f4e57e49c80")]
    [InlineData("normal cdf", -0.3, "3fd87423a677e90f")]
    [InlineData("normal cdf", 1.0, "3feaec4bd120d37e")]
    [InlineData("normal cdf", 4.0, "3fefffbd94a1aad4")]
    [InlineData("normal quantile", 1E-12, "c01c234fba57a32a")]
    [InlineData("normal quantile", 0.01, "c0029c5c4630ff0e")]
    [InlineData("normal quantile", 0.3, "bfe0c7e39582c5fa")]
    [InlineData("normal quantile", 0.6, "3fd036d6c4a04b5a")]
    [InlineData("normal quantile", 0.999, "4008b8cbb7204470")]
    [InlineData("log gamma", 0.2, "3ff86290bf25b650")]
    [InlineData("log gamma", 3.5, "3ff3373018970a58")]
    [InlineData("log gamma", 40.0, "405aa86ec2969811")]
    [InlineData("inverse beta", 0.01, "3f8cce27b53731ed")]
    [InlineData("inverse beta", 0.5, "3fc2f0772c9d42f5")]
    [InlineData("inverse beta", 0.9, "3fd3db075589cd50")]
    public void Bits_are_pinned(string function, double x, string bits) => Assert.Equal(bits, Bits(Of(function, x)).ToString("x16"));

    private static double Of(string function, double x) =>
        function switch
        {
            "exp" => StableMath.Exp(x),
            "log" => StableMath.Log(x),
            "logistic" => StableMath.Logistic(x),
            "pow" => StableMath.Pow(x, 1.7),
            "normal cdf" => StableMath.NormalCdf(x),
            "normal quantile" => StableMath.NormalQuantile(x),
            "log gamma" => StableMath.LogGamma(x),
            _ => StableMath.InverseIncompleteBeta(x, 2, 10),
        };

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);

    private static long Ulps(double a, double b) => a == b ? 0 : Math.Abs(Bits(a) - Bits(b));
}
