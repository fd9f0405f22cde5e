using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Apparat.Analysis;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat.Cli;

/// <summary><c>apparat explain</c>: the main job.</summary>
internal static class ExplainCommand
{
    public static Command Make()
    {
        var (file, json, seed, threads, set, with) = (
            Options.Scenario(),
            Options.Json(),
            Options.Seed(),
            Options.Threads(),
            Options.Set(),
            Options.With()
        );
        var (progress, account) = (Options.Progress(), AccountOption.Make());
        var runs = Options.Runs(
            new ExplainSizes().Pair,
            "Histories in each world of the first comparison; the other parts keep proportion."
        );
        var html = new Option<string?>("--html")
        {
            Description = "Where to write the page; by default <scenario>.html in the current folder.",
            HelpName = "FILE",
        };
        var force = new Option<bool>("--force") { Description = "Write the page over an existing file of the name given with --html." };
        var full = new Option<bool>("--full") { Description = "Print the whole report instead of one screen." };
        var everything = new Option<bool>("--everything")
        {
            Description =
                "Also when it was decided, whose people sit where, a newcomer in the chair and the same man elsewhere, and the rival accounts: about 33,000 histories more of the flagship.",
        };
        var exact = new Option<bool>("--exact")
        {
            Description =
                "Shares from every setting of the factors instead of drawn orders: 2 to the power of their number worlds, 512 of the flagship; give fewer --runs.",
        };
        var exports = new Exports();
        var fresh = new Option<bool>("--fresh") { Description = "Play everything anew, stored or not, and store it." };
        var command = new Verb(
            "explain",
            "How far does the office of the scenario's question explain its outcome? Prints the answer with its doubts and writes a page.",
            ("apparat explain history/bolshevik-party", "the main job: the answer, and bolshevik-party.html, which opens offline"),
            ("apparat explain history/bolshevik-party --everything --full", "the full report: turning points and rival accounts too"),
            ("apparat explain my.yaml --runs 1000 --html my.html", "a quarter of the histories, a page of another name"),
            ("apparat explain my.yaml --with \"the record holds until 1924-01-21\" --json", "in a changed world, for machines")
        )
        {
            file,
            account,
            everything,
            exact,
            runs,
            seed,
            threads,
            fresh,
            html,
            force,
            full,
            set,
            with,
            progress,
            json,
        };
        foreach (var option in exports.Options)
            command.Options.Add(option);
        command.SetAction(
            async (parse, cancel) =>
            {
                var (model, edits) = AccountOption.Of(parse, parse.GetValue(file)!, account);
                var scenario = ScenarioFile.Amended(
                    ScenarioFile.Load(model),
                    edits.Concat(ScenarioFile.Changes(parse.GetValue(with) ?? [])),
                    parse.GetValue(set) ?? []
                );
                if (scenario.Question is null)
                    throw new UsageException(
                        $"{scenario.Name} asks nothing. Add a question to the scenario: see apparat words, or docs/reference/scenario-files.md."
                    );
                var named = parse.GetValue(file)!;
                var claims = Claims.Of(named);
                var divisions = StudyOptions.DivisionsOf(named);
                var runner = new StoringRunner(
                    new LocalRunner(parse.GetValue(threads)),
                    Explain.Store(Explain.DefaultStore),
                    parse.GetValue(fresh)
                );
                var watch = Stopwatch.StartNew();
                var mayReplace = parse.GetValue(html) is null || parse.GetValue(force);
                var page = Page.Free(parse.GetValue(html) ?? $"{Page.NameOf(parse.GetValue(file)!)}.html", mayReplace);
                exports.Check(parse, parse.GetValue(force));
                Explanation answer;
                Companions? beside = null;
                var standard = parse.GetValue(everything) ? ExplainSizes.OfFullReport : new ExplainSizes();
                var sizes = standard.For(parse.GetValue(runs)) with { Exact = parse.GetValue(exact) };
                if (sizes.Exact && scenario.Factors.Length > 12)
                    throw new UsageException(
                        $"--exact plays every setting of the factors, and {scenario.Factors.Length} have too many; 12 is the most."
                    );
                Frame frame;
                Report report;
                string written;
                using (var teller = ProgressTeller.Of(parse.GetValue(progress)))
                {
                    if (parse.GetValue(everything))
                        (answer, beside) = await Explain
                            .Everything(
                                scenario,
                                IsAsFiled(parse) ? named : null,
                                divisions,
                                parse.GetValue(seed),
                                sizes,
                                CompanionSizes.For(parse.GetValue(runs)),
                                runner,
                                teller,
                                cancel
                            )
                            .ConfigureAwait(false);
                    else
                        answer = await Explain.Run(scenario, parse.GetValue(seed), sizes, runner, teller, cancel).ConfigureAwait(false);
                    frame = new Frame(ProgramVersion.Line, CommandOf(parse), Explain.Provisions(scenario))
                    {
                        Claims = claims,
                        Divisions = [.. divisions],
                        Companions = beside,
                        Named = named == ScenarioFile.StandardInput ? "" : named,
                    };
                    teller.Now("drawing the page");
                    report = ExplanationReport.Of(answer, frame);
                    written = Page.Write(page, HtmlRenderer.Render(report), mayReplace);
                    // What was cancelled before is told from what is finished, in every form that was asked for.
                    await exports
                        .Write(
                            parse,
                            report,
                            answer,
                            written,
                            parse.GetValue(force),
                            teller.Now,
                            cancel.IsCancellationRequested ? CancellationToken.None : cancel
                        )
                        .ConfigureAwait(false);
                }
                if (parse.GetValue(json))
                    Terminal.Data(JsonRenderer.Render(report));
                else if (parse.GetValue(full))
                    Terminal.Data(TextRenderer.Render(report));
                else
                    Terminal.Data(
                        TextRenderer.Render(
                            ExplanationBrief.Of(
                                answer,
                                frame,
                                [
                                    $"The page with charts, all doubts and sources: {written}",
                                    "The whole report here: add --full. The numbers for a machine: --json.",
                                ]
                            )
                        )
                    );
                Terminal.Say(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{answer.Histories + (beside?.Histories ?? 0)} histories{Parts(beside)}, {runner.Stored} of them stored before, in {watch.Elapsed.TotalSeconds:0.0} s."
                    )
                );
                if (!answer.IsComplete || beside is { IsComplete: false })
                {
                    Terminal.Say("Cancelled: answered from the histories that were finished.");
                    return ExitCode.Cancelled;
                }
                return ExitCode.Done;
            }
        );
        return command;

        // Accounts edit the complete model of a scenario as filed: of a changed one they would answer another question.
        bool IsAsFiled(ParseResult parse) =>
            parse.GetValue(file) != ScenarioFile.StandardInput
            && parse.GetValue(account) is null
            && (parse.GetValue(with) ?? []).Length == 0
            && (parse.GetValue(set) ?? []).Length == 0;

        static string Parts(Companions? beside) =>
            beside is null or { Costs.IsEmpty: true }
                ? ""
                : $" ({string.Join(", ", beside.Costs.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Histories} for {c.Answer}")))})";

        // What changes the answer and nothing else: where a page goes or how many threads play is not part of it.
        string CommandOf(ParseResult parse)
        {
            List<string> words =
            [
                "apparat",
                "explain",
                parse.GetValue(file)!,
                .. parse.GetValue(everything) ? ["--everything"] : Array.Empty<string>(),
                .. parse.GetValue(exact) ? ["--exact"] : Array.Empty<string>(),
                "--runs",
                parse.GetValue(runs).ToString(CultureInfo.InvariantCulture),
                "--seed",
                parse.GetValue(seed).ToString(CultureInfo.InvariantCulture),
            ];
            if (parse.GetValue(account) is { } rival)
                words.AddRange(["--account", rival]);
            foreach (var change in parse.GetValue(with) ?? [])
                words.AddRange(["--with", $"\"{change}\""]);
            foreach (var setting in parse.GetValue(set) ?? [])
                words.AddRange(["--set", setting]);
            return string.Join(' ', words);
        }
    }
}
