using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Apparat.Cli;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class Verb(string name, string description, params (string Line, string Says)[] examples) : Command(name, description)
{
    /// <summary>What to type, and what comes of it.</summary>
    public IReadOnlyList<(string Line, string Says)> Examples => examples;
}

/// <summary>Help as usual, then examples; that of the program ends with the exit codes.</summary>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => usual.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        switch (parseResult.CommandResult.Command)
        {
            case Verb { Examples.Count: > 0 } verb:
                output.Write("Examples:\n");
                foreach (var (line, says) in verb.Examples)
                    output.Write($"  {line}\n      {says}\n");
                break;
            case Command { Name: CommandLine.Program }:
                output.Write(ExitCode.Table);
                break;
        }
        return ExitCode.Done;
    }
}
