using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat;

/// <summary>The tables of a result folder and their columns.</summary>
internal sealed class ResultColumns
{
    public const string Runs = "runs";
    public const string People = "people";
    public const string Turns = "turns";
    public const string Acts = "acts";

    private static readonly Column Point = new(
        "point",
        ColumnType.Integer,
        "",
        1,
        double.PositiveInfinity,
        "row of design.csv, counted from 1",
        "plan"
    );
    private static readonly Column Run = new(
        "run",
        ColumnType.Integer,
        "",
        0,
        double.PositiveInfinity,
        "number of the history; the same number shares its luck in all worlds",
        "plan"
    );
    private static readonly Column Print = Word("fingerprint", "hash of everything that happened in the history");
    private static readonly Column Person = Word("person", "the contender");

    private readonly ImmutableArray<Column> _keys;

    private ResultColumns(Scenario scenario, ImmutableArray<Column> ensemble, bool design, bool turns, bool acts)
    {
        Ensemble = ensemble;
        _keys = design ? [Point, Run] : [Run];
        var tables = ImmutableDictionary.CreateBuilder<string, ImmutableArray<Column>>(StringComparer.Ordinal);
        tables[Runs] = [.. _keys, Print, .. ensemble];
        tables[People] = [.. _keys, Person, .. OfPeople(scenario)];
        if (turns)
            tables[Turns] = [.. _keys, .. OfTurns];
        if (acts)
            tables[Acts] = [.. _keys, .. OfActs];
        Tables = tables.ToImmutable();
    }

    /// <summary>Columns of the ensembles.</summary>
    public ImmutableArray<Column> Ensemble { get; }

    /// <summary>How many columns say which run a row is about: the run, with a design the point before it.</summary>
    public int Keys => _keys.Length;

    /// <summary>Columns by table.</summary>
    public ImmutableDictionary<string, ImmutableArray<Column>> Tables { get; }

    /// <summary>The columns of an order; those of several worlds have the widest of their ranges.</summary>
    /// <exception cref="ResultException">The points of the design have different columns.</exception>
    public static ResultColumns Of(RunOrder order, ImmutableArray<Amendment?> changes)
    {
        var scenario = order.Source.Scenario;
        var joined = Simulation.Ensemble.ColumnsOf(changes[0]?.Apply(scenario) ?? scenario);
        for (var i = 1; i < changes.Length; i++)
        {
            var other = Simulation.Ensemble.ColumnsOf(changes[i]?.Apply(scenario) ?? scenario);
            if (!joined.Select(c => c.Name).SequenceEqual(other.Select(c => c.Name), StringComparer.Ordinal))
                throw new ResultException(
                    $"Point {i + 1} of the design has other columns than point 1: their worlds have different words. Run them one by one."
                );
            joined = [.. joined.Zip(other, (a, b) => a with { Low = Math.Min(a.Low, b.Low), High = Math.Max(a.High, b.High) })];
        }
        return new(scenario, joined, order.Design is not null, order.TurnsOf > 0, order.ActsOf > 0);
    }

    /// <summary>As <c>columns.json</c> has them.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["schema"] = "apparat/columns/1",
            ["tables"] = new JsonObject(
                Tables
                    .OrderBy(t => t.Key, StringComparer.Ordinal)
                    .Select(t => KeyValuePair.Create(t.Key, (JsonNode?)new JsonArray([.. t.Value.Select(c => (JsonNode)ToJson(c))])))
            ),
        };

    /// <summary>Reads <c>columns.json</c>.</summary>
    public static ImmutableDictionary<string, ImmutableArray<Column>> Read(JsonObject json) =>
        json["tables"]!
            .AsObject()
            .ToImmutableDictionary(
                t => t.Key,
                t => t.Value!.AsArray().Select(c => FromJson(c!.AsObject())).ToImmutableArray(),
                StringComparer.Ordinal
            );

    private static readonly ImmutableArray<Column> OfTurns =
    [
        new("date", ColumnType.Date, "", double.NaN, double.NaN, "first day of the turn", "engine"),
        Word("measure", "name of an outcome (1 or 0) or of a measure"),
        Person,
        new(
            "value",
            ColumnType.Real,
            "",
            double.NaN,
            double.NaN,
            "its value at the end of the turn; range and unit are those of its column in runs",
            "engine"
        ),
    ];

    private static readonly ImmutableArray<Column> OfActs =
    [
        new("date", ColumnType.Date, "", double.NaN, double.NaN, "the day if it is known, else the first day of the turn", "engine"),
        Word("kind", "what kind of act"),
        Word("person", "of whom, or against whom"),
        Word("by", "by whose hand or motion"),
        Word("organ", "where"),
        Word("clause", "under which clause"),
        new("yes", ColumnType.Integer, "votes", 0, double.PositiveInfinity, "votes for", "engine"),
        new("no", ColumnType.Integer, "votes", 0, double.PositiveInfinity, "votes against", "engine"),
        new("needed", ColumnType.Integer, "votes", 0, double.PositiveInfinity, "least number of votes that carries", "engine"),
        new("forecast", ColumnType.Real, "probability", 0, 1, "probability of being carried, as everyone could foresee it", "engine"),
        Word("text", "the act in a sentence"),
    ];

    private static IEnumerable<Column> OfPeople(Scenario scenario)
    {
        var turns = scenario.Calendar.Turns;
        foreach (var outcome in scenario.Outcomes)
        {
            var name = ColumnName.Slug(outcome.Name);
            yield return new(name, ColumnType.Boolean, "", 0, 1, $"whether {outcome.Name}(person) holds on the last day", "scenario");
            yield return new(
                $"{name}_first",
                ColumnType.Date,
                "month",
                0,
                turns,
                $"first month in which {outcome.Name}(person) held",
                "scenario"
            );
            yield return new(
                $"{name}_settled",
                ColumnType.Date,
                "month",
                0,
                turns,
                $"month from which {outcome.Name}(person) held to the end",
                "scenario"
            );
        }
        foreach (var measure in scenario.Measures)
            yield return new(
                measure.Name,
                ColumnType.Real,
                measure.Unit,
                measure.Range.Low,
                measure.Range.High,
                measure.Meaning,
                measure.Source
            );
    }

    private static Column Word(string name, string meaning) => new(name, ColumnType.Text, "", double.NaN, double.NaN, meaning, "engine");

    // A date's range is the scenario's calendar, told once in plan.json; numbers have theirs.
    private static JsonObject ToJson(Column c) =>
        new()
        {
            ["name"] = c.Name,
            ["type"] = TypeName(c.Type),
            ["unit"] = c.Unit.Length == 0 ? null : c.Unit,
            ["range"] =
                c.Type is ColumnType.Integer or ColumnType.Real && !double.IsNaN(c.Low) ? new JsonArray(Bound(c.Low), Bound(c.High)) : null,
            ["meaning"] = c.Meaning,
            ["source"] = c.Source,
        };

    private static JsonValue? Bound(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static Column FromJson(JsonObject c) =>
        new(c["name"]!.GetValue<string>(), TypeOf(c["type"]!.GetValue<string>()), "", double.NaN, double.NaN, "", "");

    private static string TypeName(ColumnType type) =>
        type switch
        {
            ColumnType.Boolean => "bool",
            ColumnType.Integer => "int64",
            ColumnType.Date => "date",
            ColumnType.Text => "string",
            _ => "double",
        };

    private static ColumnType TypeOf(string name) =>
        name switch
        {
            "bool" => ColumnType.Boolean,
            "int64" => ColumnType.Integer,
            "date" => ColumnType.Date,
            "string" => ColumnType.Text,
            _ => ColumnType.Real,
        };
}
