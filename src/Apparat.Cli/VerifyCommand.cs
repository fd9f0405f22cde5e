using System.CommandLine;
using System.Globalization;

namespace Apparat.Cli;

/// <summary><c>apparat verify</c>: plays a result again and compares every number.</summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var (json, threads, progress) = (Options.Json(), Options.Threads(), Options.Progress());
        var folder = new Argument<string>("folder") { Description = "A result folder." };
        var command = new Verb(
            "verify",
            "Play the plan of a result folder again, from the scenario kept in it, and compare the fingerprint and every number in its tables. Nothing is written.",
            ("apparat verify out/bolshevik-party-seed1922-runs10000", "exit code 0 if all is as the folder says, 1 if anything differs")
        )
        {
            folder,
            threads,
            progress,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var name = parse.GetValue(folder)!;
                Verification found;
                using (var teller = ProgressTeller.Of(parse.GetValue(progress)))
                    found = await Verify.Run(name, parse.GetValue(threads), teller, cancel).ConfigureAwait(false);
                if (parse.GetValue(json))
                {
                    Terminal.Write(
                        new
                        {
                            Schema = "apparat/verify/1",
                            Folder = name,
                            found.Holds,
                            found.Runs,
                            found.IsComplete,
                            Stated = found.Stated.ToString(),
                            Played = found.Played.ToString(),
                            Different = found.Count,
                            Differences = found.Differences,
                            found.MadeBy,
                        }
                    );
                }
                else
                {
                    foreach (var difference in found.Differences)
                        Terminal.DataLine(difference);
                    if (found.Count > found.Differences.Length)
                        Terminal.DataLine(
                            string.Create(CultureInfo.InvariantCulture, $"... and {found.Count - found.Differences.Length} more")
                        );
                    Terminal.DataLine(
                        found.Holds
                            ? string.Create(
                                CultureInfo.InvariantCulture,
                                $"{found.Runs} histories played again: the fingerprint {found.Played} and every number are as {name} says."
                            )
                            : string.Create(
                                CultureInfo.InvariantCulture,
                                $"{found.Runs} histories played again: {found.Count} differences."
                            )
                    );
                }
                if (found.MadeBy is { } other)
                    Terminal.Say($"{name} was made by {other}; this is {ProgramVersion.Line}");
                if (!found.IsComplete)
                {
                    Terminal.Say("Cancelled: what was played again until then is what was compared.");
                    return ExitCode.Cancelled;
                }
                return found.Holds ? ExitCode.Done : ExitCode.Findings;
            }
        );
        return command;
    }
}
