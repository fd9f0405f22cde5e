namespace Apparat.Numerics;

/// <summary>How an interval was made.</summary>
public enum IntervalKind
{
    /// <summary>Wilson's score interval for a proportion (Wilson 1927).</summary>
    Wilson,

    /// <summary>Equal-tailed interval of the beta posterior under Jeffreys' prior.</summary>
    Jeffreys,

    /// <summary>Estimate plus and minus a normal quantile times its standard error.</summary>
    Normal,

    /// <summary>Percentiles of addressed resamples (Efron 1979).</summary>
    Bootstrap,

    /// <summary>Known without error.</summary>
    Exact,
}

/// <summary>A number with its doubt: 95 % intervals throughout.</summary>
/// <param name="Value">The estimate; not a number if it is not defined.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="StandardError">Standard error.</param>
/// <param name="Runs">How many runs it rests on.</param>
/// <param name="Kind">How the interval was made.</param>
public sealed record Estimate(double Value, double Low, double High, double StandardError, long Runs, IntervalKind Kind)
{
    /// <summary>The normal quantile of a 95 % interval.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>An estimate that no run could settle.</summary>
    public static Estimate Undefined(long runs) => new(double.NaN, double.NaN, double.NaN, double.NaN, runs, IntervalKind.Exact);

    /// <summary>Whether there is a value at all.</summary>
    public bool IsDefined => !double.IsNaN(Value);

    /// <summary>Half the width of the interval.</summary>
    public double HalfWidth => 0.5 * (High - Low);

    /// <summary>A mean with its standard error and a normal interval.</summary>
    public static Estimate Normal(double value, double standardError, long runs) =>
        new(value, value - (Z95 * standardError), value + (Z95 * standardError), standardError, runs, IntervalKind.Normal);
}

/// <summary>Proportions and their intervals.</summary>
public static class Proportion
{
    /// <summary>Wilson's interval; undefined for no runs.</summary>
    public static Estimate Wilson(long successes, long runs)
    {
        if (runs == 0)
            return Estimate.Undefined(0);
        const double z2 = Estimate.Z95 * Estimate.Z95;
        var p = (double)successes / runs;
        var centre = (p + (z2 / (2 * runs))) / (1 + (z2 / runs));
        var half = Estimate.Z95 / (1 + (z2 / runs)) * Math.Sqrt((p * (1 - p) / runs) + (z2 / (4.0 * runs * runs)));
        return new(
            p,
            successes == 0 ? 0 : Math.Max(0, centre - half),
            successes == runs ? 1 : Math.Min(1, centre + half),
            Math.Sqrt(p * (1 - p) / runs),
            runs,
            IntervalKind.Wilson
        );
    }

    /// <summary>Jeffreys' interval; undefined for no runs.</summary>
    public static Estimate Jeffreys(long successes, long runs)
    {
        if (runs == 0)
            return Estimate.Undefined(0);
        var p = (double)successes / runs;
        var a = successes + 0.5;
        var b = runs - successes + 0.5;
        return new(
            p,
            successes == 0 ? 0 : StableMath.InverseIncompleteBeta(0.025, a, b),
            successes == runs ? 1 : StableMath.InverseIncompleteBeta(0.975, a, b),
            Math.Sqrt(p * (1 - p) / runs),
            runs,
            IntervalKind.Jeffreys
        );
    }

    /// <summary>The largest probability still plausible after seeing nothing in n runs (Hanley and Lippman-Hand 1983).</summary>
    public static double RuleOfThree(long runs) => Math.Min(1, 3.0 / runs);
}

/// <summary>Counts of two worlds run on the same luck.</summary>
/// <param name="Both">Runs in which it happened in both worlds.</param>
/// <param name="OnlyFirst">Only in the first.</param>
/// <param name="OnlySecond">Only in the second.</param>
/// <param name="Neither">In neither.</param>
public readonly record struct PairedCounts(long Both, long OnlyFirst, long OnlySecond, long Neither)
{
    /// <summary>All runs.</summary>
    public long Runs => Both + OnlyFirst + OnlySecond + Neither;

    /// <summary>
    /// P(first) - P(second) with the standard error of paired proportions. Where all pairs went one way nothing scatters, and the interval
    /// reaches as far as Wilson's does for what was seen in none of so many runs.
    /// </summary>
    public Estimate Difference
    {
        get
        {
            var n = (double)Runs;
            if (n == 0)
                return Estimate.Undefined(0);
            double d = OnlyFirst - OnlySecond;
            var variance = (OnlyFirst + OnlySecond - (d * d / n)) / (n * n);
            var error = Math.Sqrt(Math.Max(0, variance));
            var (reach, kind) =
                error > 0 ? (Estimate.Z95 * error, IntervalKind.Normal) : (Proportion.Wilson(0, Runs).High, IntervalKind.Wilson);
            return new(d / n, Math.Max(-1, (d / n) - reach), Math.Min(1, (d / n) + reach), error, Runs, kind);
        }
    }

    /// <summary>Counts over two columns of truths (1 or 0) of the same runs.</summary>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static PairedCounts Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException("Paired worlds need the same runs.", nameof(second));
        long both = 0,
            one = 0,
            two = 0,
            none = 0;
        for (var i = 0; i < first.Length; i++)
        {
            var (a, b) = (first[i] > 0.5, second[i] > 0.5);
            if (a && b)
                both++;
            else if (a)
                one++;
            else if (b)
                two++;
            else
                none++;
        }
        return new(both, one, two, none);
    }
}

/// <summary>Mean and spread of a stream of numbers (Welford 1962); parts merge in a fixed order to the same bits.</summary>
public struct Moments
{
    private double _m2;

    /// <summary>How many.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean.</summary>
    public double Mean { get; private set; }

    /// <summary>Sample variance; 0 for fewer than two.</summary>
    public readonly double Variance => Count < 2 ? 0 : _m2 / (Count - 1);

    /// <summary>The mean with its standard error.</summary>
    public readonly Estimate Estimate =>
        Count == 0 ? Numerics.Estimate.Undefined(0) : Numerics.Estimate.Normal(Mean, Math.Sqrt(Variance / Count), Count);

    /// <summary>Adds a number.</summary>
    public void Add(double value)
    {
        Count++;
        var delta = value - Mean;
        Mean += delta / Count;
        _m2 += delta * (value - Mean);
    }
}

/// <summary>Bootstrap intervals whose resamples are addressed, not consumed.</summary>
public static class Bootstrap
{
    private static readonly Purpose Resample = Purpose.Of("bootstrap");

    /// <summary>Percentile interval of the mean.</summary>
    public static Estimate Mean(ReadOnlySpan<double> values, int resamples, ulong seed)
    {
        if (values.IsEmpty)
            return Estimate.Undefined(0);
        var means = new double[resamples];
        for (var r = 0; r < resamples; r++)
        {
            var chance = new Chance(seed, (ulong)r);
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
                sum += values[chance.Below(values.Length, Resample, (ulong)i, 0)];
            means[r] = sum / values.Length;
        }
        Array.Sort(means);
        var moments = new Moments();
        foreach (var m in means)
            moments.Add(m);
        var mean = 0.0;
        foreach (var v in values)
            mean += v;
        return new(
            mean / values.Length,
            means[(int)(0.025 * (resamples - 1))],
            means[(int)Math.Ceiling(0.975 * (resamples - 1))],
            Math.Sqrt(moments.Variance),
            values.Length,
            IntervalKind.Bootstrap
        );
    }
}
