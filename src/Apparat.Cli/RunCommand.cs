using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Apparat.Simulation;

namespace Apparat.Cli;

internal static class RunCommand
{
    public static Command Make()
    {
        var (file, json, seed, threads, set, with) = (Options.Scenario(), Options.Json(), Options.Seed(), Options.Threads(), Options.Set(), Options.With());
        var runs = new Option<int>("--runs") { Description = "How many histories.", DefaultValueFactory = _ => 1000, HelpName = "N" };
        var command = new Command("run", "Play a scenario many times.") { file, runs, seed, threads, set, with, json };
        command.SetAction(
            async (parse, cancel) =>
            {
                var scenario = ScenarioFile.Load(parse.GetValue(file)!);
                var change = ScenarioFile.Change(scenario, parse.GetValue(with) ?? [], parse.GetValue(set) ?? []);
                var plan = EnsemblePlan.Of(scenario, change, parse.GetValue(seed), parse.GetValue(runs));
                var watch = Stopwatch.StartNew();
                var ensemble = await new LocalRunner(parse.GetValue(threads)).Run(plan, null, cancel).ConfigureAwait(false);
                Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{ensemble.Runs} runs in {watch.Elapsed.TotalSeconds:0.0} s, {watch.Elapsed.TotalMilliseconds / ensemble.Runs:0.000} ms a run"));
                foreach (var outcome in scenario.Outcomes)
                {
                    foreach (var c in scenario.Cast.Contenders)
                    {
                        var column = ensemble[ColumnName.Of(outcome, scenario[c])];
                        var n = 0;
                        foreach (var x in column)
                            n += x > 0 ? 1 : 0;
                        Terminal.DataLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Name}({scenario[c].Name}) {(double)n / ensemble.Runs:0.000}"));
                    }
                }
                foreach (var m in scenario.Measures)
                {
                    foreach (var c in scenario.Cast.Contenders)
                    {
                        var sum = 0.0;
                        foreach (var x in ensemble[ColumnName.Of(m, scenario[c])])
                            sum += x;
                        Terminal.DataLine(string.Create(CultureInfo.InvariantCulture, $"{m.Name} {scenario[c].Name} {sum / ensemble.Runs:0.000}"));
                    }
                }
                Terminal.DataLine(ensemble.Fingerprint.ToString());
                return ExitCode.Done;
            }
        );
        return command;
    }
}
