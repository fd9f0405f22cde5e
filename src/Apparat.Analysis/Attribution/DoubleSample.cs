using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>Runs of one kind: how many there are among all that were counted, and which of them were followed.</summary>
/// <param name="Counted">Runs of the kind among those counted.</param>
/// <param name="Followed">The numbers of those followed, ascending.</param>
internal sealed record Stratum(long Counted, ImmutableArray<int> Followed);

/// <summary>
/// A mean over many runs of which only some were followed: kinds are counted on all, and each run that was followed stands for as many of its
/// kind as it has to (double sampling for stratification, Neyman 1938; Cochran 1977, section 12.2). With one kind it is the plain mean.
/// Sums are kept whole, so that parts of a whole sum to it exactly.
/// </summary>
internal sealed class DoubleSample
{
    private readonly ImmutableArray<Stratum> _strata;
    private readonly Moments[] _moments;
    private readonly long[] _sums;
    private readonly long _unit;

    /// <summary>An empty sample.</summary>
    /// <param name="strata">The kinds; each has runs, and some that were followed.</param>
    /// <param name="unit">Values are whole numbers of one over this.</param>
    public DoubleSample(ImmutableArray<Stratum> strata, long unit)
    {
        (_strata, _unit) = (strata, unit);
        _moments = new Moments[strata.Length];
        _sums = new long[strata.Length];
    }

    /// <summary>What numerators are over.</summary>
    public static long Denominator(ImmutableArray<Stratum> strata, long unit) => unit * strata.Sum(s => s.Counted) * Common(strata);

    /// <summary>The mean, in units of one over the denominator.</summary>
    public long Numerator => _strata.Select((s, h) => s.Counted * Common(_strata) / s.Followed.Length * _sums[h]).Sum();

    /// <summary>Adds the value of a run that was followed.</summary>
    /// <param name="stratum">Its kind, by place.</param>
    /// <param name="value">In units of one over the unit.</param>
    public void Add(int stratum, long value)
    {
        _sums[stratum] += value;
        _moments[stratum].Add((double)value / _unit);
    }

    /// <summary>The mean with its doubt, that of the counts included.</summary>
    public Estimate Mean
    {
        get
        {
            if (_strata.IsEmpty)
                return Estimate.Undefined(0);
            var mean = Weighted(h => _moments[h].Mean);
            var within = Weighted(h => Weight(h) * _moments[h].Variance / _moments[h].Count);
            return Estimate.Normal(mean, Math.Sqrt(within + Between(mean)), Runs);
        }
    }

    /// <summary>
    /// The mean of what is 0 or 1: Wilson's intervals of the kinds joined by the squares of their reach (Zou and Donner 2008), so that what was
    /// never seen has an interval too.
    /// </summary>
    public Estimate Proportion
    {
        get
        {
            if (_strata.IsEmpty)
                return Estimate.Undefined(0);
            var parts = _strata.Select((s, h) => Numerics.Proportion.Wilson(_sums[h] / _unit, s.Followed.Length)).ToArray();
            if (parts.Length == 1)
                return parts[0];
            var mean = Weighted(h => parts[h].Value);
            var counts = Estimate.Z95 * Estimate.Z95 * Between(mean);
            var low = mean - Math.Sqrt(counts + Weighted(h => Weight(h) * Square(parts[h].Value - parts[h].Low)));
            var high = mean + Math.Sqrt(counts + Weighted(h => Weight(h) * Square(parts[h].High - parts[h].Value)));
            var error = Math.Sqrt(Between(mean) + Weighted(h => Weight(h) * Square(parts[h].StandardError)));
            return new(mean, Math.Max(0, low), Math.Min(1, high), error, Runs, IntervalKind.Wilson);
        }
    }

    private long Runs => _strata.Sum(s => (long)s.Followed.Length);

    // The least by which the number of runs each stands for becomes whole.
    private static long Common(ImmutableArray<Stratum> strata) =>
        strata
            .Select(s => s.Followed.Length / Divisor(s.Followed.Length, s.Counted))
            .Aggregate(1L, (common, n) => common / Divisor(common, n) * n);

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);

    private double Weight(int stratum) => (double)_strata[stratum].Counted / _strata.Sum(s => s.Counted);

    private double Weighted(Func<int, double> value) => Enumerable.Range(0, _strata.Length).Sum(h => Weight(h) * value(h));

    // What not knowing the true sizes of the kinds adds.
    private double Between(double mean) => Weighted(h => Square(_moments[h].Mean - mean)) / _strata.Sum(s => s.Counted);

    private static double Square(double value) => value * value;
}
