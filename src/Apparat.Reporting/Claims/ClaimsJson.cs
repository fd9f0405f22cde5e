using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Analysis;
using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>A ledger of claims for machines.</summary>
public static class ClaimsJson
{
    /// <summary>The version of the JSON form.</summary>
    public const string Schema = "apparat/claims/1";

    /// <summary>The ledger, or those of its claims that are asked for.</summary>
    public static JsonObject Of(string title, Ledger ledger, ImmutableArray<JudgedClaim> shown, bool accounts)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new()
        {
            ["schema"] = Schema,
            ["case"] = title,
            ["rows"] = ledger.Rows,
            ["verdicts"] = new JsonObject(
                ClaimPhrases.Order.Select(v => KeyValuePair.Create(Snake(v), (JsonNode?)JsonValue.Create(ledger.Count(v))))
            ),
            ["claims"] = List(shown, Of),
            ["accounts"] = accounts ? List(ledger.Accounts, Of) : null,
            ["clashes"] = accounts ? List(ledger.Clashes, Of) : null,
        };
    }

    /// <summary>Lines that were asked, answered.</summary>
    public static JsonObject Of(string title, ImmutableArray<Answer> answers) =>
        new()
        {
            ["schema"] = Schema,
            ["case"] = title,
            ["answers"] = List(
                answers,
                a => new JsonObject
                {
                    ["line"] = a.Line,
                    ["verdict"] = a.Verdict is { } v ? Snake(v) : "not_in_the_ledger",
                    ["read_as"] = a.Saying is null ? null : new JsonObject { ["sentence"] = a.Saying.Text, ["denied"] = a.Saying.IsDenied },
                    ["judged"] = a.Judged is null ? null : Of(a.Judged),
                    ["matches"] = List(
                        a.Matches,
                        m => new JsonObject
                        {
                            ["id"] = m.Claim.Claim.Id,
                            ["claim"] = m.Claim.Claim.Words,
                            ["verdict"] = Snake(m.Claim.Verdict),
                            ["overlap"] = Math.Round(m.Overlap, 3),
                            ["opposite"] = m.Opposite,
                            ["is_meant"] = m.IsMeant,
                        }
                    ),
                }
            ),
        };

    private static JsonObject Of(JudgedClaim claim) =>
        new()
        {
            ["id"] = claim.Claim.Id,
            ["claim"] = claim.Claim.Words,
            ["kind"] = claim.Claim.Kind.ToString().ToLowerInvariant(),
            ["verdict"] = Snake(claim.Verdict),
            ["confidence"] = claim.Confidence is { } sure ? ClaimPhrases.Of(sure) : null,
            ["readings"] = List(claim.Readings, Of),
            ["factors"] = Texts(claim.Claim.Factors),
            ["accounts"] = Texts(claim.Claim.Accounts),
            ["off"] = Texts(claim.Claim.Off),
            ["note"] = claim.Claim.Note,
            ["told_in"] = Texts(claim.Claim.Sources),
            ["sources"] = Texts(claim.Sources),
            ["file"] = claim.Claim.Span.File,
            ["line"] = claim.Claim.Span.Line,
        };

    private static JsonObject Of(JudgedReading reading) =>
        new()
        {
            ["name"] = reading.Name,
            ["verdict"] = Snake(reading.Verdict),
            ["assertions"] = List(
                reading.Parts,
                p => new JsonObject
                {
                    ["sentence"] = p.Saying.Text,
                    ["denied"] = p.Saying.IsDenied,
                    ["truth"] = p.Judgement.Truth.ToString().ToLowerInvariant(),
                    ["for"] = List(p.Judgement.For, Of),
                    ["against"] = List(p.Judgement.Against, Of),
                }
            ),
        };

    private static JsonObject Of(RecordedFact fact) =>
        new()
        {
            ["from"] = fact.When is { } w && w.From > DateOnly.MinValue ? Day(w.From) : null,
            ["until"] = fact.When is { } u && u.Until < DateOnly.MaxValue ? Day(u.Until) : null,
            ["text"] = fact.Text,
            ["note"] = fact.Grounds.Note,
            ["sources"] = Texts(fact.Grounds.Sources),
            ["confidence"] = ClaimPhrases.Of(fact.Grounds.Confidence),
            ["file"] = fact.Grounds.Span.File,
            ["line"] = fact.Grounds.Span.Line,
        };

    private static JsonObject Of(JudgedAccount account) =>
        new()
        {
            ["id"] = account.Account.Id,
            ["account"] = account.Account.Words,
            ["claims"] = List(account.Facts, f => new JsonObject { ["id"] = f.Claim.Id, ["verdict"] = Snake(f.Verdict) }),
            ["mechanisms"] = Texts(account.Account.Mechanisms),
            ["off"] = Texts(account.Off),
            ["note"] = account.Account.Note,
        };

    private static JsonObject Of(Clash clash) =>
        new()
        {
            ["accounts"] = Texts([clash.First.Id, clash.Second.Id]),
            ["claims"] = Texts([clash.FirstClaim.Claim.Id, clash.SecondClaim.Claim.Id]),
            ["sentences"] = Texts([clash.FirstSays.Text, clash.SecondSays.Text]),
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Snake(Verdict verdict) => ClaimPhrases.Of(verdict).Replace(' ', '_');

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode> of) => new([.. items.Select(of)]);
}
