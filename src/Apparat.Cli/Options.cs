using System.CommandLine;
using System.Globalization;

namespace Apparat.Cli;

/// <summary>Options that several commands share, so that they mean the same everywhere.</summary>
internal static class Options
{
    public static Argument<string> Scenario() => new("scenario") { Description = "A scenario: a short name such as history/bolshevik-party, a folder, or a .yaml file." };

    public static Option<bool> Json() => new("--json") { Description = "Machine-readable output on standard output." };

    public static Option<ulong> Seed() => new("--seed") { Description = "Seed of all chance; the same seed gives the same bits.", DefaultValueFactory = _ => 1922, HelpName = "S" };

    public static Option<int> Threads() => new("--threads") { Description = "Threads; 0 for one a core. It changes nothing but the time.", HelpName = "T" };

    public static Option<string[]> Set() => new("--set") { Description = "Set a parameter or switch a provision: kappa=0.03, C6.share=0.2..0.4, C6=off.", HelpName = "NAME=VALUE", AllowMultipleArgumentsPerToken = false };

    public static Option<string[]> With() => new("--with") { Description = "A change in words, such as \"strike C6\", \"there are no alliances\" or \"Anna dies does not happen\".", HelpName = "CHANGE", AllowMultipleArgumentsPerToken = false };

    public static DateOnly? Day(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"\"{text}\" is not a date; write yyyy-mm-dd, such as 1922-04-03.");
}
