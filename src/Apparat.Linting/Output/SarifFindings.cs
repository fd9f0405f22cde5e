using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>
/// Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS 2020): relative URIs, fingerprints free of line numbers, the clause
/// as logical location, the circle as a code flow, the cheapest cut as a fix, what is accepted as a suppression.
/// </summary>
public static class SarifFindings
{
    private const int MostResults = 5_000;
    private const int MostFlows = 10;
    private const int MostBytes = 10_000_000;

    /// <summary>One run over all charters.</summary>
    /// <param name="charters">The charters.</param>
    /// <param name="version">The program's version, three numbers.</param>
    public static string Render(IReadOnlyList<LintedCharter> charters, string version)
    {
        ArgumentNullException.ThrowIfNull(charters);
        // The gravest stay if there are more than those who read SARIF take.
        var findings = charters.SelectMany(c => c.Result.Findings.Select(f => (Charter: c, Finding: f))).ToList();
        var gravest = findings.Select((x, i) => (x.Finding.Severity, i)).OrderByDescending(x => x.Severity).Select(x => x.i).ToList();
        for (var most = MostResults; ; most /= 2)
        {
            var kept = gravest.Take(most).Order().Select(i => findings[i]).ToList();
            var text = Render(charters, version, kept, findings.Count - kept.Count);
            if (Encoding.UTF8.GetByteCount(text) <= MostBytes || most == 1)
                return text;
        }
    }

    private static string Render(
        IReadOnlyList<LintedCharter> charters,
        string version,
        IReadOnlyList<(LintedCharter Charter, Finding Finding)> kept,
        int leftOut
    )
    {
        var rules = CharterLinter.Rules;
        var results = kept.Select(x => Result(x.Charter, x.Finding, rules));
        var run = new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "Apparat",
                    ["semanticVersion"] = version,
                    ["rules"] = JsonFindings.Array(rules, Rule),
                },
            },
            ["columnKind"] = "utf16CodeUnits",
            ["originalUriBaseIds"] = new JsonObject
            {
                ["%SRCROOT%"] = new JsonObject { ["description"] = Text("The folder the program was started in.") },
            },
            ["artifacts"] = JsonFindings.Array(
                charters.DistinctBy(c => c.File),
                c => new JsonObject { ["location"] = Uri(c.File), ["roles"] = new JsonArray("analysisTarget") }
            ),
            ["results"] = JsonFindings.Array(results, r => r),
        };
        if (leftOut > 0)
            run["invocations"] = new JsonArray(
                new JsonObject
                {
                    ["executionSuccessful"] = true,
                    ["toolExecutionNotifications"] = new JsonArray(
                        new JsonObject { ["level"] = "warning", ["message"] = Text($"{leftOut} findings more are left out here.") }
                    ),
                }
            );
        return new JsonObject
            {
                ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
                ["version"] = "2.1.0",
                ["runs"] = new JsonArray(run),
            }.ToJsonString(JsonFindings.Written) + "\n";
    }

    private static JsonNode Rule(LintRule rule)
    {
        var page = RulePage.Of(rule);
        return new JsonObject
        {
            ["id"] = rule.Id,
            ["name"] = rule.GetType().Name,
            ["shortDescription"] = Text(Sentence(rule.Title)),
            ["fullDescription"] = Text(page.Why),
            ["help"] = new JsonObject { ["text"] = page.Text, ["markdown"] = page.Markdown },
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
            ["properties"] = new JsonObject
            {
                ["tags"] = new JsonArray(rule.Category.ToString().ToLowerInvariant()),
                ["source"] = rule.Source,
            },
        };
    }

    private static JsonNode Result(LintedCharter charter, Finding finding, ImmutableArray<LintRule> rules)
    {
        var places = finding.Evidence.Where(e => e.Place.Line > 0).ToList();
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule.Id,
            ["ruleIndex"] = rules.IndexOf(finding.Rule),
            ["level"] = Level(finding.Severity),
            ["message"] = Text(
                string.Join(
                    ' ',
                    [
                        Sentence(finding.Message),
                        .. finding.Measured.Length > 0 ? new[] { Sentence(finding.Measured) } : [],
                        .. finding.Notes,
                        .. finding.Story is { } story ? new[] { story.Text } : [],
                    ]
                )
            ),
            ["locations"] = JsonFindings.Array(places.Take(1), e => Location(charter, e, null)),
            ["partialFingerprints"] = new JsonObject { ["apparatFinding/v1"] = finding.Fingerprint },
        };
        if (places.Count > 1)
            result["relatedLocations"] = JsonFindings.Array(places.Skip(1), e => Location(charter, e, e.Text));
        if (!finding.Circles.IsEmpty && places.Count == finding.Evidence.Length)
            result["codeFlows"] = JsonFindings.Array(finding.Circles.Take(MostFlows), circle => Flow(charter, finding, circle));
        if (finding.Cure is { } cure && Fix(charter, cure, finding) is { } fix)
            result["fixes"] = new JsonArray(fix);
        if (charter.Accepted.GetValueOrDefault(finding.Fingerprint) is { } by)
        {
            result["suppressions"] = new JsonArray(
                new JsonObject
                {
                    ["kind"] = "external",
                    ["status"] = "accepted",
                    ["justification"] = $"{by.Reason} ({by.Owner})",
                }
            );
        }
        var measures = finding.Measures.Where(m => double.IsFinite(m.Value)).ToList();
        if (measures.Count > 0)
            result["properties"] = new JsonObject(
                measures.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, Math.Round(m.Value, 12)))
            );
        return result;
    }

    private static JsonNode Flow(LintedCharter charter, Finding finding, ImmutableArray<int> circle) =>
        new JsonObject
        {
            ["message"] = Text($"The circle {string.Join(", ", circle.Select(i => finding.Evidence[i].Name))}."),
            ["threadFlows"] = new JsonArray(
                new JsonObject
                {
                    ["locations"] = JsonFindings.Array(
                        circle,
                        i => new JsonObject { ["location"] = Location(charter, finding.Evidence[i], finding.Evidence[i].Text) }
                    ),
                }
            ),
        };

    private static JsonNode Location(LintedCharter charter, Evidence e, string? message)
    {
        var location = new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = Uri(charter.FileOf(e.Place)),
                ["region"] = new JsonObject
                {
                    ["startLine"] = e.Place.Line,
                    ["startColumn"] = Math.Max(1, e.Place.Column),
                    ["endColumn"] = Math.Max(1, e.Place.Column) + Math.Max(1, e.Place.Length),
                },
            },
            ["logicalLocations"] = new JsonArray(
                new JsonObject { ["fullyQualifiedName"] = e.Name, ["kind"] = e.Clause is null ? "organ" : "clause" }
            ),
        };
        if (message is not null)
            location["message"] = Text(message);
        return location;
    }

    // Only whole clauses that have their lines to themselves can be struck by deleting text.
    private static JsonNode? Fix(LintedCharter charter, Cure cure, Finding finding)
    {
        var changes = new List<JsonNode>();
        foreach (var name in cure.Strike)
        {
            var e = finding.Evidence.FirstOrDefault(x => x.Name == name);
            if (e?.Clause?.Text != name || ClauseLines.Of(e.Place, charter.Lines) is not { } lines)
                return null;
            changes.Add(
                new JsonObject
                {
                    ["artifactLocation"] = Uri(charter.FileOf(e.Place)),
                    ["replacements"] = new JsonArray(
                        new JsonObject
                        {
                            ["deletedRegion"] = new JsonObject
                            {
                                ["startLine"] = lines.First,
                                ["startColumn"] = 1,
                                ["endLine"] = lines.Last + 1,
                                ["endColumn"] = 1,
                            },
                        }
                    ),
                }
            );
        }
        return new JsonObject { ["description"] = Text(cure.Effect), ["artifactChanges"] = new JsonArray([.. changes]) };
    }

    private static JsonNode Uri(string file) =>
        new JsonObject { ["uri"] = string.Join('/', file.Split('/').Select(System.Uri.EscapeDataString)), ["uriBaseId"] = "%SRCROOT%" };

    private static JsonNode Text(string text) => new JsonObject { ["text"] = text };

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..].TrimEnd('.')}.";

    private static string Level(Severity severity) => severity.ToString().ToLowerInvariant();
}
