using System.CommandLine;
using Apparat.Simulation;

namespace Apparat.Cli;

internal static class TellCommand
{
    public static Command Make()
    {
        var (file, json, seed, set, with) = (Options.Scenario(), Options.Json(), Options.Seed(), Options.Set(), Options.With());
        var run = new Option<int>("--run") { Description = "Which history.", HelpName = "K" };
        var command = new Command("tell", "Tell one history as a dated chronicle.") { file, run, seed, set, with, json };
        command.SetAction(parse =>
        {
            var scenario = ScenarioFile.Load(parse.GetValue(file)!);
            var change = ScenarioFile.Change(scenario, parse.GetValue(with) ?? [], parse.GetValue(set) ?? []);
            var trace = Histories.Tell(change?.Apply(scenario) ?? scenario, parse.GetValue(seed), parse.GetValue(run));
            foreach (var e in trace.Entries)
                Terminal.DataLine($"{scenario.Calendar.FirstDayOf(e.Turn):yyyy-MM} {e.Kind} {(e.Person.IsNone ? "" : trace.Names[e.Person])} by {(e.By.IsNone ? "" : trace.Names[e.By])} in {scenario.Charter.Organs[e.Organ.Index].Name} {e.Clause} value {e.Value:0.00} {e.Yes}:{e.No}");
            return ExitCode.Done;
        });
        return command;
    }
}
