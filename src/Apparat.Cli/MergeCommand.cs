using System.CommandLine;
using System.Globalization;

namespace Apparat.Cli;

/// <summary><c>apparat merge</c>: joins the slices of a plan.</summary>
internal static class MergeCommand
{
    public static Command Make()
    {
        var (json, force) = (Options.Json(), Options.Force());
        var folders = new Argument<string[]>("folders")
        {
            Description = "The result folders of all slices, in any order.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--out")
        {
            Description = "The folder for the whole.",
            HelpName = "DIR",
            Required = true,
        };
        var command = new Verb(
            "merge",
            "Join the result folders of all slices of one plan into the folder the whole plan would have given, bit for bit.",
            ("apparat merge part1 part2 part3 part4 --out all", "after four times: apparat run SCENARIO --slice K/4 --out partK"),
            ("apparat verify all", "plays it again and compares every number")
        )
        {
            folders,
            output,
            force,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var from = parse.GetValue(folders)!;
                var to = parse.GetValue(output)!;
                var (runs, fingerprint) = await Merge.Run(from, to, parse.GetValue(force), cancel).ConfigureAwait(false);
                if (parse.GetValue(json))
                    Terminal.Write(
                        new
                        {
                            Schema = "apparat/merge/1",
                            Slices = from.Length,
                            Runs = runs,
                            Fingerprint = fingerprint.ToString(),
                            Folder = to,
                        }
                    );
                else
                    Terminal.DataLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{from.Length} slices, {runs} histories, fingerprint {fingerprint}, written to {to}"
                        )
                    );
                return ExitCode.Done;
            }
        );
        return command;
    }
}
