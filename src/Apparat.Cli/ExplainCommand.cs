using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Apparat.Analysis;
using Apparat.Simulation;

namespace Apparat.Cli;

/// <summary><c>apparat explain</c>: the main job.</summary>
internal static class ExplainCommand
{
    public static Command Make()
    {
        var (file, json, seed, threads, set, with) = (Options.Scenario(), Options.Json(), Options.Seed(), Options.Threads(), Options.Set(), Options.With());
        var runs = new Option<int>("--runs") { Description = "Histories in each world of the first comparison; the other parts keep proportion.", DefaultValueFactory = _ => new ExplainSizes().Pair, HelpName = "N" };
        var fresh = new Option<bool>("--fresh") { Description = "Play everything anew, stored or not." };
        var command = new Command("explain", "How far does the office of the scenario's question explain its outcome? Prints the answer with its doubts and writes a page.") { file, runs, seed, threads, fresh, set, with, json };
        command.SetAction(
            async (parse, cancel) =>
            {
                var scenario = ScenarioFile.Load(parse.GetValue(file)!);
                scenario = ScenarioFile.Change(scenario, parse.GetValue(with) ?? [], parse.GetValue(set) ?? [])?.Apply(scenario) ?? scenario;
                if (scenario.Question is null)
                    throw new UsageException($"{scenario.Name} asks nothing. Add a question to the scenario: see apparat words, or docs/reference/scenario-files.md.");
                IEnsembleRunner runner = new LocalRunner(parse.GetValue(threads));
                if (!parse.GetValue(fresh))
                    runner = new StoringRunner(runner, Explain.Store(Explain.DefaultStore));
                var watch = Stopwatch.StartNew();
                var answer = await Explain.Run(scenario, parse.GetValue(seed), ExplainSizes.For(parse.GetValue(runs)), runner, null, cancel).ConfigureAwait(false);
                Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{answer.Histories} histories in {watch.Elapsed.TotalSeconds:0.0} s"));
                Terminal.DataLine($"prior {answer.PriorPredictive}");
                foreach (var w in answer.Windows)
                {
                    Terminal.DataLine(w.Name);
                    foreach (var d in w.Differences)
                        Terminal.DataLine($"   {d.First} vs {d.Second}: {d.Change} | {d.SecondWorld}");
                    Terminal.DataLine($"  PN {w.PowersStruck.Necessity.Necessary} PS {w.PowersStruck.Necessity.Sufficient}");
                }
                foreach (var s in answer.Shares)
                {
                    Terminal.DataLine($"shares {s.Reference} runs {s.Runs} histories {s.Histories}: baseline {s.Baseline.Value} luck {s.Luck.Value}");
                    foreach (var f in s.Factors)
                        Terminal.DataLine($"   {f.Name}: {f.Value}");
                }
                foreach (var r in answer.Matrix.Rows)
                    Terminal.DataLine($"   {r.Contender}: {r.InOfficeWithPowers} {r.InOfficeWithout} {r.AnotherInOffice}");
                foreach (var c in answer.Cautions)
                    Terminal.DataLine($"  ! {c.Where}: {c.What}");
                foreach (var c in answer.Costs)
                    Terminal.DataLine($"  {c.Answer} {c.Worlds} worlds {c.Histories}");
                return ExitCode.Done;
            }
        );
        return command;
    }
}
