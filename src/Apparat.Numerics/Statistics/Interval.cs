using System.Numerics;

namespace Apparat.Numerics;

/// <summary>A value between bounds; a value known without error is its own bounds. Arithmetic carries the bounds along, never too narrow.</summary>
/// <param name="Value">The value.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
public readonly record struct Interval(double Value, double Low, double High) : IArithmetic<Interval>
{
    /// <summary>Half the width.</summary>
    public double HalfWidth => 0.5 * (High - Low);

    /// <summary>A value without error.</summary>
    public static Interval Exact(double value) => new(value, value, value);

    /// <inheritdoc/>
    public static Interval Of(BigInteger whole) => Exact((double)whole);

    /// <summary>
    /// The 95 % empirical Bernstein interval for the mean of independent numbers in [0,1] (Audibert, Munos and Szepesvari 2009):
    /// it holds for every number of samples and is narrow where the spread is small.
    /// </summary>
    /// <param name="mean">Their mean.</param>
    /// <param name="variance">Their variance.</param>
    /// <param name="samples">How many.</param>
    public static Interval Bernstein(double mean, double variance, long samples)
    {
        var half = BernsteinHalfWidth(variance, samples);
        return new(mean, Math.Max(0, mean - half), Math.Min(1, mean + half));
    }

    /// <summary>Half the width of <see cref="Bernstein"/>.</summary>
    public static double BernsteinHalfWidth(double variance, long samples) =>
        Math.Sqrt(2 * Math.Max(0, variance) * LogOf3Over5Percent / samples) + (3 * LogOf3Over5Percent / samples);

    /// <summary>The least number of samples whose <see cref="Bernstein"/> interval is that narrow, if they vary like this.</summary>
    public static long BernsteinSamples(double variance, double halfWidth)
    {
        // A quadratic in 1/sqrt(n).
        var root = Math.Sqrt(2 * Math.Max(0, variance) * LogOf3Over5Percent);
        var x = (-root + Math.Sqrt((root * root) + (12 * LogOf3Over5Percent * halfWidth))) / (6 * LogOf3Over5Percent);
        return (long)Math.Ceiling(1 / (x * x));
    }

    private const double LogOf3Over5Percent = 4.0943445622221;

    /// <summary>Sum.</summary>
    public static Interval operator +(Interval a, Interval b) => new(a.Value + b.Value, a.Low + b.Low, a.High + b.High);

    /// <summary>Difference.</summary>
    public static Interval operator -(Interval a, Interval b) => new(a.Value - b.Value, a.Low - b.High, a.High - b.Low);

    /// <summary>Product.</summary>
    public static Interval operator *(Interval a, Interval b) =>
        Hull(a.Value * b.Value, a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High);

    /// <summary>Quotient; without bounds if the divisor may be 0.</summary>
    public static Interval operator /(Interval a, Interval b) =>
        b.Low <= 0 && b.High >= 0
            ? new(a.Value / b.Value, double.NegativeInfinity, double.PositiveInfinity)
            : Hull(a.Value / b.Value, a.Low / b.Low, a.Low / b.High, a.High / b.Low, a.High / b.High);

    private static Interval Hull(double value, double p, double q, double r, double s) =>
        new(value, Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));
}
