using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>The JSON Schema of scenario files (draft 7), for editors that complete and check YAML; written from the shapes the reader reads by.</summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>The schema as text. Clause numbers and other keys are text: 3.1 and 3.10 differ.</summary>
    public static string Text(Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        var whole = Of(ScenarioShapes.Scenario, lexicon);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(whole, counts);
        var definitions = new JsonObject();
        var root = (JsonObject)Shortened(whole, counts, definitions, [])!;
        root["definitions"] = definitions;
        root.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        root.Insert(1, "title", "Scenario of Apparat");
        return root.ToJsonString(Indented) + "\n";
    }

    // What stands in several places is written once and referred to.
    private const int WorthNaming = 250;

    private static void Count(JsonNode? node, Dictionary<string, int> counts)
    {
        if (node is JsonObject schema && Body(schema) is { Length: > WorthNaming } body)
            counts[body] = counts.GetValueOrDefault(body) + 1;
        foreach (var child in Children(node))
            Count(child, counts);
    }

    private static JsonNode? Shortened(
        JsonNode? node,
        Dictionary<string, int> counts,
        JsonObject definitions,
        Dictionary<string, string> named
    )
    {
        switch (node)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(n => Shortened(n, counts, definitions, named))]);
            case JsonObject schema:
                var body = Body(schema);
                if (counts.GetValueOrDefault(body) < 2)
                    return Members(schema);
                if (!named.TryGetValue(body, out var name))
                {
                    name = named[body] = Name((string?)schema["description"] ?? "schema", definitions);
                    definitions[name] = Members(schema);
                }
                var reference = new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{name}" }) };
                if (schema["description"] is { } description)
                    reference["description"] = description.DeepClone();
                return reference;
            default:
                return node?.DeepClone();
        }

        JsonObject Members(JsonObject schema) =>
            new(schema.Select(m => KeyValuePair.Create(m.Key, Shortened(m.Value, counts, definitions, named))));
    }

    private static IEnumerable<JsonNode?> Children(JsonNode? node) =>
        node switch
        {
            JsonArray list => list,
            JsonObject schema => schema.Select(m => m.Value),
            _ => [],
        };

    // A schema without its description; empty for an object that is none, such as the list of properties.
    private static string Body(JsonObject schema) =>
        schema["description"] is JsonValue
            ? new JsonObject(
                schema.Where(m => m.Key != "description").Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))
            ).ToJsonString()
            : "";

    private static string Name(string description, JsonObject definitions)
    {
        var words = string.Concat(description.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('-', words.Take(5)).ToLowerInvariant();
        return definitions.ContainsKey(name) ? $"{name}-{definitions.Count}" : name;
    }

    private static JsonObject Of(Shape shape, Lexicon lexicon)
    {
        var schema = shape switch
        {
            TextShape { Choices: { IsDefaultOrEmpty: false } choices } => new JsonObject { ["enum"] = Array(choices) },
            TextShape { Pattern: { } pattern } => new JsonObject { ["type"] = "string", ["pattern"] = pattern },
            TextShape => Types("string", "number", "boolean"),
            NumberShape => Types("number", "string"),
            WholeShape => Types("integer", "string"),
            DateShape => new JsonObject { ["type"] = "string", ["pattern"] = @"^\d{4}-\d{2}-\d{2}$" },
            FlagShape => new JsonObject { ["enum"] = new JsonArray(true, false, "yes", "no") },
            SentenceShape sentence => Sentence(sentence, lexicon),
            ListShape list => new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    Of(list.Item, lexicon),
                    new JsonObject { ["type"] = "array", ["items"] = Of(list.Item, lexicon) },
                    Types("null")
                ),
            },
            NamesShape names => Names(names, lexicon),
            FieldsShape fields => Fields(fields, lexicon),
            EitherShape either => new JsonObject { ["anyOf"] = new JsonArray([.. either.Shapes.Select(s => (JsonNode)Of(s, lexicon))]) },
            _ => throw new NotSupportedException($"There is no schema of a {shape.GetType().Name}."),
        };
        schema["description"] = shape.Meaning;
        return schema;
    }

    private static JsonObject Names(NamesShape names, Lexicon lexicon)
    {
        var schema = Types("object", "null");
        if (names.KeyPattern is { } pattern)
        {
            schema["patternProperties"] = new JsonObject { [pattern] = OrNull(names.Value, lexicon) };
            schema["additionalProperties"] = false;
        }
        else
            schema["additionalProperties"] = OrNull(names.Value, lexicon);
        return schema;
    }

    private static JsonObject Fields(FieldsShape fields, Lexicon lexicon)
    {
        var schema = new JsonObject { ["type"] = "object" };
        schema["properties"] = new JsonObject(fields.Keys.Select(k => KeyValuePair.Create(k.Key, (JsonNode?)OrNull(k.Shape, lexicon))));
        if (fields.Ending is { } ending)
            schema["patternProperties"] = new JsonObject
            {
                [$"{ending}$"] = Of(new NumberShape("in what part of its uses a tail really decides"), lexicon),
            };
        schema["additionalProperties"] = false;
        if (fields.Instead is { } instead)
            schema["anyOf"] = new JsonArray(Complete(fields), new JsonObject { ["required"] = Array([instead]) });
        else if (!fields.Required.IsEmpty && !fields.InParts)
            schema["required"] = Array(fields.Required);
        return schema;
    }

    // All that must be there, inside too, when nothing is left to another file.
    private static JsonObject Complete(FieldsShape fields) =>
        new()
        {
            ["required"] = Array(fields.Required),
            ["properties"] = new JsonObject(
                fields
                    .Keys.Where(k => k.Shape is FieldsShape { InParts: true })
                    .Select(k =>
                        KeyValuePair.Create(k.Key, (JsonNode?)new JsonObject { ["required"] = Array(((FieldsShape)k.Shape).Required) })
                    )
            ),
        };

    // A key with nothing behind it is as good as none.
    private static JsonObject OrNull(Shape shape, Lexicon lexicon)
    {
        var schema = Of(shape, lexicon);
        switch (schema["type"])
        {
            case JsonArray types:
                if (!types.Any(t => (string?)t == "null"))
                    types.Add("null");
                break;
            case JsonValue one:
                schema["type"] = new JsonArray((string?)one, "null");
                break;
            default:
                if (schema["anyOf"] is JsonArray any && !any.Any(a => a?["type"] is JsonArray t && t.Any(x => (string?)x == "null")))
                    any.Add(Types("null"));
                else if (schema["enum"] is JsonArray values)
                    values.Add(null);
                break;
        }
        return schema;
    }

    private static JsonObject Sentence(SentenceShape shape, Lexicon lexicon)
    {
        var schema = Types("string");
        schema["examples"] = Array(
            lexicon
                .Entries.Where(e => e.Sentence.Example is not null && shape.Families.Any(f => f.IsAssignableFrom(e.Type)))
                .Select(e => e.Sentence.Example!)
                .Distinct(StringComparer.Ordinal)
        );
        return schema;
    }

    private static JsonObject Types(params string[] types) => new() { ["type"] = types.Length == 1 ? types[0] : Array(types) };

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(v => (JsonNode?)JsonValue.Create(v))]);
}
