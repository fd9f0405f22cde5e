using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Apparat.Linting;

/// <summary>A baseline that cannot be used, with the place and what to do.</summary>
public sealed class BaselineException(string message) : Exception(message);

/// <summary>
/// Findings accepted for now, each with a reason, an owner and, if wanted, a last day. JSON: <c>{"schema": "apparat/baseline/1", "accepted":
/// [{"fingerprint": "..", "rule": "CAP002", "reason": "..", "owner": "..", "expires": "2027-01-31"}]}</c>.
/// </summary>
/// <param name="Entries">The entries in the order of the file.</param>
public sealed record Baseline(ImmutableArray<Accepted> Entries)
{
    /// <summary>Its schema.</summary>
    public const string Schema = "apparat/baseline/1";

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="BaselineException">It is no baseline, or an entry lacks its fingerprint, reason or owner.</exception>
    public static Baseline Read(string file, string text)
    {
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            if (
                JsonNode.Parse(text, null, options) is not JsonObject root
                || root["schema"]?.ToString() != Schema
                || root["accepted"] is not JsonArray accepted
            )
                throw new BaselineException(
                    $"{file} is no baseline: expected {{\"schema\": \"{Schema}\", \"accepted\": [...]}}. Make one: apparat lint FILE --write-baseline {file}"
                );
            return new Baseline([.. accepted.Select((node, i) => Entry(file, i + 1, node))]);
        }
        catch (JsonException e)
        {
            throw new BaselineException($"{file}:{e.LineNumber + 1}: this is not JSON: {e.Message}");
        }
    }

    /// <summary>A baseline of everything found, for its owners to fill in why and who: it is refused until they have.</summary>
    public static string Write(IEnumerable<LintedCharter> charters) =>
        new JsonObject
        {
            ["schema"] = Schema,
            ["accepted"] = JsonFindings.Array(
                charters.SelectMany(c => c.Result.Findings.Select(f => (c, f))).DistinctBy(x => x.f.Fingerprint),
                x =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["fingerprint"] = x.f.Fingerprint,
                            ["rule"] = x.f.Rule.Id,
                            ["finding"] = x.f.Message,
                            ["reason"] = x.c.Accepted.GetValueOrDefault(x.f.Fingerprint)?.Reason ?? "",
                            ["owner"] = x.c.Accepted.GetValueOrDefault(x.f.Fingerprint)?.Owner ?? "",
                            ["expires"] = x
                                .c.Accepted.GetValueOrDefault(x.f.Fingerprint)
                                ?.Expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        }
            ),
        }.ToJsonString(JsonFindings.Written) + "\n";

    /// <summary>Entries in force on a day: those that have not expired.</summary>
    public ImmutableDictionary<string, Accepted> On(DateOnly day) =>
        Entries.Where(e => e.Expires is null || e.Expires >= day).DistinctBy(e => e.Fingerprint).ToImmutableDictionary(e => e.Fingerprint);

    private static Accepted Entry(string file, int number, JsonNode? node)
    {
        var day = Text("expires");
        var expires = DateOnly.MinValue;
        if (day.Length > 0 && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out expires))
            throw new BaselineException($"{file}: entry {number} expires on \"{day}\"; write yyyy-mm-dd.");
        return new Accepted(Needed("fingerprint"), Text("rule"), Needed("reason"), Needed("owner"), day.Length > 0 ? expires : null);

        string Text(string key) => (node as JsonObject)?[key]?.ToString() ?? "";

        string Needed(string key) =>
            Text(key) is { Length: > 0 } text
                ? text
                : throw new BaselineException(
                    $"{file}: entry {number} ({Text("rule")}) has no {key}; a finding is accepted by somebody, for a reason."
                );
    }
}
