using System.CommandLine;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat.Cli;

/// <summary><c>apparat tell</c>: one history as a dated chronicle.</summary>
internal static class TellCommand
{
    public static Command Make()
    {
        var (file, json, seed, set, with) = (Options.Scenario(), Options.Json(), Options.Seed(), Options.Set(), Options.With());
        var run = Options.AtLeast(
            0,
            new Option<int>("--run")
            {
                Description = "Which history, counted from 0: the one of that number in any run of the seed.",
                HelpName = "K",
            }
        );
        var all = new Option<bool>("--all") { Description = "A line for everything that happened, routine included." };
        var command = new Verb(
            "tell",
            "Tell one history as a dated chronicle: meetings, motions with their votes, rises and falls; routine is summed up by season.",
            ("apparat tell history/bolshevik-party --run 17", "history 17 of seed 1922, the same as row 17 of runs.csv"),
            ("apparat tell my.yaml --run 17 --with \"strike C6\"", "the same luck without clause C6"),
            ("apparat tell my.yaml --run 17 --all --json", "every act, for machines")
        )
        {
            file,
            run,
            seed,
            all,
            set,
            with,
            json,
        };
        command.SetAction(parse =>
        {
            var scenario = ScenarioFile.Load(parse.GetValue(file)!);
            var change = ScenarioFile.Change(scenario, ScenarioFile.Changes(parse.GetValue(with) ?? []), parse.GetValue(set) ?? []);
            var plan = EnsemblePlan.Of(scenario, change, parse.GetValue(seed), 0);
            var chronicle = Chronicle.Of(Histories.Tell(plan.World, plan.Seed, parse.GetValue(run)), plan.WorldName, parse.GetValue(all));
            if (parse.GetValue(json))
                Terminal.Write(ChronicleText.ToJson(chronicle));
            else
                Terminal.Data(ChronicleText.Render(chronicle));
            return ExitCode.Done;
        });
        return command;
    }
}
