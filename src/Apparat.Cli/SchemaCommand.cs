using System.CommandLine;

namespace Apparat.Cli;

/// <summary><c>apparat schema</c>: the JSON Schema of scenario files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Make()
    {
        var json = Options.Json();
        var command = new Verb(
            "schema",
            "Print the JSON Schema of scenario files, with which an editor completes and checks them.",
            ("apparat schema > scenario.schema.json", "a file that an editor completes and checks scenarios by")
        )
        {
            json,
        };
        command.SetAction(_ =>
        {
            Terminal.Data(Words.Schema());
            return ExitCode.Done;
        });
        return command;
    }
}
