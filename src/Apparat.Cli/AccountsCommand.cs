using System.CommandLine;
using Apparat.Analysis;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat.Cli;

/// <summary><c>apparat accounts</c>: rival accounts of one history, before the record and held against it.</summary>
internal static class AccountsCommand
{
    public static Command Make()
    {
        var (file, json, seed, threads) = (Options.Scenario(), Options.Json(), Options.Seed(), Options.Threads());
        var progress = Options.Progress();
        var runs = Options.Runs(2000, "Histories of each account; half as many of each of its switches alone.");
        var more = new Option<string[]>("--account")
        {
            Description = "A file of your own beside the scenario's accounts.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = false,
        };
        var full = new Option<bool>("--full") { Description = "Print every observable and every switch as well." };
        var fresh = new Option<bool>("--fresh") { Description = "Play everything anew, stored or not, and store it." };
        var command = new Verb(
            "accounts",
            "Compare rival accounts of one history: how likely each makes the headline before the record is looked at, what moved it, and which fits the record, with how often such a choice is right.",
            ("apparat accounts history/bolshevik-party", "the accounts beside the scenario in one table, then scored on the record"),
            ("apparat accounts history/bolshevik-party --account mine.yaml --runs 500", "with an account of your own"),
            ("apparat compare history/bolshevik-party --account M3 --strike C8", "what the power to appoint does under one of them")
        )
        {
            file,
            more,
            runs,
            seed,
            threads,
            fresh,
            full,
            progress,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var runner = new StoringRunner(
                    new LocalRunner(parse.GetValue(threads)),
                    Explain.Store(Explain.DefaultStore),
                    parse.GetValue(fresh)
                );
                AccountsAnswer answer;
                using (var teller = ProgressTeller.Of(parse.GetValue(progress)))
                {
                    try
                    {
                        answer = await Accounts
                            .Compare(
                                parse.GetValue(file)!,
                                parse.GetValue(more) ?? [],
                                parse.GetValue(seed),
                                parse.GetValue(runs),
                                runner,
                                teller,
                                cancel
                            )
                            .ConfigureAwait(false);
                    }
                    catch (ArgumentException e)
                    {
                        throw new UsageException(e.Message);
                    }
                }
                var report = AccountsReport.Of(answer, ProgramVersion.Line);
                if (parse.GetValue(json))
                    Terminal.Data(JsonRenderer.Render(report));
                else
                    Screen.Show(parse.GetValue(full) ? report : Brief.Of(report));
                if (answer.IsComplete)
                    return ExitCode.Done;
                Terminal.Say("Cancelled: answered from the histories that were finished.");
                return ExitCode.Cancelled;
            }
        );
        return command;
    }
}
