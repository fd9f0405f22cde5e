namespace Apparat.Tests;

/// <summary>Observed numbers held against a known answer, within 4.5 standard errors: by chance once in about 150,000 comparisons.</summary>
internal sealed class Sample
{
    private const double Sigmas = 4.5;
    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public double Mean => _values.Average();

    public double StandardDeviation => Math.Sqrt(_values.Sum(v => (v - Mean) * (v - Mean)) / (Count - 1));

    public void Add(double value) => _values.Add(value);

    /// <summary>The mean is the expected one, as far as the sample's own spread can tell.</summary>
    public void HasMean(double expected, string what) => HasMean(expected, StandardDeviation, what);

    /// <summary>The mean is the expected one; the spread of a single number is known.</summary>
    public void HasMean(double expected, double standardDeviation, string what)
    {
        var allowed = (Sigmas * standardDeviation / Math.Sqrt(Count)) + 1e-12;
        Assert.True(Math.Abs(Mean - expected) <= allowed, $"{what}: {Mean:F5} over {Count}, expected {expected:F5}, allowed {allowed:F5}");
    }

    /// <summary>The standard deviation is the expected one; its own error is that of normal numbers, doubled for tails.</summary>
    public void HasStandardDeviation(double expected, string what)
    {
        var allowed = 2 * Sigmas * expected / Math.Sqrt(2.0 * Count);
        Assert.True(
            Math.Abs(StandardDeviation - expected) <= allowed,
            $"{what}: {StandardDeviation:F5}, expected {expected:F5}, allowed {allowed:F5}"
        );
    }

    /// <summary>The numbers are truths, true with the expected probability.</summary>
    public void HasProbability(double expected, string what) => HasMean(expected, Math.Sqrt(expected * (1 - expected)), what);
}
