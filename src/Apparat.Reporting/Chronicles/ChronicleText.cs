using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Apparat.Simulation;

namespace Apparat.Reporting;

/// <summary>A chronicle as text, one line an event, and for machines.</summary>
public static class ChronicleText
{
    /// <summary>Plain text.</summary>
    public static string Render(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var text = new StringBuilder();
        text.Append(chronicle.Title).Append('\n');
        text.Append(
            CultureInfo.InvariantCulture,
            $"{chronicle.World}; history {chronicle.Trace.Number} of seed {chronicle.Trace.Seed}\n\n"
        );
        text.Append(Phrases.Date(chronicle.Trace.Scenario.Calendar.From)).Append('\n');
        foreach (var line in chronicle.Lead)
            text.Append("  ").Append(line).Append('\n');
        text.Append('\n');
        foreach (var line in chronicle.Entries)
            text.Append(line.When).Append(". ").Append(line.Text).Append('\n');
        text.Append('\n').Append(Phrases.Date(chronicle.Trace.Scenario.Calendar.Until)).Append('\n');
        foreach (var (outcome, people) in chronicle.Outcomes)
            text.Append("  ").Append(outcome).Append("(X) holds of ").Append(people.IsEmpty ? "nobody" : Phrases.And(people)).Append('\n');
        return text.Append("  fingerprint ").Append(chronicle.Trace.Fingerprint.ToString()).Append('\n').ToString();
    }

    /// <summary>Schema <c>apparat/chronicle/1</c>.</summary>
    public static JsonObject ToJson(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        var trace = chronicle.Trace;
        return new JsonObject
        {
            ["schema"] = "apparat/chronicle/1",
            ["scenario"] = chronicle.Title,
            ["world"] = chronicle.World,
            ["seed"] = trace.Seed,
            ["run"] = trace.Number,
            ["fingerprint"] = trace.Fingerprint.ToString(),
            ["start"] = new JsonArray([
                .. trace.FirstSeats.Select(s =>
                    (JsonNode)
                        new JsonObject { ["organ"] = trace.Scenario.Charter[s.Organ].Name, ["person"] = trace.Scenario[s.Person].Name }
                ),
            ]),
            ["entries"] = new JsonArray([.. chronicle.Entries.Select(e => (JsonNode)Entry(e))]),
            ["outcomes"] = new JsonArray([
                .. chronicle.Outcomes.Select(o =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["outcome"] = o.Outcome,
                            ["people"] = new JsonArray([.. o.People.Select(p => (JsonNode)JsonValue.Create(p))]),
                        }
                ),
            ]),
        };
    }

    private static JsonObject Entry(ChronicleLine line)
    {
        var voted = line.Act is { Kind: TraceKind.Voted } act ? act : (TraceEntry?)null;
        return new JsonObject
        {
            ["date"] = FormattableString.Invariant($"{line.Day:yyyy-MM-dd}"),
            ["when"] = line.When,
            ["kind"] = line.Kind,
            ["text"] = line.Text,
            ["person"] = line.Person,
            ["by"] = line.By,
            ["organ"] = line.Organ,
            ["clause"] = line.Clause,
            ["carried"] = voted is { } v ? v.Value > 0 : null,
            ["yes"] = voted?.Yes,
            ["no"] = voted?.No,
            ["needed"] = voted?.Needed,
            ["forecast"] = voted?.Forecast,
        };
    }
}
