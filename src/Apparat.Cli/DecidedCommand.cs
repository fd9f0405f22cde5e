using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary><c>apparat decided</c>: when was it decided?</summary>
internal static class DecidedCommand
{
    public static Command Make()
    {
        var study = new StudyOptions(
            new DecidedSizes().Runs,
            "Histories a point; as many again, on other luck, for what is measured once it is chosen."
        );
        var on = new Option<string?>("--on")
        {
            Description = "What is asked of the last day, such as \"rules(someone)\"; by default the scenario's own headline.",
            HelpName = "OUTCOME(X)",
        };
        var run = Options.AtLeast(
            0,
            new Option<int?>("--run")
            {
                Description = "Follow this simulated history, counted from 0; without it, the recorded one.",
                HelpName = "K",
            }
        );
        var step = Number("--step", 1, new DecidedSizes().Step, "Months between the points; where it jumps, every month is looked at.");
        var turns = Number("--turns", 1, new DecidedSizes().TurningPoints, "Turning points told.");
        var moves = Number(
            "--moves",
            0,
            new DecidedSizes().Searched,
            "Turning points at which it is searched what each could still have changed."
        );
        var command = new Verb(
            "decided",
            "When was it decided? The probability of an outcome as a history unfolds month by month, its turning points, and what each could still have changed.",
            ("apparat decided history/bolshevik-party", "along the recorded history, with who came and went in the months that turned it"),
            ("apparat decided history/bolshevik-party --run 17", "along history 17 of the seed, branched at each month under fresh luck"),
            (
                "apparat decided governance/self-perpetuating-board --run 3 --on \"rules(someone)\" --step 12 --json",
                "of another outcome, coarser, for machines"
            )
        );
        study.AddTo(command);
        foreach (var option in new Option[] { on, run, step, turns, moves })
            command.Options.Add(option);
        command.SetAction(
            async (parse, cancel) =>
            {
                var scenario = study.Load(parse);
                var sizes = new DecidedSizes
                {
                    Runs = parse.GetValue(study.Runs),
                    Step = parse.GetValue(step),
                    TurningPoints = parse.GetValue(turns),
                    Searched = parse.GetValue(moves),
                };
                var k = parse.GetValue(run);
                var divisions = k is null ? StudyOptions.DivisionsOf(parse.GetValue(study.Scenario)!) : [];
                var (answer, acts) = await study
                    .Ask(
                        parse,
                        (runner, progress) =>
                            WhenDecided.Run(
                                scenario,
                                Counterfactual.About(scenario, parse.GetValue(on)),
                                k,
                                parse.GetValue(study.Seed),
                                sizes,
                                divisions,
                                runner,
                                progress,
                                cancel
                            )
                    )
                    .ConfigureAwait(false);
                var again = study.CommandOf(
                    parse,
                    "decided",
                    [
                        "--on",
                        $"\"{answer.Statement}\"",
                        .. k is { } number ? ["--run", number.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
                        .. new[] { ("--step", sizes.Step), ("--turns", sizes.TurningPoints), ("--moves", sizes.Searched) }.SelectMany(o =>
                            new[] { o.Item1, o.Item2.ToString(CultureInfo.InvariantCulture) }
                        ),
                    ]
                );
                var report = DecidedReport.Of(
                    answer,
                    acts,
                    WhenDecided.MovesSearched,
                    new Frame(ProgramVersion.Line, again, Explain.Provisions(scenario))
                );
                return study.Tell(parse, report, () => ToJson(answer, acts), answer.IsComplete);
            }
        );
        return command;
    }

    private static Option<int> Number(string name, int least, int standard, string what) =>
        Options.AtLeast(
            least,
            new Option<int>(name)
            {
                Description = what,
                DefaultValueFactory = _ => standard,
                HelpName = "N",
            }
        );

    private static JsonObject ToJson(Decided a, IReadOnlyDictionary<Turn, System.Collections.Immutable.ImmutableArray<string>> acts) =>
        new()
        {
            ["schema"] = "apparat/decided/1",
            ["scenario"] = a.Scenario.Name,
            ["scenario_digest"] = a.Scenario.Digest,
            ["statement"] = a.Statement,
            ["path"] = a.Path.Name,
            ["seed"] = a.Seed,
            ["is_complete"] = a.IsComplete,
            ["calibrated"] = false,
            ["points"] = new JsonArray([
                .. a.Points.Select(p =>
                    (JsonNode)new JsonObject { ["known_before"] = Day(p.Day), ["probability"] = JsonRenderer.Of(p.Value) }
                ),
            ]),
            ["turning_points"] = new JsonArray([
                .. a.TurningPoints.Select(t =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["month"] = Day(t.Day),
                            ["before"] = JsonRenderer.Of(t.Jump.Second),
                            ["with"] = JsonRenderer.Of(t.Jump.First),
                            ["change"] = JsonRenderer.Of(t.Jump.Change),
                            ["acts"] = new JsonArray([.. (acts.TryGetValue(t.Turn, out var told) ? told : []).Select(x => (JsonNode)x)]),
                        }
                ),
            ]),
            ["moves_searched"] = WhenDecided.MovesSearched,
            ["moves"] = new JsonArray([
                .. a.Moves.Select(m =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["from"] = Day(m.At.Day),
                            ["actor"] = m.Move.Actor,
                            ["move"] = m.Move.Text,
                            ["without"] = JsonRenderer.Of(m.Effect.Second),
                            ["with"] = JsonRenderer.Of(m.Effect.First),
                            ["effect"] = JsonRenderer.Of(m.Effect.Change),
                            ["tried"] = m.Searched,
                            ["passport"] = Passports.ToJson(m.Passport),
                        }
                ),
            ]),
            ["cautions"] = StudyOptions.ToJson(a.Cautions),
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
