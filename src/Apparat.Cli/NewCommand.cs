using System.CommandLine;

namespace Apparat.Cli;

/// <summary><c>apparat new</c>: a small commented scenario to start from.</summary>
internal static class NewCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("folder") { Description = "Where to put it.", DefaultValueFactory = _ => "my-organisation" };
        var kind = new Option<string>("--kind")
        {
            Description = $"What it is about: {string.Join(", ", Starter.Kinds)}.",
            DefaultValueFactory = _ => "board",
            HelpName = "KIND",
        };
        kind.AcceptOnlyFromAmong([.. Starter.Kinds]);
        var json = Options.Json();
        var command = new Verb(
            "new",
            "Write a small commented scenario that checks, runs and explains, to be changed.",
            ("apparat new my-board", "a folder with a scenario that checks, runs and explains"),
            ("apparat new my-club --kind association", "one about an association with chapters")
        )
        {
            folder,
            kind,
            json,
        };
        command.SetAction(parse => Write(parse.GetValue(folder)!, parse.GetValue(kind)!, parse.GetValue(json)));
        return command;
    }

    private static int Write(string folder, string kind, bool json)
    {
        try
        {
            var files = Starter.Write(folder, kind);
            if (json)
                Terminal.Write(
                    new
                    {
                        Schema = "apparat/new/1",
                        Kind = kind,
                        Files = files,
                    }
                );
            else
            {
                foreach (var file in files)
                    Terminal.DataLine(file);
                Terminal.Say($"Next: apparat check {folder}, apparat run {folder}, apparat explain {folder}");
            }
            return ExitCode.Done;
        }
        catch (IOException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
