using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary><c>apparat run</c>: plays a scenario many times, prints how often each outcome comes about, and writes a result folder.</summary>
internal static class RunCommand
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
        var (progress, force, assert) = (Options.Progress(), Options.Force(), Options.Assert());
        var account = AccountOption.Make();
        var runs = Options.Runs(1000, "How many histories; with --design, at each point.");
        var output = new Option<string?>("--out")
        {
            Description = "The folder for the results; by default one in out/ named after scenario, seed and runs.",
            HelpName = "DIR",
        };
        var noFiles = new Option<bool>("--no-files") { Description = "Only print; write nothing." };
        var slice = new Option<string?>("--slice")
        {
            Description = "Play only the K-th of N parts of the runs, to be joined by apparat merge.",
            HelpName = "K/N",
        };
        var design = new Option<string?>("--design")
        {
            Description = "A CSV file of points: a column a parameter or provision, a row a point, values as for --set.",
            HelpName = "FILE",
        };
        var turns = Options.AtLeast(
            0,
            new Option<int>("--turns")
            {
                Description = "Follow runs with a number below this turn by turn, in the table turns.",
                DefaultValueFactory = _ => 100,
                HelpName = "N",
            }
        );
        var acts = Options.AtLeast(
            0,
            new Option<int>("--acts")
            {
                Description = "Write down everything that happens in runs with a number below this, in the table acts.",
                HelpName = "N",
            }
        );
        var until = new Option<double?>("--until")
        {
            Description = "Play on until the interval of every share is this narrow: plus and minus W.",
            HelpName = "W",
        };
        until.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var w)
                && !(w is > 0 and < 0.5)
            )
                result.AddError("--until is a half-width between 0 and 0.5, such as 0.01.");
        });
        var atMost = Options.AtLeast(
            1,
            new Option<int>("--at-most")
            {
                Description = "With --until: the most histories to be played for it.",
                DefaultValueFactory = _ => 100_000,
                HelpName = "N",
            }
        );
        var command = new Verb(
            "run",
            "Play a scenario many times: how often each outcome comes about, and a folder with every history as a row.",
            (
                "apparat run history/bolshevik-party --runs 10000 --seed 1922",
                "ten thousand histories, written to out/bolshevik-party-seed1922-runs10000"
            ),
            ("apparat run my.yaml --set kappa=0.03 --with \"strike C6\" --out results/c6", "another world"),
            (
                "apparat run my.yaml --runs 100000 --slice 3/40 --out part3",
                "one of forty parts, for forty machines; then: apparat merge part* --out all"
            ),
            (
                "apparat run my.yaml --until 0.01 --at-most 100000 --no-files --json",
                "as many as it takes; exit code 4 if that is not enough"
            ),
            ("apparat run my.yaml --design points.csv --runs 500", "every row of a table of parameter values")
        )
        {
            file,
            account,
            runs,
            seed,
            output,
            noFiles,
            force,
            threads,
            slice,
            set,
            with,
            design,
            turns,
            acts,
            until,
            atMost,
            assert,
            progress,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                if (parse.GetValue(until) is not null && (parse.GetValue(slice) ?? parse.GetValue(design)) is not null)
                    throw new UsageException(
                        "--until looks at all runs of one world as they come; it does not go with --slice or --design."
                    );
                var (model, edits) = AccountOption.Of(parse, parse.GetValue(file)!, account);
                var order = new RunOrder
                {
                    Slice = Options.Slice(parse.GetValue(slice)),
                    Source = ScenarioFile.LoadSource(model),
                    With = [.. edits, .. ScenarioFile.Changes(parse.GetValue(with) ?? [])],
                    Set = [.. parse.GetValue(set) ?? []],
                    Design = parse.GetValue(design) is { } points ? Design.Read(points) : null,
                    Seed = parse.GetValue(seed),
                    Runs = parse.GetValue(until) is null ? parse.GetValue(runs) : parse.GetValue(atMost),
                    Until = parse.GetValue(until),
                    TurnsOf = parse.GetValue(turns),
                    ActsOf = parse.GetValue(acts),
                };
                if (order.Numbers().IsEmpty)
                    throw new UsageException(
                        $"There are {order.Runs} runs: slice {order.Slice} is empty. Give at most as many slices as runs."
                    );
                ImmutableArray<Assertion> assertions = [.. (parse.GetValue(assert) ?? []).Select(Assertion.Read)];
                var scenario = order.Source.Scenario;
                Assertion.Know(
                    assertions,
                    [
                        .. scenario
                            .Outcomes.SelectMany(o =>
                                scenario.Cast.Contenders.Select(c => Statement.Of(o, scenario[c])).Append(Statement.OfSomeone(o, scenario))
                            )
                            .Select(s => s.Text),
                    ]
                );
                var folder = parse.GetValue(noFiles) ? null : parse.GetValue(output) ?? Place(order);
                var watch = Stopwatch.StartNew();
                RunSummary summary;
                using (var teller = ProgressTeller.Of(parse.GetValue(progress)))
                    summary = await Simulate
                        .Run(order, folder, parse.GetValue(force), null, parse.GetValue(threads), teller, cancel)
                        .ConfigureAwait(false);
                if (parse.GetValue(json))
                    Terminal.Write(ToJson(order, summary, folder));
                else
                    Screen.Show(ToReport(order, summary));
                Terminal.Say(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{summary.Runs} histories in {watch.Elapsed.TotalSeconds:0.0} s{(folder is null ? "" : $", written to {folder}")}"
                    )
                );
                if (!summary.IsComplete)
                {
                    Terminal.Say(
                        string.Create(CultureInfo.InvariantCulture, $"Cancelled: the {summary.Runs} histories that were finished are kept.")
                    );
                    return ExitCode.Cancelled;
                }
                var holds = summary.Worlds.All(w =>
                    Assertion.AllHold(assertions, w.Shares.ToDictionary(s => s.Statement, s => s.Share.Value, StringComparer.Ordinal))
                );
                if (!summary.IsPrecise)
                    Terminal.Say(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"apparat: after {summary.Runs} histories the shares are still not known to within {order.Until}; raise --at-most."
                        )
                    );
                return !holds ? ExitCode.Findings
                    : !summary.IsPrecise ? ExitCode.Imprecise
                    : ExitCode.Done;
            }
        );
        return command;
    }

    // A name that tells what is in it; changes and designs, which are too long to tell, by their hash.
    private static string Place(RunOrder order)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{order.Source.Name}-seed{order.Seed}-runs{order.Runs}");
        var changes = string.Join(
            '\n',
            order.With.Concat(order.Set).Append(order.Design?.Text ?? "").Append(order.Until?.ToString(CultureInfo.InvariantCulture) ?? "")
        );
        if (changes.Trim('\n').Length > 0)
            name += $"-{Fingerprint.Of(changes).ToString()[..8]}";
        if (order.Slice is { } s)
            name += string.Create(CultureInfo.InvariantCulture, $"-slice{s.Number}of{s.Of}");
        return $"out/{name}";
    }

    private static Report ToReport(RunOrder order, RunSummary summary)
    {
        var scenario = order.Source.Scenario;
        var sections = summary.Worlds.Select(
            (w, i) =>
                new Section(
                    $"world-{i + 1}",
                    $"{(order.Design is null ? "" : Point(order.Design, i))}{w.World}: {w.Runs} histories",
                    [.. Tables(scenario, w)]
                )
        );
        return new(
            scenario.Name,
            [
                $"{summary.Runs} histories of seed {order.Seed}{(order.Slice is { } s ? $", slice {s}" : "")}, from {scenario.Calendar.From:yyyy-MM-dd} to {scenario.Calendar.Until:yyyy-MM-dd}. These are priors, not yet calibrated.",
            ],
            [.. sections],
            [$"Fingerprint {summary.Fingerprint}. {ProgramVersion.Line}"]
        );
    }

    private static string Point(Design design, int i) =>
        $"Point {i + 1} ({string.Join(", ", design.Headings.Zip(design.Points[i]).Where(c => c.Second.Length > 0).Select(c => $"{c.First}={c.Second}"))}): ";

    private static IEnumerable<Block> Tables(Scenario scenario, WorldSummary world)
    {
        yield return new Table(
            $"In how many of 100 histories it holds on {scenario.Calendar.Until:yyyy-MM-dd}, with Wilson's 95 % interval",
            [new("outcome"), new("of 100", IsNumber: true)],
            [.. world.Shares.Select(s => (ImmutableArray<Cell>)[s.Statement, s.Share])]
        );
        if (!world.Means.IsEmpty)
        {
            yield return new Table(
                $"Mean on {scenario.Calendar.Until:yyyy-MM-dd}, with its 95 % interval",
                [new("measure"), new("of"), new("mean", IsNumber: true), new("unit")],
                [.. world.Means.Select(m => (ImmutableArray<Cell>)[m.Measure, m.Person, new Cell(Mean(m.Mean), m.Mean), m.Unit])]
            );
        }
    }

    private static string Mean(Estimate mean) =>
        mean.IsDefined
            ? string.Create(CultureInfo.InvariantCulture, $"{mean.Value:0.000} ({mean.Low:0.000} to {mean.High:0.000})")
            : "not defined";

    private static JsonObject ToJson(RunOrder order, RunSummary summary, string? folder) =>
        new()
        {
            ["schema"] = "apparat/run/1",
            ["scenario"] = order.Source.Scenario.Name,
            ["scenario_digest"] = order.Source.Scenario.Digest,
            ["seed"] = order.Seed,
            ["runs"] = summary.Runs,
            ["slice"] = order.Slice?.ToString(),
            ["is_complete"] = summary.IsComplete,
            ["is_precise"] = order.Until is null ? null : summary.IsPrecise,
            ["calibrated"] = false,
            ["fingerprint"] = summary.Fingerprint.ToString(),
            ["folder"] = folder,
            ["worlds"] = new JsonArray([
                .. summary.Worlds.Select(
                    (w, i) =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["point"] = order.Design is null ? null : i + 1,
                                ["world"] = w.World,
                                ["runs"] = w.Runs,
                                ["shares"] = new JsonArray([
                                    .. w.Shares.Select(s =>
                                        (JsonNode)new JsonObject { ["statement"] = s.Statement, ["share"] = JsonRenderer.Of(s.Share) }
                                    ),
                                ]),
                                ["means"] = new JsonArray([
                                    .. w.Means.Select(m =>
                                        (JsonNode)
                                            new JsonObject
                                            {
                                                ["measure"] = m.Measure,
                                                ["person"] = m.Person.Length == 0 ? null : m.Person,
                                                ["unit"] = m.Unit,
                                                ["mean"] = JsonRenderer.Of(m.Mean),
                                            }
                                    ),
                                ]),
                            }
                ),
            ]),
        };
}
