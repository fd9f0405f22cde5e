using System.Text.Json;
using System.Text.Json.Nodes;
using Apparat.Linting;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>The charters that ship: each read without error, sourced clause by clause, with a page for laymen, and its findings kept to the word.</summary>
public sealed class ShippedCharters
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static TheoryData<string> Names =>
        [
            .. ScenarioFile
                .Shipped()
                .Where(n => n.StartsWith("governance/", StringComparison.Ordinal) || n.StartsWith("history/", StringComparison.Ordinal)),
        ];

    /// <summary>Those with a question that is played, and the clause whose striking should matter.</summary>
    public static TheoryData<string, string> Played =>
        new()
        {
            { "governance/college-of-cardinals", "CIC.351" },
            { "governance/self-perpetuating-trust", "10(1)/slate" },
            { "governance/self-perpetuating-board", "B1/slate" },
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void Findings_are_told_word_for_word(string name) =>
        Golden.Holds(TextFindings.Render(Charter(name)), "tests", "Apparat.Tests", "Cases", "charters", $"{name.Split('/')[1]}.txt");

    [Fact]
    public void A_summary_for_machines_has_every_charter()
    {
        var read = JsonNode.Parse(JsonFindings.Render(Names.Select(n => Charter(n.Data))))!["charters"]!.AsArray();
        var summary = new JsonArray([.. read.Select(c => Summary(c!.AsObject()))]);

        Golden.Holds(summary.ToJsonString(Indented) + "\n", "tests", "Apparat.Tests", "Cases", "charters", "summary.json");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_clause_has_its_source_and_every_charter_a_page_that_names_the_command(string name)
    {
        var read = ScenarioFile.Read(name);
        Assert.True(read.IsUsable);
        Assert.DoesNotContain(read.Diagnostics, d => d.Severity != Model.Severity.Note);
        Assert.All(read.Scenario!.Charter.Clauses, c => Assert.False(c.Source.Keys.IsEmpty, $"{name} {c.Id} has no source"));

        var page = File.ReadAllText(Path.Combine(Golden.Root, "scenarios", Path.Combine(name.Split('/')), "README.md"));
        Assert.StartsWith("# ", page, StringComparison.Ordinal);
        Assert.Contains($"    apparat lint {name}\n", page, StringComparison.Ordinal);
        Assert.Contains("## Caveats", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Played))]
    public async Task A_question_that_is_played_can_go_either_way_and_its_clause_matters(string name, string clause)
    {
        const int runs = 150;
        var scenario = ScenarioFile.Load(name);
        var question = scenario.Question!;
        var column = ColumnName.Of(scenario.Outcomes.First(o => o.Name == question.Headline), scenario[question.Holder]);

        async Task<double> Share(params string[] changes)
        {
            var plan = EnsemblePlan.Of(scenario, changes.Length == 0 ? null : ScenarioFile.Change(scenario, changes, []), 1922, runs);
            var table = await new LocalRunner(1).Run(plan, null, TestContext.Current.CancellationToken);
            return Enumerable.Range(0, runs).Average(i => table[column][i]);
        }

        var with = await Share();
        Assert.InRange(with, 0.02, 0.98);
        Assert.True(await Share($"strike {clause}") < with - 0.05, $"striking {clause} changes nothing");
    }

    private static LintedCharter Charter(string name) =>
        Lint.File(Path.Combine(Golden.Root, "scenarios", Path.Combine(name.Split('/')))) with
        {
            File = $"scenarios/{name}/scenario.yaml",
        };

    private static JsonObject Summary(JsonObject charter) =>
        new()
        {
            ["name"] = charter["name"]!.DeepClone(),
            ["clauses"] = charter["clauses"]!.DeepClone(),
            ["clauses_read"] = charter["clauses_read"]!.DeepClone(),
            ["capture_cost"] = charter["capture_cost"]?.DeepClone(),
            ["findings"] = new JsonObject(
                charter["findings"]!
                    .AsArray()
                    .GroupBy(f => $"{f!["rule"]} {f["severity"]}")
                    .Select(g => KeyValuePair.Create<string, JsonNode?>(g.Key, g.Count()))
            ),
        };
}
