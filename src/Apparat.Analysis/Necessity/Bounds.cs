namespace Apparat.Analysis;

/// <summary>What a probability must lie between, however the two worlds' luck is coupled; not a number where it is not defined.</summary>
/// <param name="Low">Least possible value.</param>
/// <param name="High">Greatest possible value.</param>
public readonly record struct Bounds(double Low, double High)
{
    /// <summary>No bounds: the condition never occurs.</summary>
    public static Bounds Undefined => new(double.NaN, double.NaN);

    /// <summary>Whether there are bounds at all.</summary>
    public bool IsDefined => !double.IsNaN(Low);

    /// <summary>Whether a value lies between them, but for rounding.</summary>
    public bool Contains(double value) => value >= Low - 1e-12 && value <= High + 1e-12;

    /// <summary>Two numerators over one denominator, kept within 0 and 1; undefined if the denominator is 0.</summary>
    internal static Bounds Of(double low, double high, double denominator) =>
        denominator > 0 ? new(Math.Max(0, low / denominator), Math.Min(1, high / denominator)) : Undefined;
}
