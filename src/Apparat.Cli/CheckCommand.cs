using System.CommandLine;
using System.Globalization;
using Apparat.Model;

namespace Apparat.Cli;

/// <summary><c>apparat check</c>: reads a scenario and says everything about its files.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var file = Options.Scenario();
        var json = Options.Json();
        var asOf = new Option<string?>("--as-of")
        {
            Description = "Flag what was not known on this day (yyyy-mm-dd) or is coded from the outcome.",
            HelpName = "DAY",
        };
        var command = new Command("check", "Read a scenario, say everything that is wrong with it, and judge its outcomes on the record.")
        {
            file,
            json,
            asOf,
        };
        command.SetAction(parse => Check(parse.GetValue(file)!, parse.GetValue(json), Options.Day(parse.GetValue(asOf))));
        return command;
    }

    private static int Check(string name, bool json, DateOnly? asOf)
    {
        var result = Apparat.Check.Run(name, asOf);
        var all = result.Read.Diagnostics.Concat(result.Hindsight).ToList();
        var errors = all.Count(d => d.Severity == Severity.Error);
        if (json)
        {
            Terminal.Write(
                new
                {
                    Schema = "apparat/check/1",
                    Scenario = result.Read.Scenario?.Name,
                    result.Read.IsUsable,
                    Diagnostics = all.Select(Terminal.ToJson),
                    Record = result.Verdicts.Select(v => new
                    {
                        v.Outcome,
                        v.Person,
                        v.Holds,
                    }),
                    result.HeadlineHolds,
                }
            );
        }
        else
        {
            Terminal.Say(result.Read, all);
            if (result.Read.Scenario is { } s)
                Summarise(s, result);
            var (warnings, notes) = (all.Count(d => d.Severity == Severity.Warning), all.Count(d => d.Severity == Severity.Note));
            Terminal.DataLine($"{Numbered(errors, "error")}, {Numbered(warnings, "warning")}, {Numbered(notes, "note")}");
        }
        return errors > 0 ? ExitCode.BadInput
            : result.HasFindings ? ExitCode.Findings
            : ExitCode.Done;
    }

    private static void Summarise(Scenario s, CheckResult result)
    {
        Terminal.DataLine(s.Name);
        Terminal.DataLine(
            $"  {s.Charter.Organs.Length} organs, {s.Charter.Clauses.Length} clauses, {s.Cast.People.Length} people and {s.Cast.Cadres} unnamed, {s.Events.Length} events, {s.Parameters.Count()} parameters, {s.Calendar.Turns} {(s.Calendar.Step.IsEven ? $"{s.Calendar.Step.Unit}s" : $"turns by the {s.Calendar.Step.Name}")}"
        );
        Terminal.DataLine($"  {s.Charter.Coverage}");
        foreach (var outcome in result.Verdicts.GroupBy(v => v.Outcome))
        {
            var holds = outcome.Where(v => v.Holds).Select(v => v.Person).ToList();
            Terminal.DataLine(
                $"  on the record, {s.Calendar.Until:yyyy-MM-dd}: {outcome.Key}(X) holds of {(holds.Count == 0 ? "nobody" : string.Join(", ", holds))}"
            );
        }
        if (result.HeadlineHolds == false)
            Terminal.DataLine("  The record does not satisfy the headline outcome: the question asks about something that did not happen.");
    }

    private static string Numbered(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
