using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat.Cli;

/// <summary><c>apparat cards</c>: mechanisms under textbook names, for a class.</summary>
internal static class CardsCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var (file, json, seed, threads, progress) = (
            Options.Scenario(),
            Options.Json(),
            Options.Seed(),
            Options.Threads(),
            Options.Progress()
        );
        var runs = Options.Runs(
            1000,
            "Histories with all cards, none, all but one or one alone; every other setting gets a quarter of it."
        );
        var all = new Option<bool>("--all")
        {
            Description = "Play every setting, 2^k for k cards, so that every switch of the page has an answer.",
        };
        var compare = new Option<string[]>("--compare")
        {
            Description = "Two cards by name: which mattered more, and why?",
            HelpName = "CARD CARD",
            Arity = new ArgumentArity(0, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var html = new Option<string?>("--html")
        {
            Description = "Where to write the page; by default <scenario>-cards.html in the current folder.",
            HelpName = "FILE",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Keep the table as JSON, to fill a page from it later.",
            HelpName = "FILE",
        };
        var table = new Option<string?>("--table")
        {
            Description = "Fill the page from a table kept with --out instead of playing.",
            HelpName = "FILE",
        };
        var force = new Option<bool>("--force") { Description = "Write over files given with --html or --out." };
        var full = new Option<bool>("--full")
        {
            Description = "Print what is folded away on the page too: the passports of the comparisons.",
        };
        var fresh = new Option<bool>("--fresh") { Description = "Play everything anew, stored or not, and store it." };
        var command = new Verb(
            "cards",
            "Switch the mechanisms a scenario groups under textbook names: each taken away, each alone, two compared; with a page for a class, its essay plan and a lesson.",
            ("apparat cards history/bolshevik-party", "each card alone and off alone, and a page"),
            (
                "apparat cards history/bolshevik-party --compare \"The party machine\" \"Rivals' mistakes\"",
                "which of two mattered more, with the interval, and why"
            ),
            ("apparat cards my.yaml --all --out cards.json --html cards.html", "every setting, so that the page's switches work offline"),
            ("apparat cards my.yaml --table cards.json --html cards.html", "the page again from the table, without playing")
        )
        {
            file,
            all,
            compare,
            runs,
            seed,
            threads,
            fresh,
            table,
            output,
            html,
            force,
            full,
            progress,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var scenario = ScenarioFile.Load(parse.GetValue(file)!);
                var cards = scenario.Cards;
                if (scenario.Question is null || cards.IsEmpty)
                    throw new UsageException(
                        $"{scenario.Name} has no {(scenario.Question is null ? "question" : "cards")}. Add them to the scenario: see docs/reference/scenario-files.md."
                    );
                var two = Two(parse.GetValue(compare) ?? [], cards);
                var mayReplace = parse.GetValue(html) is null || parse.GetValue(force);
                var page =
                    two is not null && parse.GetValue(html) is null
                        ? null
                        : Page.Free(parse.GetValue(html) ?? $"{Page.NameOf(parse.GetValue(file)!)}-cards.html", mayReplace);
                if (parse.GetValue(output) is { } kept)
                    Page.Free(kept, parse.GetValue(force));
                var runner = new StoringRunner(
                    new LocalRunner(parse.GetValue(threads)),
                    Explain.Store(Explain.DefaultStore),
                    parse.GetValue(fresh)
                );
                var claims = page is null ? [] : Often(parse.GetValue(file)!, cards);
                var watch = Stopwatch.StartNew();
                CardTable answer;
                string made;
                if (parse.GetValue(table) is { } there)
                {
                    var text = await File.ReadAllTextAsync(there, cancel).ConfigureAwait(false);
                    answer = await Cards.Read(text, scenario).ConfigureAwait(false);
                    made = CommandOf(parse.GetValue(file)!, answer.IsFull, [], answer.Runs, answer.Seed);
                }
                else
                {
                    var settings =
                        parse.GetValue(all) ? CardStudy.All(cards.Length)
                        : two is var (a, b) && page is null ? CardStudy.Two(cards.Length, a, b)
                        : CardStudy.OneByOne(cards.Length);
                    using var teller = ProgressTeller.Of(parse.GetValue(progress));
                    answer = await Cards
                        .Play(
                            scenario,
                            settings,
                            page is not null,
                            parse.GetValue(seed),
                            parse.GetValue(runs),
                            Others(parse.GetValue(runs)),
                            runner,
                            teller,
                            cancel
                        )
                        .ConfigureAwait(false);
                    made = CommandOf(
                        parse.GetValue(file)!,
                        parse.GetValue(all),
                        page is null ? parse.GetValue(compare)! : [],
                        answer.Runs,
                        answer.Seed
                    );
                }
                ImmutableArray<string> colophon =
                [
                    made,
                    $"{Figures.Count(answer.Histories)} histories in {Figures.Count(answer.Settings.Length)} settings, seed {answer.Seed.ToString(CultureInfo.InvariantCulture)}; 95 % intervals, Wilson's for each setting and that of paired proportions for differences.",
                    $"Scenario \"{scenario.Name}\"{(scenario.Digest.Length > 0 ? $", digest {scenario.Digest}" : "")}; fingerprint with all cards on {answer[answer.AllOn]?.Fingerprint.ToString() ?? "none"}.",
                    ProgramVersion.Line,
                ];
                var provisions = Explain.Provisions(scenario);
                var data = CardJson.Of(answer, ProgramVersion.Line, made);
                if (parse.GetValue(output) is { } keep)
                    Page.Write(keep, data.ToJsonString(Readable) + "\n", parse.GetValue(force));
                var written = page is null ? null : Page.Write(page, CardPage.Of(answer, colophon, claims, provisions), mayReplace);
                if (parse.GetValue(json))
                    Terminal.Write(data);
                else
                {
                    var report =
                        two is var (first, second) && answer.Pair(first, second) is not null
                            ? CardReport.OfTwo(answer, first, second, colophon, provisions)
                            : CardReport.Of(answer, colophon, provisions);
                    Screen.Show(parse.GetValue(full) ? report : Brief.Of(report));
                }
                if (written is not null)
                    Terminal.Say($"The page with switches, essay plan and lesson: {written}");
                Terminal.Say(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{answer.Histories} histories, {runner.Stored} stored before, in {watch.Elapsed.TotalSeconds:0.0} s."
                    )
                );
                if (answer.IsComplete)
                    return ExitCode.Done;
                Terminal.Say($"Cancelled: answered from the {Figures.Count(answer.Settings.Length)} settings that were finished.");
                return ExitCode.Cancelled;
            }
        );
        return command;
    }

    private static ImmutableArray<JudgedClaim> Often(string scenario, ImmutableArray<Card> cards)
    {
        try
        {
            return Cards.ClaimsOf(cards, Claims.Of(scenario));
        }
        catch (ArgumentException e) when (e.ParamName is null)
        {
            throw new UsageException($"{e.Message} See them: apparat claims {scenario}");
        }
    }

    private static (int First, int Second)? Two(string[] names, ImmutableArray<Card> cards)
    {
        if (names.Length == 0)
            return null;
        if (names.Length != 2 || names[0] == names[1])
            throw new UsageException($"--compare takes two cards. Cards: {string.Join("; ", cards.Select(c => c.Name))}.");
        return (Place(names[0]), Place(names[1]));

        int Place(string name) =>
            cards.ToList().FindIndex(c => c.Name == name) is >= 0 and var i
                ? i
                : throw new UsageException($"There is no card \"{name}\". Cards: {string.Join("; ", cards.Select(c => c.Name))}.");
    }

    private static int Others(int runs) => Math.Max(1, runs / 4);

    private static string CommandOf(string file, bool all, string[] compare, int runs, ulong seed)
    {
        var words = new List<string> { "apparat", "cards", file };
        if (all)
            words.Add("--all");
        if (compare.Length > 0)
            words.AddRange(["--compare", .. compare.Select(c => $"\"{c}\"")]);
        words.AddRange(["--runs", runs.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture)]);
        return string.Join(' ', words);
    }
}
