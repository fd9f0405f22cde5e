using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Apparat.Numerics;

/// <summary>Reads numbers and beliefs as scenario files write them.</summary>
public static class DistributionText
{
    /// <summary>What can be written where a number is expected.</summary>
    public const string Forms =
        "a number (0.3, 30%, 1/3), a range (0.25..0.5), lognormal(median, spread), beta(a, b) or normal(mean, spread)";

    /// <summary>Reads a belief; on failure says what is wrong with it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Distribution? distribution, [NotNullWhen(false)] out string? error)
    {
        distribution = null;
        error = null;
        text = (text ?? "").Trim();
        var within = text.IndexOf(" within ", StringComparison.Ordinal);
        if (within > 0)
        {
            if (!TryParse(text[..within], out var inner, out error))
                return false;
            if (!TryRange(text[(within + 8)..], out var from, out var to))
                return Fail(out error, $"After \"within\" I expect a range such as 0..1, not \"{text[(within + 8)..]}\".");
            distribution = new Truncated(inner, from, to);
            return true;
        }
        if (TryNumber(text, out var number))
        {
            distribution = new Fixed(number);
            return true;
        }
        if (text.Contains("..", StringComparison.Ordinal))
        {
            if (!TryRange(text, out var low, out var high))
                return Fail(out error, $"\"{text}\" is not a range: the smaller number stands first.");
            distribution = new Uniform(low, high);
            return true;
        }
        var open = text.IndexOf('(');
        if (open < 0 || !text.EndsWith(')'))
            return Fail(out error, $"\"{text}\" is not a number I know.");
        var name = text[..open].Trim();
        var parts = text[(open + 1)..^1].Split(',');
        if (parts.Length != 2 || !TryNumber(parts[0], out var a) || !TryNumber(parts[1], out var b))
            return Fail(out error, $"\"{name}\" takes two numbers in brackets, such as {name}(2, 0.5).");
        distribution = name switch
        {
            "lognormal" when a > 0 && b >= 0 => new LogNormal(a, b),
            "beta" when a > 0 && b > 0 => new Beta(a, b),
            "normal" when b >= 0 => new Normal(a, b),
            _ => null,
        };
        return distribution is not null
            || Fail(
                out error,
                name is "lognormal" or "beta" or "normal"
                    ? $"The numbers in \"{text}\" are out of range: spreads are at least 0, medians and beta's numbers above 0."
                    : $"There is no distribution \"{name}\"."
            );
    }

    /// <summary>Reads a plain number, a percentage or a fraction.</summary>
    public static bool TryNumber(string text, out double number)
    {
        text = (text ?? "").Trim();
        number = double.NaN;
        var slash = text.IndexOf('/');
        if (slash > 0)
        {
            if (!TryNumber(text[..slash], out var over) || !TryNumber(text[(slash + 1)..], out var under) || under == 0)
                return false;
            number = over / under;
            return true;
        }
        var percent = text.EndsWith('%');
        if (
            !double.TryParse(percent ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            || !double.IsFinite(number)
        )
            return false;
        if (percent)
            number /= 100;
        return true;
    }

    private static bool TryRange(string text, out double from, out double to)
    {
        from = to = double.NaN;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return dots > 0 && TryNumber(text[..dots], out from) && TryNumber(text[(dots + 2)..], out to) && from <= to;
    }

    private static bool Fail(out string error, string message)
    {
        error = message;
        return false;
    }
}
