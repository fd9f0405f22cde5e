using System.CommandLine;

namespace Apparat.Cli;

/// <summary><c>apparat version</c>: versions of the program, the model and its results.</summary>
internal static class VersionCommand
{
    public static Command Make()
    {
        var json = Options.Json();
        var command = new Verb(
            "version",
            "Print the versions of the program, of the model, and of its results: results of one results version are the same to the last bit.",
            ("apparat version --json", "for scripts that pin a version")
        )
        {
            json,
        };
        command.SetAction(parse =>
        {
            if (parse.GetValue(json))
                Terminal.Write(
                    new
                    {
                        Schema = "apparat/version/1",
                        ProgramVersion.Program,
                        ProgramVersion.Model,
                        ResultsVersion = ProgramVersion.Results,
                    }
                );
            else
                Terminal.DataLine(ProgramVersion.Line);
            return ExitCode.Done;
        });
        return command;
    }
}
