using System.Globalization;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Numbers as reports print them, the same in every language and place: probabilities as so many of a hundred histories.</summary>
public static class Figures
{
    private static readonly string[] Formats = ["0", "0.0", "0.00"];

    /// <summary>
    /// A probability, a difference of two or a share, in hundredths, with its interval: <c>26 (21 to 30)</c>. It has as many decimals as its
    /// interval is worth: none if that is wider than 2, one if wider than 0.2, else two.
    /// </summary>
    public static string Hundredths(Estimate value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.IsDefined)
            return "not defined";
        var format = Format(value);
        return value.Kind == IntervalKind.Exact
            ? Number(value.Value, format)
            : $"{Number(value.Value, format)} ({Number(value.Low, format)} to {Number(value.High, format)})";
    }

    /// <summary>The same with half the width of the interval instead of its ends: <c>26 ±5</c>.</summary>
    public static string HundredthsShort(Estimate value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.IsDefined)
            return "-";
        var format = Format(value);
        return $"{Number(value.Value, format)} ±{Number(value.HalfWidth, format)}";
    }

    /// <summary>A probability in a sentence: <c>in 26 of 100 histories (21 to 30)</c>; where it was always or never seen, of how many.</summary>
    public static string InHundred(Estimate value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.IsDefined)
            return "in a part that is not defined";
        var runs = value.Runs.ToString("N0", CultureInfo.InvariantCulture);
        if (value.Kind == IntervalKind.Wilson && value.Value <= 0)
            return $"in none of {runs} histories (at most {AtMost(value.High)} of 100)";
        if (value.Kind == IntervalKind.Wilson && value.Value >= 1)
            return $"in all of {runs} histories (at least {AtLeast(value.Low)} of 100)";
        var format = Format(value);
        return value.Kind == IntervalKind.Exact
            ? $"in {Number(value.Value, format)} of 100 histories"
            : $"in {Number(value.Value, format)} of 100 histories ({Number(value.Low, format)} to {Number(value.High, format)})";
    }

    /// <summary>A difference of two probabilities in a sentence: <c>26 of 100 (21 to 30)</c>.</summary>
    public static string OfHundred(Estimate value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.IsDefined)
            return "not defined";
        var format = Format(value);
        return $"{Number(value.Value, format)} of 100 ({Number(value.Low, format)} to {Number(value.High, format)})";
    }

    /// <summary>A whole number with its thousands set apart.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A day in words: <c>3 April 1922</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A month: <c>1922-04</c>.</summary>
    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    // A proportion seen at least once is never printed as none, one missed at least once never as all.
    private static string Format(Estimate value)
    {
        var half = value.Kind == IntervalKind.Exact ? 0.01 : Math.Max(value.High - value.Value, value.Value - value.Low);
        var decimals =
            half >= 0.0095 || (value.Kind == IntervalKind.Normal && value.StandardError == 0) ? 0
            : half >= 0.00095 ? 1
            : 2;
        while (
            decimals < 2
            && value is { Kind: IntervalKind.Wilson, Value: > 0 and < 1 }
            && Math.Round(100 * value.Value, decimals) is 0 or 100
        )
            decimals++;
        return Formats[decimals];
    }

    private static string AtMost(double value) => value >= 0.0095 ? Number(value, "0") : Number(Math.Ceiling(1000 * value) / 1000, "0.0");

    private static string AtLeast(double value) => value <= 0.9905 ? Number(value, "0") : Number(Math.Floor(1000 * value) / 1000, "0.0");

    // A minus only where something is left after rounding.
    private static string Number(double value, string format)
    {
        var text = (100 * value).ToString(format, CultureInfo.InvariantCulture);
        return text.TrimStart('-').Trim('0', '.').Length == 0 ? text.TrimStart('-') : text;
    }
}
