using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat;

/// <summary>
/// A folder of results: plan.json, columns.json, provenance.json, the tables, and the scenario they were made from.
/// It is written beside its place and moved there whole, so that nobody ever finds half of one.
/// </summary>
internal sealed class ResultFolder : IAsyncDisposable
{
    public const string Plan = "plan.json";
    public const string Columns = "columns.json";
    public const string Provenance = "provenance.json";
    public const string ScenarioFolder = "scenario";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private readonly string _folder;

    private ResultFolder(string folder)
    {
        _folder = folder;
        Staging = $"{folder}.{Environment.ProcessId}.part";
        if (Directory.Exists(Staging))
            Directory.Delete(Staging, recursive: true);
        Directory.CreateDirectory(Staging);
    }

    /// <summary>Where the files are written until they are whole.</summary>
    public string Staging { get; }

    /// <summary>Whether a folder has the plan of a result folder.</summary>
    public static bool Is(string folder) => File.Exists(Path.Combine(folder, Plan));

    /// <summary>Says no, before anything is played, if the place is taken.</summary>
    /// <exception cref="ResultException">Something else lies there, or results that may not be overwritten.</exception>
    public static ResultFolder Begin(string folder, bool force)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(path))
            throw new ResultException($"{folder} is a file; give a folder with --out.");
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            if (!Is(path))
                throw new ResultException($"{folder} holds other things than results, and is left alone; give another folder with --out.");
            if (!force)
                throw new ResultException(
                    $"{folder} holds results already; add --force to write over them, or give another folder with --out."
                );
        }
        return new ResultFolder(path);
    }

    /// <summary>Writes everything but the tables.</summary>
    public void Keep(RunOrder order, ResultColumns columns, RunSummary summary)
    {
        WriteJson(Plan, order.ToJson());
        WriteJson(Columns, columns.ToJson());
        WriteJson(Provenance, ProvenanceOf(order, summary));
        foreach (var (name, bytes) in order.Source.Files)
        {
            var file = Path.Combine(Staging, ScenarioFolder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
        if (order.Design is { } design)
            File.WriteAllText(Path.Combine(Staging, Design.FileName), design.Text, new UTF8Encoding(false));
    }

    public void WriteJson(string name, JsonObject json) =>
        File.WriteAllText(Path.Combine(Staging, name), json.ToJsonString(Written) + "\n", new UTF8Encoding(false));

    /// <summary>Moves the finished folder to its place.</summary>
    public void Commit()
    {
        var old = $"{_folder}.{Environment.ProcessId}.old";
        if (Directory.Exists(_folder))
            Directory.Move(_folder, old);
        Directory.Move(Staging, _folder);
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
    }

    /// <summary>Leaves nothing behind of a folder that was not finished.</summary>
    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(Staging))
            Directory.Delete(Staging, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Reads one of the JSON files of a result folder.</summary>
    /// <exception cref="ResultException">There is none, or it is damaged.</exception>
    public static JsonObject ReadJson(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        if (!Directory.Exists(folder))
            throw new ResultException($"There is no folder {folder}.");
        if (!File.Exists(file))
            throw new ResultException(
                $"{folder} is not a result folder: it has no {name}. Results are written by: apparat run SCENARIO --out DIR"
            );
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(file))?.AsObject();
            var schema = $"apparat/{Path.GetFileNameWithoutExtension(name)}/1";
            return json?["schema"]?.GetValue<string>() == schema
                ? json
                : throw new ResultException($"{file} is not of the schema {schema}.", damaged: true);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ResultException($"{file} is damaged: {e.Message}", damaged: true);
        }
    }

    /// <summary>Reads what a folder has to say in JSON; whatever is missing or of the wrong kind in it makes the file a damaged one.</summary>
    /// <exception cref="ResultException">It is damaged.</exception>
    public static T Reading<T>(string folder, string name, Func<JsonObject, T> read)
    {
        var json = ReadJson(folder, name);
        try
        {
            return read(json);
        }
        catch (Exception e) when (e is NullReferenceException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ResultException(
                $"{Path.Combine(folder, name)} is damaged: something in it is missing or of the wrong kind.",
                damaged: true
            );
        }
    }

    private static JsonObject ProvenanceOf(RunOrder order, RunSummary summary)
    {
        var scenario = order.Source.Scenario;
        var world = order.Changes()[0]?.Apply(scenario) ?? scenario;
        return new JsonObject
        {
            ["schema"] = "apparat/provenance/1",
            ["program"] = ProgramVersion.Program,
            ["model"] = ProgramVersion.Model,
            ["results_version"] = ProgramVersion.Results,
            ["scenario"] = scenario.Name,
            ["scenario_digest"] = scenario.Digest,
            ["worlds"] = new JsonArray([.. summary.Worlds.Select(w => (JsonNode)JsonValue.Create(w.World))]),
            ["seed"] = order.Seed,
            ["runs"] = summary.Runs,
            ["slice"] = order.Slice is { } s ? s.ToString() : null,
            ["is_complete"] = summary.IsComplete,
            ["is_precise"] = order.Until is null ? null : summary.IsPrecise,
            ["fingerprint"] = summary.Fingerprint.ToString(),
            ["calibrated"] = false,
            ["priors"] = new JsonArray([.. world.Parameters.Select(p => (JsonNode)PriorOf(world, scenario, p))]),
            ["sources"] = new JsonArray([.. scenario.Sources.Select(x => (JsonNode)SourceOf(x))]),
        };
    }

    private static JsonObject PriorOf(Scenario world, Scenario scenario, Parameter parameter)
    {
        var changed =
            world.Settings.GetValueOrDefault(parameter.Name) is { } now && now != scenario.Settings.GetValueOrDefault(parameter.Name);
        var keys = world.Settings.GetValueOrDefault(parameter.Name)?.Source.Keys;
        return new JsonObject
        {
            ["parameter"] = parameter.Name,
            ["prior"] = world.PriorOf(parameter).Notation,
            ["unit"] = parameter.Unit,
            ["meaning"] = parameter.Meaning,
            ["source"] =
                changed ? "set for these runs"
                : keys is { } k ? string.Join(", ", k)
                : parameter.Source,
        };
    }

    private static JsonObject SourceOf(Source source)
    {
        var json = new JsonObject { ["key"] = source.Key, ["kind"] = source.Kind };
        foreach (var (name, value) in source.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
            json[name] = value;
        return json;
    }
}
