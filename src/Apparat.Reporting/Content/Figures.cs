using System.Globalization;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Numbers as reports print them, the same in every language and place.</summary>
public static class Figures
{
    /// <summary>A number with its interval: <c>0.42 (0.39 to 0.45)</c>; says so if it is not defined.</summary>
    public static string Of(Estimate value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return !value.IsDefined ? "not defined"
            : value.Kind == IntervalKind.Exact ? Of(value.Value)
            : $"{Of(value.Value)} ({Of(value.Low)} to {Of(value.High)})";
    }

    /// <summary>A number with two decimals, three below a tenth; a minus only where something is left after rounding.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
            return "not defined";
        var text = value.ToString(Math.Abs(value) < 0.0995 && value != 0 ? "0.000" : "0.00", CultureInfo.InvariantCulture);
        return text.TrimStart('-').Trim('0', '.').Length == 0 ? "0.00" : text;
    }

    /// <summary>A probability as so many of a hundred histories.</summary>
    public static string OfHundred(Estimate value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.IsDefined ? $"{Hundredth(value.Value)} of 100 histories ({Hundredth(value.Low)} to {Hundredth(value.High)})" : "not defined";
    }

    private static string Hundredth(double p) =>
        p is > 0 and < 0.005 ? "fewer than 1"
        : p is > 0.995 and < 1 ? "more than 99"
        : Math.Round(100 * p).ToString("0", CultureInfo.InvariantCulture);
}
