using System.CommandLine;
using System.Globalization;
using Apparat.Numerics;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary><c>apparat control</c>: who controls whom by the votes they hold in one another.</summary>
internal static class ControlCommand
{
    public static Command Make()
    {
        var scenario = Options.Scenario();
        var threshold = new Option<string>("--threshold")
        {
            Description = "The part of the votes that must be exceeded: 1/2, 50%, 2/3.",
            DefaultValueFactory = _ => "1/2",
            HelpName = "PART",
        };
        var json = Options.Json();
        var command = new Verb(
            "control",
            "Who controls whom by the votes they hold in one another: directly, through what they control already, at which thresholds, and where holdings run in circles.",
            ("apparat control group.yaml", "who is in control of each body in the end, and up to which threshold"),
            ("apparat control group.yaml --threshold 2/3", "who can carry what needs two thirds"),
            ("apparat power group.yaml --body \"Operating Company\"", "what each holder's votes in one body are worth")
        )
        {
            scenario,
            threshold,
            json,
        };
        command.SetAction(parse =>
        {
            var read = ScenarioFile.Load(parse.GetValue(scenario)!);
            var part = Part(parse.GetValue(threshold)!);
            var relation = GameOptions.Guarded(() => ControlOf.Votes(read));
            if (parse.GetValue(json))
                Terminal.Write(ControlReport.ToJson(relation, part));
            else
                Screen.Show(ControlReport.Of(read.Name, relation, part));
            return ExitCode.Done;
        });
        return command;
    }

    private static Fraction Part(string text)
    {
        var parts = text.TrimEnd('%').Split('/');
        if (
            text.EndsWith('%')
            && decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && parts.Length == 1
            && percent is >= 0 and < 100
        )
            return new Fraction((long)(percent * 1_000_000), 100_000_000);
        if (
            parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var above)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var below)
            && below > 0
            && above < below
        )
            return new Fraction(above, below);
        throw new UsageException($"\"{text}\" is no part of the votes; write 1/2, 50% or 2/3.");
    }
}
