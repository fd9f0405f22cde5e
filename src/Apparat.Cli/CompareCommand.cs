using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat.Cli;

/// <summary><c>apparat compare</c>: what a change would have done to an outcome, on common luck.</summary>
internal static class CompareCommand
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
        var (progress, assert, account) = (Options.Progress(), Options.Assert(), AccountOption.Make());
        var runs = Options.Runs(10_000, "Histories in each of the two worlds.");
        var strike = new Option<string[]>("--strike")
        {
            Description = "Strike provisions, such as C6 or C2/slate; their references decide instead.",
            HelpName = "C6",
            AllowMultipleArgumentsPerToken = false,
        };
        var both = new Option<string[]>("--in")
        {
            Description = "A change made in both worlds, such as \"the record holds until 1924-01-21\".",
            HelpName = "CHANGE",
            AllowMultipleArgumentsPerToken = false,
        };
        var on = new Option<string?>("--on")
        {
            Description =
                "What is asked of the histories: an outcome of a contender, a group of rivals or someone, such as \"rules(someone)\"; by default the scenario's own headline.",
            HelpName = "OUTCOME(X)",
        };
        var fresh = new Option<bool>("--fresh") { Description = "Play everything anew, stored or not." };
        var attacks = Options.AtLeast(
            0,
            new Option<int>("--attacks")
            {
                Description = "Also attack the answer: histories in each world in which an assumption is put at its worst.",
                HelpName = "N",
            }
        );
        var html = new Option<string?>("--html") { Description = "Write the answer as a page too.", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Write the page over an existing file." };
        var command = new Verb(
            "compare",
            "Compare the scenario as it stands with what a change makes of it: each history is played in both worlds on the same luck.",
            (
                "apparat compare history/bolshevik-party --strike C8",
                "how much the power to appoint adds to the headline, with its interval"
            ),
            ("apparat compare governance/self-perpetuating-board --strike B1/slate --on \"rules(someone)\"", "the same of another outcome"),
            ("apparat compare my.yaml --with \"strike C6 under reference 2\" --runs 20000", "against the second reference of the clause"),
            ("apparat compare my.yaml --set C6.share=0.1 --assert \"difference > 0.05\"", "exit code 1 unless the difference is that large")
        )
        {
            file,
            account,
            strike,
            with,
            set,
            both,
            on,
            runs,
            seed,
            threads,
            fresh,
            attacks,
            html,
            force,
            assert,
            progress,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var (model, edits) = AccountOption.Of(parse, parse.GetValue(file)!, account);
                var scenario = ScenarioFile.Load(model);
                var struck = (parse.GetValue(strike) ?? []).Select(s => $"strike {s}");
                var change = ScenarioFile.Change(
                    scenario,
                    struck.Concat(ScenarioFile.Changes(parse.GetValue(with) ?? [])),
                    parse.GetValue(set) ?? []
                );
                // An account is what is compared, unless a change is: then both worlds are the account's.
                var shared = change is null ? [] : edits;
                change ??=
                    ScenarioFile.Change(scenario, edits, [])
                    ?? throw new UsageException("Compared with what? Name a change with --strike, --with, --set or --account.");
                var common = ScenarioFile.Change(scenario, shared.Concat(ScenarioFile.Changes(parse.GetValue(both) ?? [])), []);
                ImmutableArray<Assertion> assertions = [.. (parse.GetValue(assert) ?? []).Select(Assertion.Read)];
                Assertion.Know(assertions, Names);
                var statement = About(scenario, parse.GetValue(on));
                IEnsembleRunner runner = new LocalRunner(parse.GetValue(threads));
                if (!parse.GetValue(fresh))
                    runner = new StoringRunner(runner, Explain.Store(Explain.DefaultStore));
                if (parse.GetValue(html) is { } free)
                    Page.Free(free, parse.GetValue(force));
                CounterfactualAnswer answer;
                AttackTable? attack = null;
                using (var teller = ProgressTeller.Of(parse.GetValue(progress)))
                {
                    var (s, n) = (parse.GetValue(seed), parse.GetValue(runs));
                    answer = await Counterfactual
                        .Run(scenario, common, change, statement, s, n, runner, teller, cancel)
                        .ConfigureAwait(false);
                    if (parse.GetValue(attacks) is > 0 and var each && answer.IsComplete)
                        attack = await Counterfactual
                            .Attack(scenario, common, change, statement, s, n, each, runner, teller, cancel)
                            .ConfigureAwait(false);
                }
                if (parse.GetValue(json))
                    Terminal.Write(ToJson(scenario, answer, attack));
                else
                    Screen.Show(ToReport(scenario, answer, attack));
                if (parse.GetValue(html) is { } page)
                    Terminal.Say(
                        $"Written: {Page.Write(page, HtmlRenderer.Render(ToReport(scenario, answer, attack)), parse.GetValue(force))}"
                    );
                if (!answer.IsComplete)
                {
                    Terminal.Say(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Cancelled: answered from the {answer.Comparison.Runs} histories that were finished in both worlds."
                        )
                    );
                    return ExitCode.Cancelled;
                }
                return Assertion.AllHold(assertions, Values(answer.Difference)) ? ExitCode.Done : ExitCode.Findings;
            }
        );
        return command;
    }

    private static readonly ImmutableArray<string> Names =
    [
        .. new[] { "first", "second", "difference", "pn", "ps", "pns" }.SelectMany(n => new[] { n, $"{n}.low", $"{n}.high" }),
    ];

    /// <summary>How normal the change is taken to be where nobody says: as normal as not.</summary>
    private const double EvenOdds = 0.5;

    private static Statement About(Scenario scenario, string? on)
    {
        try
        {
            return Counterfactual.About(scenario, on);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static IEnumerable<(string Name, Estimate Value)> Estimates(Difference d) =>
        [
            ("first", d.First),
            ("second", d.Second),
            ("difference", d.Change),
            ("pn", d.Necessity.Necessary),
            ("ps", d.Necessity.Sufficient),
            ("pns", d.Necessity.NecessaryAndSufficient),
        ];

    private static Dictionary<string, double> Values(Difference d) =>
        Estimates(d)
            .SelectMany(e => new[] { (e.Name, e.Value.Value), ($"{e.Name}.low", e.Value.Low), ($"{e.Name}.high", e.Value.High) })
            .ToDictionary(StringComparer.Ordinal);

    private static Report ToReport(Scenario scenario, CounterfactualAnswer answer, AttackTable? attack)
    {
        var (d, c) = (answer.Difference, answer.Comparison);
        var n = d.Necessity;
        var (effectSize, strength) = CausalJudgement.Of(d.Counts, EvenOdds);
        return new(
            $"{d.Statement}: {d.FirstWorld}, or {d.SecondWorld}",
            [
                $"It comes about {Figures.InHundred(d.First)} as against {Figures.InHundred(d.Second)}; the difference is {Figures.OfHundred(d.Change)}.",
                answer.Estimand,
                "These are priors, not yet calibrated.",
            ],
            [
                new(
                    "worlds",
                    "The two worlds",
                    [
                        new Table(
                            $"P({d.Statement}) from {c.Runs} histories in each world; 95 % intervals, Wilson's for each world and that of paired proportions for the difference",
                            [new("world"), new("of 100 histories", IsNumber: true), new("fingerprint")],
                            [
                                [d.FirstWorld, d.First, c.FirstFingerprint.ToString()],
                                [$"reference: {d.SecondWorld}", d.Second, c.SecondFingerprint.ToString()],
                                ["difference", d.Change, ""],
                            ]
                        ),
                    ]
                ),
                new(
                    "necessity",
                    "Necessary, sufficient",
                    [
                        new Table(
                            "What the first world has and the reference has not; the bounds hold however luck is coupled between the worlds",
                            [new("question"), new("of 100, on this luck", IsNumber: true), new("bounds", IsNumber: true)],
                            [
                                [
                                    "PN: it happened; would it not have, in the reference?",
                                    Cell(n.Necessary, n.NecessaryUndefined),
                                    Bounds(n.NecessaryBounds),
                                ],
                                [
                                    "PS: it does not happen in the reference; would it, in the first?",
                                    Cell(n.Sufficient, n.SufficientUndefined),
                                    Bounds(n.SufficientBounds),
                                ],
                                [
                                    "PNS: it happens in the first and not in the reference",
                                    n.NecessaryAndSufficient,
                                    Bounds(n.NecessaryAndSufficientBounds),
                                ],
                                ["How strongly it would be called a cause, if as normal as not: effect size", effectSize, ""],
                                ["The same: necessity-sufficiency strength", strength, ""],
                            ]
                        ),
                    ]
                ),
                .. attack is null ? ImmutableArray<Section>.Empty : [Attacks.Section([attack])],
                Passports.Section([answer.Passport]),
                .. answer.Cautions.IsEmpty
                    ? ImmutableArray<Section>.Empty
                    :
                    [
                        new(
                            "cautions",
                            "Doubts",
                            [.. answer.Cautions.Select(w => (Block)new Callout(CalloutKind.Caution, w.What, $"{w.Why} {w.Do}".Trim()))]
                        ),
                    ],
            ],
            [$"Seed {c.Seed}, {c.Runs} pairs of histories of {scenario.Name}. {ProgramVersion.Line}"]
        );
    }

    private static Cell Cell(Estimate value, string? undefined) => undefined is null ? value : new Cell(undefined);

    private static string Bounds(Bounds b) =>
        b.IsDefined ? string.Create(CultureInfo.InvariantCulture, $"{100 * b.Low:0} to {100 * b.High:0}") : "not defined";

    private static JsonObject ToJson(Scenario scenario, CounterfactualAnswer answer, AttackTable? attack)
    {
        var (d, c) = (answer.Difference, answer.Comparison);
        var json = new JsonObject
        {
            ["schema"] = "apparat/compare/1",
            ["scenario"] = scenario.Name,
            ["scenario_digest"] = scenario.Digest,
            ["statement"] = d.Statement,
            ["first_world"] = d.FirstWorld,
            ["second_world"] = d.SecondWorld,
            ["estimand"] = answer.Estimand,
            ["seed"] = c.Seed,
            ["runs"] = c.Runs,
            ["is_complete"] = answer.IsComplete,
            ["calibrated"] = false,
        };
        foreach (var (name, value) in Estimates(d))
            json[name] = JsonRenderer.Of(value);
        var (effectSize, strength) = CausalJudgement.Of(d.Counts, EvenOdds);
        json["judgement"] = new JsonObject
        {
            ["normality"] = EvenOdds,
            ["counterfactual_effect_size"] = JsonRenderer.Of(effectSize),
            ["necessity_sufficiency_strength"] = JsonRenderer.Of(strength),
        };
        json["pn_bounds"] = ToJson(d.Necessity.NecessaryBounds);
        json["ps_bounds"] = ToJson(d.Necessity.SufficientBounds);
        json["pns_bounds"] = ToJson(d.Necessity.NecessaryAndSufficientBounds);
        json["counts"] = new JsonObject
        {
            ["both"] = d.Counts.Both,
            ["only_first"] = d.Counts.OnlyFirst,
            ["only_second"] = d.Counts.OnlySecond,
            ["neither"] = d.Counts.Neither,
        };
        if (attack is not null)
            json["attacks"] = Attacks.ToJson(attack);
        json["passport"] = Passports.ToJson(answer.Passport);
        json["first_fingerprint"] = c.FirstFingerprint.ToString();
        json["second_fingerprint"] = c.SecondFingerprint.ToString();
        json["cautions"] = new JsonArray([
            .. answer.Cautions.Select(w =>
                (JsonNode)
                    new JsonObject
                    {
                        ["id"] = w.Id,
                        ["where"] = w.Where,
                        ["what"] = w.What,
                        ["why"] = w.Why,
                        ["do"] = w.Do,
                    }
            ),
        ]);
        return json;
    }

    private static JsonArray? ToJson(Bounds b) => b.IsDefined ? new JsonArray(b.Low, b.High) : null;
}
