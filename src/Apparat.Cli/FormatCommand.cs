using System.CommandLine;

namespace Apparat.Cli;

/// <summary><c>apparat fmt</c>: scenario files in their one form.</summary>
internal static class FormatCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("scenarios") { Description = "Scenarios, folders or files.", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; say which files would change, and end with 1 if any would.",
        };
        var json = Options.Json();
        var command = new Verb(
            "fmt",
            "Write scenario files in their one form: canonical sentences, aligned keys. Comments stay.",
            ("apparat fmt my-board", "the file in its one form; comments stay"),
            ("apparat fmt --check my-board", "nothing written; ends with 1 if it would change")
        )
        {
            files,
            check,
            json,
        };
        command.SetAction(parse => Run(parse.GetValue(files)!, parse.GetValue(check), parse.GetValue(json)));
        return command;
    }

    private static int Run(string[] names, bool check, bool json)
    {
        var results = names.Select(Format.Run).ToList();
        foreach (var bad in results.Where(r => !r.IsReadable))
            Terminal.Say(bad.Read, bad.Read.Diagnostics);
        foreach (var result in results.Where(r => r.Changes && !check))
            Format.Write(result);
        if (json)
            Terminal.Write(
                new
                {
                    Schema = "apparat/fmt/1",
                    Files = results.Select(r => new
                    {
                        r.File,
                        r.IsReadable,
                        r.Changes,
                    }),
                }
            );
        else
        {
            foreach (var result in results.Where(r => r.Changes))
                Terminal.DataLine($"{result.File}{(check ? " would change" : "")}");
        }
        return results.Exists(r => !r.IsReadable) ? ExitCode.BadInput
            : check && results.Exists(r => r.Changes) ? ExitCode.Findings
            : ExitCode.Done;
    }
}
