using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Apparat.Linting;

/// <summary>Findings for scripts: one document for all charters, keys in snake_case, additions never break (schema apparat/lint/1).</summary>
public static class JsonFindings
{
    internal static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>All charters.</summary>
    public static string Render(IEnumerable<LintedCharter> charters) =>
        new JsonObject { ["schema"] = "apparat/lint/1", ["charters"] = Array(charters, Charter) }.ToJsonString(Written) + "\n";

    internal static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];

    private static JsonNode Charter(LintedCharter c) =>
        new JsonObject
        {
            ["file"] = c.File,
            ["name"] = c.Name,
            ["findings"] = Array(c.Result.Findings, f => Finding(c, f)),
            ["capture_cost"] = Cost(c.Result.Cost),
            ["seats"] = c.Result.Seats,
            ["chosen_in_the_end_by"] = new JsonObject(
                c.Result.Ultimate.Select(u =>
                    KeyValuePair.Create<string, JsonNode?>(
                        u.Organ,
                        new JsonObject(u.Choosers.Select(x => KeyValuePair.Create<string, JsonNode?>(x.Chooser, Math.Round(x.Share, 12))))
                    )
                )
            ),
            ["clauses"] = c.Result.Document.Clauses,
            ["clauses_read"] = c.Result.Document.Read,
            ["clauses_aside"] = c.Result.Document.Aside,
            ["coverage"] = c.Result.Coverage,
            ["measures"] = Measures(c.Result.Measures),
        };

    private static JsonNode Cost(CaptureSets cost) =>
        new JsonObject
        {
            ["size"] = cost.Size,
            ["exact"] = cost.IsExact,
            ["at_least"] = cost.Size is null ? null : cost.AtLeast,
            ["sets"] = Array(
                cost.Sets,
                set => new JsonObject(set.Select(x => KeyValuePair.Create<string, JsonNode?>(x.Class.Name, x.Seats)))
            ),
        };

    private static JsonNode Finding(LintedCharter c, Finding f) =>
        new JsonObject
        {
            ["rule"] = f.Rule.Id,
            ["title"] = f.Rule.Title,
            ["category"] = f.Rule.Category.ToString().ToLowerInvariant(),
            ["severity"] = f.Severity.ToString().ToLowerInvariant(),
            ["message"] = f.Message,
            ["organs"] = Array(f.Organs, o => JsonValue.Create(o)),
            ["evidence"] = Array(
                f.Evidence,
                e => new JsonObject
                {
                    ["name"] = e.Name,
                    ["clause"] = e.Clause?.Text,
                    ["text"] = e.Text,
                    ["file"] = c.FileOf(e.Place),
                    ["line"] = e.Place.Line,
                    ["column"] = e.Place.Column,
                }
            ),
            ["circles"] = Array(f.Circles, circle => Array(circle, i => JsonValue.Create(f.Evidence[i].Name))),
            ["notes"] = Array(f.Notes, n => JsonValue.Create(n)),
            ["story"] = f.Story?.Text,
            ["attack"] = f.Story is { } story ? Attack(story) : null,
            ["cheapest_cut"] = f.Cure is { } cure ? Array(cure.Strike, s => JsonValue.Create(s)) : null,
            ["measures"] = Measures(f.Measures),
            ["fingerprint"] = f.Fingerprint,
            ["accepted"] = c.Accepted.GetValueOrDefault(f.Fingerprint) is { } by
                ? new JsonObject
                {
                    ["reason"] = by.Reason,
                    ["owner"] = by.Owner,
                    ["expires"] = by.Expires?.ToString("yyyy-MM-dd", null),
                }
                : null,
            ["source"] = f.Rule.Source,
        };

    private static JsonNode Attack(AttackStory story) =>
        new JsonObject
        {
            ["attackers"] = story.Attackers,
            ["people"] = story.People.AtMeans,
            ["people_low"] = story.People.Low,
            ["people_high"] = story.People.High,
            ["aim"] = story.Aim,
            ["steps"] = Array(
                story.Steps,
                s => new JsonObject
                {
                    ["month"] = s.Month,
                    ["by"] = story.Day(s)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    ["deed"] = s.Deed,
                    ["provision"] = s.Provision,
                }
            ),
            ["checks"] = Array(story.Checks, c => JsonValue.Create(c)),
        };

    // What is not a number is left out: JSON has no infinity, and a missing measure is not 0.
    private static JsonNode Measures(IEnumerable<KeyValuePair<string, double>> measures) =>
        new JsonObject(
            measures
                .Where(m => double.IsFinite(m.Value))
                .Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, Math.Round(m.Value, 12)))
        );
}
