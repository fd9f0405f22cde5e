using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Numbers, parts, lengths of time and choices as people write them.</summary>
internal static class Spelling
{
    private static readonly string[] Small =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];

    private static readonly (int Of, string One, string Many)[] Parts =
    [
        (2, "half", "halves"),
        (3, "third", "thirds"),
        (4, "quarter", "quarters"),
        (4, "fourth", "fourths"),
        (5, "fifth", "fifths"),
        (6, "sixth", "sixths"),
        (8, "eighth", "eighths"),
        (10, "tenth", "tenths"),
        (20, "twentieth", "twentieths"),
    ];

    /// <summary>A whole number in digits or, up to twenty, in words.</summary>
    public static bool TryWhole(string text, out int number)
    {
        if (int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number))
            return number >= 0;
        number = Array.FindIndex(Small, s => s.Equals(text, StringComparison.OrdinalIgnoreCase));
        return number >= 0;
    }

    /// <summary>A quantity that starts at a token and the token after it: ten, 25, a third, 2/3, two-thirds, 33 %, a majority, more than half, whoever is present.</summary>
    public static (Quantity? Quantity, int End) ReadQuantity(List<Token> tokens, int at)
    {
        string Word(int i) => at + i < tokens.Count ? tokens[at + i].Text.ToLowerInvariant() : "";
        if (Word(0) == "whoever" && Word(1) == "is" && Word(2) == "present")
            return (Quantity.WhoeverIsPresent, at + 3);
        if (Word(0) == "more" && Word(1) == "than" && ReadQuantity(tokens, at + 2) is ({ IsShare: true, MoreThan: false } share, var end))
            return (share with { MoreThan = true }, end);
        if (Word(0) == "a" && Word(1) == "majority")
            return (Quantity.Majority, at + 2);
        if (Word(0) == "majority")
            return (Quantity.Majority, at + 1);
        if (Word(0) == "half")
            return (Share(1, 2), at + 1);
        if (Word(0) is "a" or "one" && Part(Word(1)) is var one and > 0)
            return (Share(1, one), at + 2);
        if (Word(0).Split('-') is [var over, var under] && TryWhole(over, out var n) && Part(under) is var of and > 0 && n > 0 && n <= of)
            return (Share(n, of), at + 1);
        if (
            Word(0).Split('/') is [var top, var bottom]
            && TryWhole(top, out n)
            && TryWhole(bottom, out of)
            && n > 0
            && n <= of
            && of <= 10_000
        )
            return (Share(n, of), at + 1);
        if (TryPercent(Word(0), out var percent))
            return (percent, at + 1);
        if (Word(1) == "%" && TryPercent(Word(0) + "%", out percent))
            return (percent, at + 2);
        if (Word(1) == "per" && Word(2) == "cent" && TryPercent(Word(0) + "%", out percent))
            return (percent, at + 3);
        if (!TryWhole(Word(0), out n))
            return (null, at);
        if (Part(Word(1)) is var part and > 0 && n > 0 && n <= part)
            return (Share(n, part), at + 2);
        return n > 0 && n <= 10_000_000 ? (new Quantity(n), at + 1) : (null, at);
    }

    /// <summary>A quantity as the canonical form writes it.</summary>
    public static string Of(Quantity quantity)
    {
        if (quantity == Quantity.WhoeverIsPresent)
            return "whoever is present";
        if (!quantity.IsShare)
            return Whole(quantity.Number);
        if (quantity == Quantity.Majority)
            return "a majority";
        var (n, of) = (quantity.Number, quantity.OutOf);
        var part = of <= 4 ? Array.Find(Parts, p => p.Of == of) : default;
        var text =
            (n, of) == (1, 2) ? "half"
            : part.One is not null ? $"{Small[n]} {(n == 1 ? part.One : part.Many)}"
            : 1000 % of == 0 ? string.Create(CultureInfo.InvariantCulture, $"{n * 100.0 / of}%")
            : string.Create(CultureInfo.InvariantCulture, $"{n}/{of}");
        return quantity.MoreThan ? $"more than {text}" : text;
    }

    /// <summary>A length of time that starts at a token and the token after it: 90 days, one year.</summary>
    public static (Period? Period, int End) ReadPeriod(List<Token> tokens, int at)
    {
        if (at + 1 >= tokens.Count || !TryWhole(tokens[at].Text, out var length) || length is 0 or > 100_000)
            return (null, at);
        foreach (var unit in Enum.GetValues<TimeUnit>())
        {
            var word = Of(unit);
            if (tokens[at + 1].Text == word || tokens[at + 1].Text == word[..^1])
                return (new Period(length, unit), at + 2);
        }
        return (null, at);
    }

    /// <summary>A length of time as the canonical form writes it.</summary>
    public static string Of(Period period) => $"{Whole(period.Length)} {(period.Length == 1 ? Of(period.Unit)[..^1] : Of(period.Unit))}";

    /// <summary>A whole number as the canonical form writes it.</summary>
    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A choice as a sentence spells it: <c>OfThoseVoting</c> is "of those voting".</summary>
    public static string Of(Enum choice) =>
        Other(choice)?.Instead
        ?? string.Concat(
            choice.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i == 0 ? "" : " ")}{char.ToLowerInvariant(c)}" : c.ToString())
        );

    /// <summary>Every way to spell a choice, the canonical one first.</summary>
    public static ImmutableArray<string> All(Enum choice) => [Of(choice), .. Other(choice)?.Spellings ?? []];

    private static SpeltAttribute? Other(Enum choice) => choice.GetType().GetField(choice.ToString())?.GetCustomAttribute<SpeltAttribute>();

    /// <summary>Whether a name is in the plural, as far as its head noun tells: Members, Branch Secretaries; not Congress, not Board of Directors.</summary>
    public static bool IsPlural(string name)
    {
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        var noun = of > 0 ? name[..of] : name;
        return noun.EndsWith('s')
            && !noun.EndsWith("ss", StringComparison.Ordinal)
            && !noun.EndsWith("us", StringComparison.Ordinal)
            && !noun.EndsWith("is", StringComparison.Ordinal);
    }

    /// <summary>The plural of a noun: Director, Directors; Secretary, Secretaries.</summary>
    public static string Plural(string noun) =>
        noun.Length > 1 && noun[^1] == 'y' && !"aeiou".Contains(noun[^2], StringComparison.Ordinal) ? noun[..^1] + "ies"
        : noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch", StringComparison.Ordinal) ? noun + "es"
        : noun.EndsWith("man", StringComparison.Ordinal) ? noun[..^3] + "men"
        : noun + "s";

    private static int Part(string word)
    {
        foreach (var (of, one, many) in Parts)
        {
            if (word == one || word == many)
                return of;
        }
        return 0;
    }

    private static bool TryPercent(string text, out Quantity quantity)
    {
        quantity = default;
        if (
            text.Length < 2
            || text[^1] != '%'
            || !decimal.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            || percent is <= 0 or > 100
        )
            return false;
        var tenths = percent * 10;
        if (tenths != decimal.Truncate(tenths))
            return false;
        quantity = Share((int)tenths, 1000);
        return true;
    }

    private static Quantity Share(int number, int of)
    {
        var (a, b) = (number, of);
        while (b != 0)
            (a, b) = (b, a % b);
        return new(number / a, of / a);
    }
}
