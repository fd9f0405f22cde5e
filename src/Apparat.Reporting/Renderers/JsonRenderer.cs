using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>A report for machines: schema <c>apparat/report/1</c>, probabilities as proportions between 0 and 1, what is not defined as null.</summary>
public static class JsonRenderer
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Renders a report.</summary>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var root = new JsonObject
        {
            ["schema"] = "apparat/report/1",
            ["title"] = report.Title,
            ["lead"] = Array(report.Lead),
            ["sections"] = new JsonArray([
                .. report.Sections.Select(s =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["id"] = s.Id,
                            ["heading"] = s.Heading,
                            ["blocks"] = new JsonArray([.. s.Blocks.Select(Block)]),
                        }
                ),
            ]),
            ["colophon"] = Array(report.Colophon),
        };
        return root.ToJsonString(Written) + "\n";
    }

    /// <summary>An estimate as an object; null where it is not defined.</summary>
    public static JsonNode? Of(Estimate value) =>
        value is not { IsDefined: true }
            ? null
            : new JsonObject
            {
                ["value"] = value.Value,
                ["low"] = value.Low,
                ["high"] = value.High,
                ["standard_error"] = value.StandardError,
                ["runs"] = value.Runs,
                ["interval"] = value.Kind.ToString().ToLowerInvariant(),
            };

    private static JsonNode? Block(Block block) =>
        block switch
        {
            Paragraph p => new JsonObject { ["kind"] = "paragraph", ["text"] = p.Text },
            Items i => new JsonObject { ["kind"] = "items", ["texts"] = Array(i.Texts) },
            Callout c => new JsonObject
            {
                ["kind"] = c.Kind.ToString().ToLowerInvariant(),
                ["text"] = c.Text,
                ["more"] = c.More,
            },
            Folded f => new JsonObject
            {
                ["kind"] = "folded",
                ["summary"] = f.Summary,
                ["blocks"] = new JsonArray([.. f.Blocks.Select(Block)]),
            },
            Table t => OfTable(t, "table"),
            Chart c => OfChart(c),
            _ => null,
        };

    private static JsonObject OfTable(Table table, string kind) =>
        new()
        {
            ["kind"] = kind,
            ["caption"] = table.Caption,
            ["columns"] = Array(table.Columns.Select(c => c.Heading)),
            ["rows"] = new JsonArray([
                .. table.Rows.Select(r => (JsonNode)new JsonArray([.. r.Select(c => c.Value is { } v ? Of(v) : JsonValue.Create(c.Text))])),
            ]),
        };

    private static JsonObject OfChart(Chart chart)
    {
        var node = OfTable(chart.Data, "chart");
        node["chart"] = chart.GetType().Name;
        node["alt"] = chart.Alt;
        return node;
    }

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);
}
