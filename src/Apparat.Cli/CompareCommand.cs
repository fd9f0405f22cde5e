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
        var study = new StudyOptions(10_000, "Histories in each of the two worlds.");
        var assert = Options.Assert();
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
        var attacks = Options.AtLeast(
            0,
            new Option<int>("--attacks")
            {
                Description = "Also attack the answer: histories in each world in which an assumption is put at its worst.",
                HelpName = "N",
            }
        );
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
        );
        foreach (var option in new Option[] { strike, on, both, attacks, assert })
            command.Options.Add(option);
        study.AddTo(command);
        command.SetAction(
            async (parse, cancel) =>
            {
                var (scenario, edits) = study.Read(parse);
                var struck = (parse.GetValue(strike) ?? []).Select(s => $"strike {s}");
                var change = ScenarioFile.Change(scenario, struck.Concat(ScenarioFile.Changes(study.With(parse))), study.Set(parse));
                // An account is what is compared, unless a change is: then both worlds are the account's.
                var shared = change is null ? [] : edits;
                change ??=
                    ScenarioFile.Change(scenario, edits, [])
                    ?? throw new UsageException("Compared with what? Name a change with --strike, --with, --set or --account.");
                var common = ScenarioFile.Change(scenario, shared.Concat(ScenarioFile.Changes(parse.GetValue(both) ?? [])), []);
                ImmutableArray<Assertion> assertions = [.. (parse.GetValue(assert) ?? []).Select(Assertion.Read)];
                Assertion.Know(assertions, Names);
                var statement = About(scenario, parse.GetValue(on));
                var (seed, runs) = (parse.GetValue(study.Seed), parse.GetValue(study.Runs));
                var (answer, attack) = await study
                    .Ask(
                        parse,
                        async (runner, progress) =>
                        {
                            var compared = await Counterfactual
                                .Run(scenario, common, change, statement, seed, runs, runner, progress, cancel)
                                .ConfigureAwait(false);
                            var attacked =
                                parse.GetValue(attacks) is > 0 and var each && compared.IsComplete
                                    ? await Counterfactual
                                        .Attack(scenario, common, change, statement, seed, runs, each, runner, progress, cancel)
                                        .ConfigureAwait(false)
                                    : null;
                            return (compared, attacked);
                        }
                    )
                    .ConfigureAwait(false);
                var again = study.CommandOf(
                    parse,
                    "compare",
                    [
                        .. (parse.GetValue(strike) ?? []).SelectMany(s => new[] { "--strike", s }),
                        .. (parse.GetValue(both) ?? []).SelectMany(c => new[] { "--in", $"\"{c}\"" }),
                        .. parse.GetValue(on) is { } outcome ? new[] { "--on", $"\"{outcome}\"" } : [],
                        .. attack is null ? [] : new[] { "--attacks", parse.GetValue(attacks).ToString(CultureInfo.InvariantCulture) },
                    ]
                );
                var report = ComparisonReport.Of(scenario.Name, answer, attack, $"{ProgramVersion.Line} Again: {again}");
                var told = study.Tell(parse, report, () => ToJson(scenario, answer, attack), answer.IsComplete);
                return told == ExitCode.Done && !Assertion.AllHold(assertions, Values(answer.Difference)) ? ExitCode.Findings : told;
            }
        );
        return command;
    }

    private static readonly ImmutableArray<string> Names =
    [
        .. new[] { "first", "second", "difference", "pn", "ps", "pns" }.SelectMany(n => new[] { n, $"{n}.low", $"{n}.high" }),
    ];

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
        var (effectSize, strength) = CausalJudgement.Of(d.Counts, ComparisonReport.EvenOdds);
        json["judgement"] = new JsonObject
        {
            ["normality"] = ComparisonReport.EvenOdds,
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
        json["cautions"] = StudyOptions.ToJson(answer.Cautions);
        return json;
    }

    private static JsonArray? ToJson(Bounds b) => b.IsDefined ? new JsonArray(b.Low, b.High) : null;
}
