using System.CommandLine;
using System.Globalization;

namespace Apparat.Cli;

/// <summary>Options that several commands share, so that they mean the same everywhere.</summary>
internal static class Options
{
    public static Argument<string> Scenario() =>
        new("scenario")
        {
            Description = "A scenario: a short name such as history/bolshevik-party, a folder, a .yaml file, or - for standard input.",
        };

    public static Option<bool> Json() => new("--json") { Description = "Machine-readable output on standard output." };

    public static Option<ulong> Seed() =>
        new("--seed")
        {
            Description = "Seed of all chance; the same seed gives the same bits.",
            DefaultValueFactory = _ => 1922,
            HelpName = "S",
        };

    public static Option<int> Threads() =>
        AtLeast(
            0,
            new Option<int>("--threads") { Description = "Threads; 0 for one a core. It changes nothing but the time.", HelpName = "T" }
        );

    public static Option<int> Runs(int standard, string what) =>
        AtLeast(
            1,
            new Option<int>("--runs")
            {
                Description = what,
                DefaultValueFactory = _ => standard,
                HelpName = "N",
            }
        );

    public static Option<string[]> Set() =>
        new("--set")
        {
            Description = "Set a parameter or switch a provision: kappa=0.03, C6.share=0.2..0.4, C6=off.",
            HelpName = "NAME=VALUE",
            AllowMultipleArgumentsPerToken = false,
        };

    public static Option<string[]> With() =>
        new("--with")
        {
            Description =
                "A change in words, such as \"strike C6\", \"there are no alliances\" or \"Anna dies does not happen\", or a file of them, such as apparat amend writes.",
            HelpName = "CHANGE",
            AllowMultipleArgumentsPerToken = false,
        };

    public static Option<string[]> Assert() =>
        new("--assert")
        {
            Description = "Exit with 1 unless this holds, such as \"difference > 0.05\".",
            HelpName = "CONDITION",
            AllowMultipleArgumentsPerToken = false,
        };

    public static Option<bool> Force() => new("--force") { Description = "Write over results that are there." };

    public static Option<string?> Progress()
    {
        var option = new Option<string?>("--progress")
        {
            Description = "How to tell progress on standard error: a moving bar (the default on a terminal), lines of json, or none.",
            HelpName = "json|bar|none",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("json" or "bar" or "none") and var other }])
                result.AddError($"--progress is json, bar or none, not \"{other}\".");
        });
        return option;
    }

    /// <summary>Refuses numbers below a bound.</summary>
    public static Option<T> AtLeast<T>(int low, Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var n) && n < low)
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is at least {low}, not {n}."));
        });
        return option;
    }

    public static DateOnly? Day(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"\"{text}\" is not a date; write yyyy-mm-dd, such as 1922-04-03.");

    public static Slice? Slice(string? text) =>
        text is null ? null
        : text.Split('/') is [var number, var of]
        && int.TryParse(number, CultureInfo.InvariantCulture, out var k)
        && int.TryParse(of, CultureInfo.InvariantCulture, out var n)
        && k >= 1
        && k <= n
            ? new Slice(k, n)
        : throw new UsageException($"\"{text}\" is no slice; write K/N with K from 1 to N, such as 3/40.");
}
