using System.CommandLine;
using System.Text.Json.Nodes;
using Apparat.Analysis;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary><c>apparat substitute</c>: the office or the man.</summary>
internal static class SubstituteCommand
{
    public static Command Make()
    {
        var study = new StudyOptions(1000, "Histories a world: two worlds for each contender and for a newcomer.");
        var office = new Option<string?>("--office")
        {
            Description = "The office whose seat changes hands; by default that of the scenario's question.",
            HelpName = "NAME",
        };
        var outcome = new Option<string?>("--on")
        {
            Description = "The outcome, said of each contender; by default the scenario's headline.",
            HelpName = "OUTCOME",
        };
        var man = new Option<string?>("--man")
        {
            Description = "A contender who is also put into other offices; by default, with --offices, who holds the office first.",
            HelpName = "NAME",
        };
        var offices = new Option<string[]>("--offices")
        {
            Description = "Offices, or bodies of which he takes one seat, separated by commas.",
            HelpName = "A,B",
        };
        var command = new Verb(
            "substitute",
            "The office or the man: put every contender, and somebody ordinary, in the chair, with its powers and without; only that seat changes hands.",
            ("apparat substitute history/bolshevik-party", "who comes out by who sits in the chair of its question, and the exact split"),
            ("apparat substitute my.yaml --man Anna --offices Chair,Director", "the same man in one office after another"),
            ("apparat substitute my.yaml --on presides --runs 4000 --json", "of another outcome, with more histories, for machines")
        );
        study.AddTo(command);
        foreach (var option in new Option[] { office, outcome, man, offices })
            command.Options.Add(option);
        command.SetAction(
            async (parse, cancel) =>
            {
                var scenario = study.Load(parse);
                string[] others =
                [
                    .. (parse.GetValue(offices) ?? []).SelectMany(o =>
                        o.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    ),
                ];
                var who = parse.GetValue(man) ?? (others.Length > 0 && scenario.Question is { } q ? scenario[q.Holder].Name : null);
                var answer = await study
                    .Ask(
                        parse,
                        (runner, progress) =>
                            Substitute.Run(
                                scenario,
                                parse.GetValue(office),
                                parse.GetValue(outcome),
                                who,
                                others,
                                parse.GetValue(study.Seed),
                                parse.GetValue(study.Runs),
                                runner,
                                progress,
                                cancel
                            )
                    )
                    .ConfigureAwait(false);
                var again = study.CommandOf(
                    parse,
                    "substitute",
                    [
                        "--office",
                        $"\"{answer.Matrix.Office}\"",
                        "--on",
                        answer.Outcome.Name,
                        .. who is null ? [] : new[] { "--man", $"\"{who}\"" },
                        .. others.Length == 0 ? [] : new[] { "--offices", $"\"{string.Join(',', others)}\"" },
                    ]
                );
                var report = SubstitutionReport.Of(answer, new Frame(ProgramVersion.Line, again, Explain.Provisions(scenario)));
                return study.Tell(parse, report, () => ToJson(answer), answer.IsComplete);
            }
        );
        return command;
    }

    private static JsonObject ToJson(Substitution a)
    {
        var m = a.Matrix;
        return new JsonObject
        {
            ["schema"] = "apparat/substitute/1",
            ["scenario"] = a.Scenario.Name,
            ["scenario_digest"] = a.Scenario.Digest,
            ["office"] = m.Office,
            ["holder"] = a.Holder,
            ["outcome"] = a.Outcome.Name,
            ["powers"] = new JsonArray([.. a.Powers.Select(p => (JsonNode)p)]),
            ["seed"] = a.Seed,
            ["runs"] = m.Runs,
            ["is_complete"] = a.IsComplete,
            ["calibrated"] = false,
            ["mean"] = JsonRenderer.Of(m.Mean),
            ["columns"] = new JsonArray([.. OfficeOrManMatrix.Columns.Select(c => (JsonNode)c)]),
            ["office_effects"] = new JsonArray([.. m.OfficeEffects.Select(JsonRenderer.Of)]),
            ["rows"] = new JsonArray([
                .. m.Rows.Select(
                    (r, i) =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["contender"] = r.Contender,
                                ["cells"] = new JsonArray([
                                    JsonRenderer.Of(r.InOfficeWithPowers),
                                    JsonRenderer.Of(r.InOfficeWithout),
                                    JsonRenderer.Of(r.AnotherInOffice),
                                ]),
                                ["person"] = JsonRenderer.Of(r.Person),
                                ["fit"] = new JsonArray([.. r.Fit.Select(JsonRenderer.Of)]),
                                ["with_powers"] = ToJson(m.WithPowers[i]),
                                ["without"] = ToJson(m.Without[i]),
                            }
                ),
            ]),
            ["newcomer"] = new JsonObject
            {
                ["name"] = a.PowersFor[^1].Who,
                ["with_powers"] = ToJson(a.Newcomer),
                ["without"] = ToJson(a.NewcomerWithout),
            },
            ["man"] = a.Man,
            ["elsewhere"] = new JsonArray([
                .. a.Elsewhere.Select(e =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["office"] = e.Office,
                            ["is_his"] = e.IsHis,
                            ["powers"] = new JsonArray([.. e.Powers.Select(p => (JsonNode)p)]),
                            ["with_powers"] = ToJson(e.With),
                            ["without"] = ToJson(e.Without),
                            ["worth"] = JsonRenderer.Of(e.Worth.Change),
                        }
                ),
            ]),
            ["worlds"] = new JsonArray([
                .. a.Worlds.Select(w =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["name"] = w.Name,
                            ["runs"] = w.Runs,
                            ["fingerprint"] = w.Fingerprint.ToString(),
                        }
                ),
            ]),
            ["cautions"] = StudyOptions.ToJson(a.Cautions),
        };
    }

    private static JsonObject ToJson(WhetherAndWho w) =>
        new()
        {
            ["world"] = w.World,
            ["someone"] = JsonRenderer.Of(w.Someone),
            ["he"] = JsonRenderer.Of(w.Subject),
            ["he_if_someone"] = JsonRenderer.Of(w.SubjectGivenSomeone),
            ["contenders"] = new JsonArray([
                .. w.Contenders.Select(c => (JsonNode)new JsonObject { ["name"] = c.Contender, ["value"] = JsonRenderer.Of(c.Value) }),
            ]),
        };
}
