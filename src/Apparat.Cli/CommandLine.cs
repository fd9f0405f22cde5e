using System.CommandLine;

namespace Apparat.Cli;

/// <summary>The commands, and what becomes of exceptions: each has its exit code and says what to do.</summary>
internal static class CommandLine
{
    public static async Task<int> Run(string[] args)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = new RootCommand("Apparat: a workbench for power in organisations. It reads charters and people, plays them many times, and says how far a rule, a person, an event or luck explains an outcome.")
        {
            NewCommand.Make(),
            CheckCommand.Make(),
            WordsCommand.Make(),
            RunCommand.Make(),
            TellCommand.Make(),
            ExplainCommand.Make(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Terminal.Say($"apparat: {error.Message}");
            Terminal.Say("Help: apparat --help, or apparat COMMAND --help");
            return ExitCode.WrongUse;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }).ConfigureAwait(false);
        }
        catch (ScenarioException e)
        {
            Terminal.Say(e.Result, e.Result.Diagnostics);
            return ExitCode.BadInput;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or UsageException)
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
}

/// <summary>Something asked for that cannot be done as asked, with what to do instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
