using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>A table of cards as JSON, to be kept, embedded and read back. Counts only: every number on a page can be made from it again.</summary>
public static class CardJson
{
    /// <summary>The name and version of its form.</summary>
    public const string Schema = "apparat/cards/1";

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="program">Name and versions of the program.</param>
    /// <param name="command">The command that gives it again.</param>
    public static JsonObject Of(CardTable table, string program, string command)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new()
        {
            ["schema"] = Schema,
            ["program"] = program,
            ["command"] = command,
            ["scenario"] = table.Scenario.Name,
            ["scenario_digest"] = table.Scenario.Digest,
            ["calibrated"] = table is IAnswer { IsCalibrated: true },
            ["seed"] = table.Seed,
            ["runs"] = table.Runs,
            ["other_runs"] = table.OtherRuns,
            ["is_complete"] = table.IsComplete,
            ["probe"] = table.Probe.ToString(),
            ["statements"] = List(table.Statements, s => s),
            ["cards"] = List(table.Cards, c => new JsonObject { ["name"] = c.Name, ["reference"] = c.Reference }),
            ["stages"] = List(
                table.Stages,
                s => new JsonObject
                {
                    ["name"] = s.Name,
                    ["people"] = List(s.People, p => p),
                    ["recorded"] = Day(s.Recorded),
                    ["median"] = Day(s.Median),
                    ["early"] = Day(s.Early),
                    ["late"] = Day(s.Late),
                    ["never_in"] = s.NeverIn,
                }
            ),
            ["late_headline"] = table.LateHeadline is { } late ? new JsonArray((long)Math.Round(late.Value * late.Runs), late.Runs) : null,
            ["settings"] = List(
                table.Settings,
                s => new JsonObject
                {
                    ["on"] = string.Concat(Enumerable.Range(0, table.Cards.Length).Select(i => (s.On & (1 << i)) != 0 ? '1' : '0')),
                    ["runs"] = s.Runs,
                    ["held"] = List(s.Held, h => h),
                    ["following"] = double.IsNaN(s.Following) ? null : Math.Round(s.Following, 6),
                    ["fingerprint"] = s.Fingerprint.ToString(),
                }
            ),
            ["effects"] = List(
                table.Effects,
                e => new JsonObject
                {
                    ["card"] = table.Cards[e.Card].Name,
                    ["taken_away"] = Counts(e.Off),
                    ["alone"] = Counts(e.Alone),
                    ["late"] = e.Late is { } l ? Counts([l]) : null,
                }
            ),
            ["passports"] = List(table.Passports, Passports.ToJson),
            ["pairs"] = List(
                table.Pairs,
                p => new JsonObject
                {
                    ["first"] = table.Cards[p.First].Name,
                    ["second"] = table.Cards[p.Second].Name,
                    ["taken_away"] = Counts(p.Off),
                    ["alone"] = Counts(p.Alone),
                }
            ),
        };
    }

    /// <summary>Reads a table back for a scenario whose cards and stages have the same names and reference worlds.</summary>
    /// <exception cref="FormatException">It is no such table, or of other cards.</exception>
    public static CardTable Read(string text, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        try
        {
            return Read(JsonNode.Parse(text)!.AsObject(), scenario);
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or InvalidOperationException
                        or NullReferenceException
                        or KeyNotFoundException
                        or OverflowException
                        or ArgumentException
            )
        {
            throw new FormatException("This is not a whole table of cards.", e);
        }
    }

    private static CardTable Read(JsonObject json, Scenario scenario)
    {
        if ((string?)json["schema"] != Schema)
            throw new FormatException($"This is no table of cards: its schema is not {Schema}.");
        var cards = json["cards"]!.AsArray().Select(c => ((string)c!["name"]!, (string)c["reference"]!)).ToList();
        if (!cards.SequenceEqual(scenario.Cards.Select(c => (c.Name, c.Reference))))
            throw new FormatException("This table is of other cards than the scenario's.");
        var names = cards.Select(c => c.Item1).ToList();
        var statements = Array(json["statements"], s => (string)s!);
        return new()
        {
            Scenario = scenario,
            Seed = (ulong)json["seed"]!,
            Runs = (int)json["runs"]!,
            OtherRuns = (int)json["other_runs"]!,
            IsComplete = (bool)json["is_complete"]!,
            Probe = Fingerprint.Parse((string)json["probe"]!),
            Statements = statements,
            Stages = Array(
                json["stages"],
                s => new CardStage(
                    (string)s!["name"]!,
                    Array(s["people"], p => (string)p!),
                    Day(s["recorded"]),
                    Day(s["median"]),
                    Day(s["early"]),
                    Day(s["late"]),
                    (long)s["never_in"]!
                )
            ),
            LateHeadline = json["late_headline"] is JsonArray late ? Proportion.Wilson((long)late[0]!, (long)late[1]!) : null,
            Settings = Array(
                json["settings"],
                s => new CardSetting(
                    On((string)s!["on"]!, names.Count),
                    (long)s["runs"]!,
                    Same(Array(s["held"], h => (long)h!), statements.Length),
                    s["following"] is { } f ? (double)f : double.NaN,
                    Fingerprint.Parse((string)s["fingerprint"]!)
                )
            ),
            Effects = Array(
                json["effects"],
                e => new CardEffect(
                    Place((string)e!["card"]!),
                    Same(Counts(e["taken_away"]), statements.Length),
                    Same(Counts(e["alone"]), statements.Length),
                    e["late"] is { } l ? Counts(l)[0] : null
                )
            ),
            Passports = json["passports"] is { } passports ? Array(passports, p => Passports.Read(p!)) : [],
            Pairs = Array(
                json["pairs"],
                p => new CardPair(
                    Place((string)p!["first"]!),
                    Place((string)p["second"]!),
                    Same(Counts(p["taken_away"]), statements.Length),
                    Same(Counts(p["alone"]), statements.Length)
                )
            ),
        };

        int Place(string card) =>
            names.IndexOf(card) is var i and >= 0
                ? i
                : throw new FormatException($"The table speaks of a card \"{card}\" it does not declare.");
    }

    private static int On(string bits, int cards) =>
        bits.Length == cards && bits.All(b => b is '0' or '1')
            ? bits.Select((b, i) => b == '1' ? 1 << i : 0).Sum()
            : throw new FormatException($"\"{bits}\" is no setting of {cards} cards.");

    private static ImmutableArray<T> Same<T>(ImmutableArray<T> items, int count) =>
        items.Length == count ? items : throw new FormatException("The table has counts for other statements than it names.");

    private static JsonArray Counts(ImmutableArray<PairedCounts> counts) =>
        List(counts, c => new JsonArray(c.Both, c.OnlyFirst, c.OnlySecond, c.Neither));

    private static ImmutableArray<PairedCounts> Counts(JsonNode? node) =>
        Array(node, c => new PairedCounts((long)c![0]!, (long)c[1]!, (long)c[2]!, (long)c[3]!));

    private static JsonArray List<T>(ImmutableArray<T> items, Func<T, JsonNode?> form) => new([.. items.Select(form)]);

    private static ImmutableArray<T> Array<T>(JsonNode? node, Func<JsonNode?, T> read) => [.. node!.AsArray().Select(read)];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(JsonNode? node) =>
        node is null ? null : DateOnly.ParseExact((string)node!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
