using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Apparat.Linting;
using Apparat.Model;
using NJsonSchema;

namespace Apparat.Tests;

/// <summary>What machines get of findings.</summary>
public sealed class LintOutputFacts
{
    private static readonly Task<JsonSchema> Schema = JsonSchema.FromFileAsync(
        Path.Combine(Golden.Root, "tests", "Apparat.Tests", "Schemas", "sarif-2.1.0.json")
    );

    private static readonly ImmutableArray<LintedCharter> Charters =
    [
        .. LintCases.Caught.Select(row => row.Data).Select(f => Lint.File(Path.Combine(Golden.Root, f)) with { File = f }),
    ];

    [Fact]
    public async Task Sarif_of_every_case_and_every_shipped_charter_is_valid_against_the_published_schema()
    {
        var shipped = ScenarioFile.Shipped().Select(n => Lint.File(n) with { File = $"scenarios/{n}/scenario.yaml" });
        var accepted = Charters[0] with
        {
            Accepted = ImmutableDictionary<string, Accepted>.Empty.Add(
                Charters[0].Result.Findings[0].Fingerprint,
                new(
                    Charters[0].Result.Findings[0].Fingerprint,
                    "BAL001",
                    "until the next meeting",
                    "the secretary",
                    new DateOnly(2027, 1, 31)
                )
            ),
        };
        var sarif = SarifFindings.Render([accepted, .. Charters.Skip(1), .. shipped], "1.2.3");

        Assert.Empty((await Schema).Validate(sarif).Select(e => $"{e.Path}: {e.Kind}"));
    }

    [Fact]
    public async Task The_schema_refuses_a_result_without_a_message_and_a_line_that_is_no_line()
    {
        var (silent, nowhere) = (JsonNode.Parse(Sarif())!, JsonNode.Parse(Sarif())!);
        silent["runs"]![0]!["results"]![0]!.AsObject().Remove("message");
        nowhere["runs"]![0]!["results"]![0]!["locations"]![0]!["physicalLocation"]!["region"]!["startLine"] = 0;

        Assert.NotEmpty((await Schema).Validate(silent.ToJsonString()));
        Assert.NotEmpty((await Schema).Validate(nowhere.ToJsonString()));
    }

    [Fact]
    public void A_circle_is_a_code_flow_whose_steps_are_the_provisions_in_order()
    {
        var result = Results().First(r => (string)r["ruleId"]! == "CAP002" && r["codeFlows"] is JsonArray { Count: 2 });
        var steps = result["codeFlows"]!
            .AsArray()
            .Select(f =>
                f!["threadFlows"]![0]!["locations"]!
                    .AsArray()
                    .Select(l => (string)l!["location"]!["logicalLocations"]![0]!["fullyQualifiedName"]!)
                    .ToArray()
            )
            .OrderBy(s => s.Length)
            .ToList();

        Assert.Equal(["C4", "C3/slate"], steps[0]);
        Assert.Equal(["C2", "C3", "C4", "C1"], steps[1]);
    }

    [Fact]
    public void The_cheapest_cut_is_a_fix_that_deletes_the_lines_of_the_clause()
    {
        const string file = "tests/Apparat.Tests/Cases/lint/CAP002/caught/secretary-appoints-the-electors.yaml";
        var fix = Results().First(r => (string)r["ruleId"]! == "CAP002" && r["fixes"] is not null)["fixes"]![0]!;
        var change = fix["artifactChanges"]![0]!;
        var region = change["replacements"]![0]!["deletedRegion"]!;
        var lines = File.ReadAllLines(Path.Combine(Golden.Root, file));

        Assert.Equal(file, (string)change["artifactLocation"]!["uri"]!);
        Assert.StartsWith("  C3:", lines[(int)region["startLine"]! - 1], StringComparison.Ordinal);
        var left = lines.Where((_, i) => i + 1 < (int)region["startLine"]! || i + 1 >= (int)region["endLine"]!);
        var again = new Language.ScenarioReader(Vocabulary.StandardLexicon.Instance).ReadText(string.Join('\n', left) + "\n");
        Assert.DoesNotContain(Lint.Of(again, file).Result.Findings, f => f.Rule.Id == "CAP002");
    }

    [Fact]
    public void Fingerprints_stay_when_clauses_move_and_differ_between_findings()
    {
        var text = File.ReadAllText(
            Path.Combine(Golden.Root, "tests/Apparat.Tests/Cases/lint/CAP002/caught/secretary-appoints-the-electors.yaml")
        );
        var reader = new Language.ScenarioReader(Vocabulary.StandardLexicon.Instance);
        var before = Lint.Of(reader.ReadText(text), "a.yaml").Result.Findings;
        var after = Lint.Of(reader.ReadText("# moved\n\n" + text.Replace("clauses:", "# and again\nclauses:")), "b.yaml").Result.Findings;

        Assert.Equal(before.Select(f => f.Fingerprint), after.Select(f => f.Fingerprint));
        Assert.Equal(before.Length, before.Select(f => f.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void What_is_accepted_is_a_suppression_with_its_reason()
    {
        var finding = Charters[0].Result.Findings[0];
        var charter = Charters[0] with
        {
            Accepted = ImmutableDictionary<string, Accepted>.Empty.Add(
                finding.Fingerprint,
                new(finding.Fingerprint, finding.Rule.Id, "known", "the board", null)
            ),
        };
        var result = JsonNode.Parse(SarifFindings.Render([charter], "1.2.3"))!["runs"]![0]!["results"]![0]!;

        Assert.Equal("external", (string)result["suppressions"]![0]!["kind"]!);
        Assert.Equal("known (the board)", (string)result["suppressions"]![0]!["justification"]!);
    }

    [Fact]
    public async Task A_run_too_long_for_readers_of_sarif_keeps_the_gravest_and_says_how_many_are_left_out()
    {
        var many = Enumerable.Repeat(Charters, 60).SelectMany(c => c).ToList();
        var text = SarifFindings.Render(many, "1.2.3");
        var run = JsonNode.Parse(text)!["runs"]![0]!;
        var kept = run["results"]!.AsArray().Count;
        var all = many.Sum(c => c.Result.Findings.Length);

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 10_000_000);
        Assert.InRange(kept, 1, 5_000);
        Assert.StartsWith(
            $"{all - kept} findings",
            (string)run["invocations"]![0]!["toolExecutionNotifications"]![0]!["message"]!["text"]!,
            StringComparison.Ordinal
        );
        Assert.Equal(
            Math.Min(kept, many.Sum(c => c.Result.Findings.Count(f => f.Severity == Severity.Error))),
            run["results"]!.AsArray().Count(r => (string)r!["level"]! == "error")
        );
        Assert.Empty((await Schema).Validate(text));
    }

    [Fact]
    public void Json_tells_the_attack_as_steps_with_days()
    {
        var json = JsonNode.Parse(
            JsonFindings.Render(Charters.Where(c => c.File.Contains("members-vote-at-once", StringComparison.Ordinal)))
        )!;
        var attack = json["charters"]![0]!["findings"]!.AsArray().First(f => (string)f!["rule"]! == "CAP009")!["attack"]!;

        Assert.Equal("apparat/lint/1", (string)json["schema"]!);
        Assert.Equal(101, (int)attack["people"]!);
        Assert.Equal(["they join", "they vote", "Board"], attack["steps"]!.AsArray().Select(s => (string)s!["deed"]!));
        Assert.Equal("2029-01-01", (string)attack["steps"]![2]!["by"]!);
        Assert.Equal("M1", (string)attack["steps"]![2]!["provision"]!);
    }

    [Fact]
    public void Junit_has_a_failure_for_each_rule_with_a_finding_at_the_threshold_and_none_below()
    {
        var xml = XDocument.Parse(JunitFindings.Render(Charters, Severity.Error));

        Assert.Equal(
            Charters.Sum(c => c.Result.Findings.Where(f => f.Severity == Severity.Error).DistinctBy(f => f.Rule).Count()),
            xml.Descendants("failure").Count()
        );
    }

    [Fact]
    public void A_badge_is_one_line_of_json_for_a_badge_server()
    {
        using var badge = JsonDocument.Parse(Badge.Render(Charters));

        Assert.Equal(1, badge.RootElement.GetProperty("schemaVersion").GetInt32());
    }

    private static string Sarif() => SarifFindings.Render(Charters, "1.2.3");

    private static IEnumerable<JsonNode> Results() => JsonNode.Parse(Sarif())!["runs"]![0]!["results"]!.AsArray().Select(r => r!);
}
