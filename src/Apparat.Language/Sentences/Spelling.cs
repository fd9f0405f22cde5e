using System.Globalization;

namespace Apparat.Language;

/// <summary>Numbers and choices as people write them.</summary>
internal static class Spelling
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <summary>A whole number in digits or, up to twenty, in words.</summary>
    public static bool TryWhole(string text, out int number)
    {
        if (int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number))
            return number >= 0;
        number = Array.FindIndex(Small, s => s.Equals(text, StringComparison.OrdinalIgnoreCase));
        return number >= 0;
    }

    /// <summary>A choice as a sentence spells it: <c>OfThoseVoting</c> is "of those voting".</summary>
    public static string Of(Enum choice) =>
        string.Concat(choice.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i == 0 ? "" : " ")}{char.ToLowerInvariant(c)}" : c.ToString()));

    /// <summary>Fractions in figures, as the words that name them.</summary>
    public static string[] Words(string token) =>
        token switch
        {
            "2/3" => ["two", "thirds"],
            "3/4" => ["three", "quarters"],
            "two-thirds" => ["two", "thirds"],
            "three-quarters" => ["three", "quarters"],
            "three-fourths" => ["three", "quarters"],
            _ => [token],
        };
}
