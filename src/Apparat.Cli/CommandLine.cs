using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Apparat.Language;
using Apparat.Linting;

namespace Apparat.Cli;

/// <summary>The commands, and what becomes of exceptions: each has its exit code and says what to do.</summary>
internal static class CommandLine
{
    public const string Program = "apparat";
    private const int HelpWidth = 110;

    /// <summary>Runs a command; when cancelled it keeps what is finished, says so and gives 130.</summary>
    public static async Task<int> Run(string[] args, CancellationToken cancel = default)
    {
        // A plain command, since a root command would take its name from whatever file started it.
        var root = new Command(
            Program,
            "A workbench for power in organisations: it reads charters and people, plays them many times, and says how far a rule, a person, an event or luck explains an outcome."
        )
        {
            NewCommand.Make(),
            CheckCommand.Make(),
            WordsCommand.Make(),
            FormatCommand.Make(),
            ReadCommand.Make(),
            SchemaCommand.Make(),
            RunCommand.Make(),
            TellCommand.Make(),
            CompareCommand.Make(),
            ExplainCommand.Make(),
            SubstituteCommand.Make(),
            ResponsibleCommand.Make(),
            DecidedCommand.Make(),
            AccountsCommand.Make(),
            RobustnessCommand.Make(),
            CardsCommand.Make(),
            PowerCommand.Make(),
            CoalitionsCommand.Make(),
            ClaimsCommand.Make(),
            LintCommand.Make(),
            AmendCommand.Make(),
            ReachCommand.Make(),
            ControlCommand.Make(),
            HelpCommand.Make(),
            MergeCommand.Make(),
            VerifyCommand.Make(),
            VersionCommand.Make(),
        };
        var help = new HelpOption();
        help.Action = new TeachingHelp(new HelpAction { MaxWidth = HelpWidth });
        root.Options.Add(help);
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        List<string> faults = [.. parsed.Errors.Select(e => e.Message), .. UnknownOptions(parsed)];
        if (faults.Count > 0 && parsed.Action is not TeachingHelp)
        {
            foreach (var fault in faults)
                Terminal.Say($"apparat: {fault}");
            Terminal.Say(
                parsed.CommandResult.Command is { Name: not Program } command
                    ? $"Help: apparat {command.Name} --help"
                    : "Help: apparat --help"
            );
            return ExitCode.WrongUse;
        }
        try
        {
            return await parsed
                .InvokeAsync(
                    new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                    cancel
                )
                .ConfigureAwait(false);
        }
        catch (ScenarioException e)
        {
            Terminal.Say(e.Result, e.Result.Diagnostics);
            return ExitCode.BadInput;
        }
        catch (BaselineException e)
        {
            Terminal.Say($"apparat: {e.Message}");
            return ExitCode.BadInput;
        }
        catch (ResultException e)
        {
            Terminal.Say($"apparat: {e.Message}");
            return e.Damaged ? ExitCode.BadInput : ExitCode.WrongUse;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or UsageException)
        {
            Terminal.Say($"apparat: {e.Message}");
            return ExitCode.WrongUse;
        }
        catch (OperationCanceledException)
        {
            Terminal.Say("apparat: cancelled.");
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            Terminal.Say($"apparat: this is our fault, not yours: {e}");
            return ExitCode.Ours;
        }
    }

    // Where a command takes any number of files, an option that it does not know would be looked for as one of them.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) =>
        parsed.UnmatchedTokens.Count > 0
            ? []
            : parsed
                .Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash)
                .Where(t => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal))
                .Select(t =>
                    $"There is no option {t.Value}. {(Nearest.To(t.Value, parsed.CommandResult.Command.Options.Select(o => o.Name)) is { } meant ? $"Did you mean {meant}?" : "A file of that name needs -- in front of it.")}"
                );
}

/// <summary>Something asked for that cannot be done as asked, with what to do instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
