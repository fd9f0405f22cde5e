using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Apparat.Linting;
using Apparat.Model;

namespace Apparat.Cli;

/// <summary><c>apparat lint</c>: what can be known of charters without playing anything, in as many forms as asked for.</summary>
internal static class LintCommand
{
    private static readonly string[] Kinds = ["text", "json", "sarif", "junit", "github", "markdown", "badge"];

    public static Command Make()
    {
        var files = new Argument<string[]>("file")
        {
            Description =
                "Scenarios: short names such as governance/self-perpetuating-board, folders, .yaml files, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = Options.Json();
        var outs = new Option<string[]>("--out")
        {
            Description =
                $"A form of output, and where to: {string.Join(", ", Kinds)}, each with =FILE or =- for standard output. Several in one run.",
            HelpName = "FORM[=FILE]",
            AllowMultipleArgumentsPerToken = false,
        };
        var failOn = new Option<string>("--fail-on")
        {
            Description = "Exit with 1 if a finding is at least this bad: note, warning, error, or never.",
            DefaultValueFactory = _ => "warning",
            HelpName = "SEVERITY",
        };
        failOn.AcceptOnlyFromAmong("note", "warning", "error", "never");
        var exitZero = new Option<bool>("--exit-zero") { Description = "Exit with 0 whatever is found; bad files still give 3." };
        var baseline = new Option<string?>("--baseline")
        {
            Description = "Findings accepted for now, each with reason, owner and expiry.",
            HelpName = "FILE",
        };
        var write = new Option<string?>("--write-baseline")
        {
            Description = "Write a baseline of everything found, for its owners to fill in.",
            HelpName = "FILE",
        };
        var asOf = new Option<string?>("--as-of")
        {
            Description = "The day on which the expiry of accepted findings is judged; today unless given.",
            HelpName = "DAY",
        };
        var with = Options.With();
        var since = new Option<string?>("--changed-since")
        {
            Description = "Look only at scenarios whose files have changed since a commit, branch or tag of git, new files included.",
            HelpName = "REF",
        };
        var force = Options.Force();
        var asserts = new Option<string[]>("--assert")
        {
            Description = "Exit with 1 unless this holds of every file, such as \"capture_cost >= 5\".",
            HelpName = "CONDITION",
            AllowMultipleArgumentsPerToken = false,
        };
        var command = new Verb(
            "lint",
            "Look at charters as they stand: who can capture whom, which circles choose themselves, what is missing.",
            ("apparat lint governance/self-perpetuating-board", "what is found, with clauses, places, capture cost and cheapest cut"),
            (
                "apparat lint bylaws.yaml --out text=- --out sarif=lint.sarif --fail-on error",
                "for a pull request: text to read, SARIF to upload"
            ),
            ("apparat lint bylaws.yaml --assert \"capture_cost >= 5\"", "a gate"),
            ("apparat lint bylaws.yaml --with cure.txt", "the charter as an amendment would have it"),
            ("apparat lint charters/* --changed-since origin/main", "only what a branch has touched"),
            ("apparat help CAP002", "why a finding matters, with an example and a source")
        )
        {
            files,
            with,
            since,
            outs,
            json,
            failOn,
            exitZero,
            baseline,
            write,
            force,
            asOf,
            asserts,
        };
        command.SetAction(parse =>
        {
            var wanted = (parse.GetValue(outs) ?? []).Select(Output.Parse).ToList();
            if (parse.GetValue(json))
                wanted.Add(new Output("json", "-"));
            if (wanted.Count == 0)
                wanted.Add(new Output("text", "-"));
            // Annotations are lines of a log, and may stand in one with the text.
            var shown = wanted.Where(o => o.File == "-").Select(o => o.Kind).Order(StringComparer.Ordinal).ToList();
            if (shown.Count > 1 && !shown.SequenceEqual(["github", "text"]))
                throw new UsageException(
                    "Two forms cannot share standard output, but for text and github; give one of them a file, such as --out sarif=lint.sarif."
                );
            var today = Options.Day(parse.GetValue(asOf)) ?? DateOnly.FromDateTime(DateTime.Now);
            var bad = false;
            var changed = parse.GetValue(since) is { } reference ? new ChangedFiles(reference) : null;
            var charters = Read(
                parse.GetValue(files)!,
                ScenarioFile.Changes(parse.GetValue(with) ?? []),
                changed,
                Accepting(parse.GetValue(baseline), today),
                ref bad
            );
            var threshold = Enum.TryParse<Severity>(parse.GetValue(failOn), ignoreCase: true, out var severity)
                ? severity
                : (Severity?)null;
            foreach (var output in wanted)
                output.Write(charters, threshold);
            // A file that could not be read would seem to have nothing to accept.
            if (!bad && parse.GetValue(write) is { } file)
                Terminal.Say(
                    $"Baseline of {charters.Sum(c => c.Result.Findings.Length)} findings in {Page.Write(file, Baseline.Write(charters), parse.GetValue(force))}; fill in reason and owner."
                );
            var holds = Asserted(parse.GetValue(asserts) ?? [], charters);
            var found = charters.SelectMany(c => c.Open).Any(f => f.Severity >= threshold);
            return bad ? ExitCode.BadInput
                : (found || !holds) && !parse.GetValue(exitZero) ? ExitCode.Findings
                : ExitCode.Done;
        });
        return command;
    }

    // A bad file is told and passed over, so that the others are still looked at.
    private static List<LintedCharter> Read(
        string[] files,
        ImmutableArray<string> changes,
        ChangedFiles? changed,
        ImmutableDictionary<string, Accepted> accepted,
        ref bool bad
    )
    {
        var charters = new List<LintedCharter>();
        foreach (var file in files)
        {
            try
            {
                if (changed is null || file == ScenarioFile.StandardInput || changed.Touch(ScenarioFile.Find(file)))
                    charters.Add(Lint.File(file, changes) with { Accepted = accepted });
            }
            catch (ScenarioException e)
            {
                bad = true;
                Terminal.Say(e.Result, e.Result.Diagnostics.Where(d => d.Severity == Severity.Error));
            }
        }
        return charters;
    }

    private static ImmutableDictionary<string, Accepted> Accepting(string? file, DateOnly today)
    {
        if (file is null)
            return ImmutableDictionary<string, Accepted>.Empty;
        var entries = Baseline.Read(file, File.ReadAllText(file));
        foreach (var gone in entries.Entries.Where(e => e.Expires < today))
            Terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"apparat: {file}: {gone.Rule} accepted by {gone.Owner} expired on {gone.Expires:yyyy-MM-dd}; it counts again."
                )
            );
        return entries.On(today);
    }

    private static bool Asserted(string[] texts, List<LintedCharter> charters)
    {
        var assertions = texts.Select(Assertion.Read).ToList();
        var all = true;
        foreach (var charter in charters)
        {
            Assertion.Know(assertions, [.. charter.Result.Measures.Keys]);
            all &= Assertion.AllHold(assertions, charter.Result.Measures);
        }
        return all;
    }

    /// <summary>A form of output and where it goes; <c>-</c> is standard output.</summary>
    private sealed record Output(string Kind, string File)
    {
        public static Output Parse(string text)
        {
            var parts = text.Split('=', 2);
            if (!Kinds.Contains(parts[0]))
                throw new UsageException($"There is no form \"{parts[0]}\"; there are {string.Join(", ", Kinds)}.");
            return new Output(parts[0], parts.Length == 1 ? "-" : parts[1]);
        }

        public void Write(List<LintedCharter> charters, Severity? threshold)
        {
            var text = Kind switch
            {
                "json" => JsonFindings.Render(charters),
                "sarif" => SarifFindings.Render(charters, ProgramVersion.Program),
                "junit" => JunitFindings.Render(charters, threshold),
                "github" => GithubFindings.Render(charters),
                "markdown" => MarkdownFindings.Render(charters),
                "badge" => Badge.Render(charters),
                _ => string.Join('\n', charters.Select(TextFindings.Render)),
            };
            if (File == "-")
                Terminal.Data(text);
            else
                Page.Write(File, text, force: true);
        }
    }
}
