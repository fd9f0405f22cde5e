using System.CommandLine;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary><c>apparat robustness</c>: the headline under every modelling choice that could have been made otherwise.</summary>
internal static class RobustnessCommand
{
    public static Command Make()
    {
        var study = new StudyOptions(1000, "Histories in each world; two worlds a choice.");
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
        );
        command.Options.Add(strike);
        command.Options.Add(channels);
        study.AddTo(command);
        command.SetAction(
            async (parse, cancel) =>
            {
                var scenario = study.Load(parse);
                if (scenario.Question is null)
                    throw new UsageException($"{scenario.Name} asks nothing. Add a question to the scenario.");
                // Read as a change, so that an unknown provision is told as everywhere.
                var struck = parse.GetValue(strike) ?? [];
                ScenarioFile.Change(scenario, struck.Select(s => $"strike {s}"), []);
                var shut = parse.GetValue(channels);
                var answer = await study
                    .Ask(
                        parse,
                        (runner, progress) =>
                            ModellingChoices.Run(
                                scenario,
                                parse.GetValue(study.Seed),
                                parse.GetValue(study.Runs),
                                struck,
                                shut ? ModellingChoices.Channels : ModellingChoices.All,
                                runner,
                                progress,
                                cancel
                            )
                    )
                    .ConfigureAwait(false);
                var again = study.CommandOf(
                    parse,
                    "robustness",
                    [.. struck.SelectMany(s => new[] { "--strike", s }), .. shut ? new[] { "--channels" } : []]
                );
                var colophon = $"{ProgramVersion.Line} Again: {again}";
                var report = shut
                    ? RobustnessReport.Of(answer, colophon, "One channel at a time shut")
                    : RobustnessReport.Of(answer, colophon);
                return study.Tell(parse, report, answer.IsComplete);
            }
        );
        return command;
    }
}
