using System.CommandLine;
using Apparat.Analysis;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat.Cli;

/// <summary><c>apparat robustness</c>: the headline under every modelling choice that could have been made otherwise.</summary>
internal static class RobustnessCommand
{
    public static Command Make()
    {
        var (file, json, seed, threads, set, with) = (
            Options.Scenario(),
            Options.Json(),
            Options.Seed(),
            Options.Threads(),
            Options.Set(),
            Options.With()
        );
        var (progress, account) = (Options.Progress(), AccountOption.Make());
        var runs = Options.Runs(1000, "Histories in each world; two worlds a choice.");
        var strike = new Option<string[]>("--strike")
        {
            Description = "Follow what these provisions did, such as C8 or C2/slate, in place of the office's powers.",
            HelpName = "C6",
            AllowMultipleArgumentsPerToken = false,
        };
        var channels = new Option<bool>("--channels")
        {
            Description =
                "Shut in turn each channel through which they work, gratitude, career and fear, instead of going over the choices.",
        };
        var fresh = new Option<bool>("--fresh") { Description = "Play everything anew, stored or not." };
        var command = new Verb(
            "robustness",
            "Play the headline anew under every modelling choice that could have been made otherwise: ways of making one number of many, rival rules, fixed constants.",
            (
                "apparat robustness history/bolshevik-party",
                "one row a choice: the headline, what the office did to it, and how far both move"
            ),
            (
                "apparat robustness history/bolshevik-party --strike C8 --channels",
                "how far the power to appoint works through gratitude, career and fear"
            ),
            ("apparat robustness my.yaml --runs 300 --json", "a quick look, for machines")
        )
        {
            file,
            account,
            strike,
            channels,
            runs,
            seed,
            threads,
            set,
            with,
            fresh,
            progress,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var (model, edits) = AccountOption.Of(parse, parse.GetValue(file)!, account);
                var scenario = ScenarioFile.Amended(
                    ScenarioFile.Load(model),
                    edits.Concat(parse.GetValue(with) ?? []),
                    parse.GetValue(set) ?? []
                );
                if (scenario.Question is null)
                    throw new UsageException($"{scenario.Name} asks nothing. Add a question to the scenario.");
                // Read as a change, so that an unknown provision is told as everywhere.
                var struck = parse.GetValue(strike) ?? [];
                ScenarioFile.Change(scenario, struck.Select(s => $"strike {s}"), []);
                IEnsembleRunner runner = new LocalRunner(parse.GetValue(threads));
                if (!parse.GetValue(fresh))
                    runner = new StoringRunner(runner, Explain.Store(Explain.DefaultStore));
                RobustnessAnswer answer;
                using (var teller = ProgressTeller.Of(parse.GetValue(progress)))
                    answer = await ModellingChoices
                        .Run(
                            scenario,
                            parse.GetValue(seed),
                            parse.GetValue(runs),
                            struck,
                            parse.GetValue(channels) ? ModellingChoices.Channels : ModellingChoices.All,
                            runner,
                            teller,
                            cancel
                        )
                        .ConfigureAwait(false);
                var report = parse.GetValue(channels)
                    ? RobustnessReport.Of(answer, ProgramVersion.Line, "One channel at a time shut")
                    : RobustnessReport.Of(answer, ProgramVersion.Line);
                if (parse.GetValue(json))
                    Terminal.Data(JsonRenderer.Render(report));
                else
                    Screen.Show(report);
                if (answer.IsComplete)
                    return ExitCode.Done;
                Terminal.Say("Cancelled: answered from the histories that were finished.");
                return ExitCode.Cancelled;
            }
        );
        return command;
    }
}
