using System.Globalization;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Times as people write them: in April 1922, on 3 April 1922, from 1924 to 1929, before 1941, by the end of 1929.</summary>
internal static class DaysSpelling
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];

    /// <summary>The time that starts at a token and the token after it.</summary>
    public static (Days? Days, int End) Read(List<Token> tokens, int at)
    {
        if (at >= tokens.Count)
            return (null, at);
        switch (tokens[at].Text.ToLowerInvariant())
        {
            case "in" or "on" or "during":
                return One(DaysWord.In, tokens, at + 1);
            case "from" or "since":
                var (days, end) = One(DaysWord.From, tokens, at + 1);
                if (days is null || end >= tokens.Count || tokens[end].Text is not ("to" or "until" or "till"))
                    return (days, end);
                return Stretch(tokens, end + 1) is (Stretch last, var after) ? (new(DaysWord.FromTo, days.First, last), after) : (null, at);
            case "between":
                return
                    Stretch(tokens, at + 1) is (Stretch first, var and)
                    && and < tokens.Count
                    && tokens[and].Text == "and"
                    && Stretch(tokens, and + 1) is (Stretch second, var close)
                    ? (new(DaysWord.Between, first, second), close)
                    : (null, at);
            case "until" or "till":
                return One(DaysWord.Until, tokens, at + 1);
            case "before":
                return One(DaysWord.Before, tokens, at + 1);
            case "after":
                return One(DaysWord.After, tokens, at + 1);
            case "by":
                return One(DaysWord.By, tokens, at + 1);
            default:
                return (null, at);
        }
    }

    /// <summary>A time as the canonical form writes it.</summary>
    public static string Of(Days days) =>
        days.Word switch
        {
            DaysWord.In => $"{(days.First.IsDay ? "on" : "in")} {Of(days.First)}",
            DaysWord.FromTo => $"from {Of(days.First)} to {Of(days.Last ?? days.First)}",
            DaysWord.Between => $"between {Of(days.First)} and {Of(days.Last ?? days.First)}",
            var word => $"{word.ToString().ToLowerInvariant()} {Of(days.First)}",
        };

    /// <summary>A day, a month, a year, or whatever lies between two days.</summary>
    public static string Of(Stretch stretch) =>
        stretch == Model.Stretch.Of(stretch.From.Year) ? stretch.From.ToString("yyyy", CultureInfo.InvariantCulture)
        : stretch == Model.Stretch.Of(stretch.From.Year, stretch.From.Month)
            ? stretch.From.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : stretch.IsDay ? stretch.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : $"{Of(Model.Stretch.Of(stretch.From))} to {Of(Model.Stretch.Of(stretch.Until))}";

    /// <summary>A stretch of days written as one word: 1922, 1922-04, 1922-04-03; null if it is none.</summary>
    public static Stretch? Word(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Model.Stretch.Of(day)
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            ? Model.Stretch.Of(day.Year, day.Month)
        : text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? Model.Stretch.Of(year)
        : null;

    private static (Days?, int) One(DaysWord word, List<Token> tokens, int at) =>
        Stretch(tokens, at) is (Stretch stretch, var end) ? (new(word, stretch), end) : (null, at);

    private static (Stretch? Stretch, int End) Stretch(List<Token> tokens, int at)
    {
        string Text(int i) => at + i < tokens.Count ? tokens[at + i].Text : "";
        if (Text(0) is "the" && Text(1) is "end" or "beginning" && Text(2) == "of")
            return Stretch(tokens, at + 3) is (Stretch of, var close)
                ? (Model.Stretch.Of(Text(1) == "end" ? of.Until : of.From), close)
                : (null, at);
        if (Text(0) is "early" or "late" or "mid")
            return Stretch(tokens, at + 1);
        var month = Array.FindIndex(Months, m => m.Equals(Text(0), StringComparison.OrdinalIgnoreCase)) + 1;
        if (month > 0 && Word(Text(1)) is { IsDay: false } year && Text(1).Length == 4)
            return (Model.Stretch.Of(year.From.Year, month), at + 2);
        if (
            int.TryParse(Text(0), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && Array.FindIndex(Months, m => m.Equals(Text(1), StringComparison.OrdinalIgnoreCase)) + 1 is var of2 and > 0
            && Text(2).Length == 4
            && Word(Text(2)) is { } inYear
            && day >= 1
            && day <= DateTime.DaysInMonth(inYear.From.Year, of2)
        )
            return (Model.Stretch.Of(new DateOnly(inYear.From.Year, of2, day)), at + 3);
        return Word(Text(0)) is { } word ? (word, at + 1) : (null, at);
    }
}
