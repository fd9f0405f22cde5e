using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Language;
using Apparat.Vocabulary;
using NJsonSchema;

namespace Apparat.Tests;

/// <summary>The schema for editors and the reader agree.</summary>
public sealed class SchemaContract
{
    private static readonly Task<JsonSchema> Schema = JsonSchema.FromJsonAsync(Words.Schema());

    public static IEnumerable<TheoryDataRow<string>> Readable =>
        Directory
            .EnumerateFiles(Path.Combine(Golden.Root, "scenarios"), "scenario.yaml", SearchOption.AllDirectories)
            .Concat(
                Directory.EnumerateFiles(
                    Path.Combine(Golden.Root, "src", "Apparat", "Starters"),
                    "scenario.yaml",
                    SearchOption.AllDirectories
                )
            )
            .Select(f => new TheoryDataRow<string>(Path.GetRelativePath(Golden.Root, f)));

    [Fact]
    public void The_published_schema_is_what_the_code_says() => Golden.Holds(Words.Schema(), "docs", "reference", "scenario.schema.json");

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task What_the_reader_reads_the_schema_allows(string file) =>
        Assert.Empty(await Errors(File.ReadAllText(Path.Combine(Golden.Root, file))));

    [Theory]
    [InlineData("organs:\n  Board: {seats: 5, seating: 7}")]
    [InlineData("people:\n  Anna: {hold: Board}")]
    [InlineData("clauses:\n  1: {mean: Board elects Chair}")]
    [InlineData("clauses:\n  1: {means: Board elects Chair, says: [a, b]}")]
    [InlineData("clauses:\n  3/2: Board elects Chair")]
    [InlineData("events:\n  1 May 2020: Anna dies")]
    [InlineData("outcomes:\n  wins(Y): X sits in Board")]
    [InlineData("question: {text: Why?}")]
    [InlineData("factors:\n  A: {kind: fate}")]
    [InlineData("until: tomorrow")]
    [InlineData("step: fortnight")]
    [InlineData("organ: {}")]
    public async Task What_the_reader_refuses_the_schema_marks(string part)
    {
        var key = part.Split(':')[0];
        var text =
            $"{string.Join('\n', Reading.Club.Split('\n').Where(l => !l.StartsWith($"{key}:", StringComparison.Ordinal)))}\n{part}\n";
        if (Reading.Club.Contains($"\n{key}:\n", StringComparison.Ordinal))
            text = Reading.Club.Replace($"\n{key}:\n", $"\n{part}\n");

        Assert.False(Reading.Text(text).IsUsable);
        Assert.NotEmpty(await Errors(text));
    }

    [Fact]
    public async Task A_clause_number_is_text_in_the_schema_too()
    {
        var schema = await Schema;

        Assert.Empty(await Errors(Reading.Club));
        Assert.Contains("3.10", Json(Reading.Text(Reading.Club).Root!)!["clauses"]!.AsObject().Select(c => c.Key));
        Assert.NotNull(schema.Properties["clauses"]);
    }

    private static async Task<IEnumerable<string>> Errors(string yaml)
    {
        var root = YamlText.Read("scenario.yaml", System.Text.Encoding.UTF8.GetBytes(yaml), new Diagnostics()).Root!;
        return (await Schema).Validate(Json(root)!.ToJsonString()).Select(e => $"{e.Path}: {e.Kind}");
    }

    // As an editor sees it: plain scalars are numbers and booleans where YAML 1.2 says so; keys are always text.
    private static JsonNode? Json(Node node) =>
        node.Kind switch
        {
            NodeKind.Map => new JsonObject(node.Entries.Select(e => KeyValuePair.Create(e.Key.Text, Json(e.Value)))),
            NodeKind.List => new JsonArray([.. node.Items.Select(Json)]),
            _ when node.Quoted => JsonValue.Create(node.Text),
            _ when node.Text.Length == 0 || node.Text is "~" or "null" => null,
            _ when node.Text is "true" or "false" => JsonValue.Create(node.Text == "true"),
            _ when long.TryParse(node.Text, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
            _ when double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && double.IsFinite(number) => JsonValue.Create(number),
            _ => JsonValue.Create(node.Text),
        };
}
