using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat;

/// <summary>A part of the runs of an order, so that several machines can share it: every <paramref name="Of"/>-th run.</summary>
/// <param name="Number">Which part, counted from 1.</param>
/// <param name="Of">How many parts there are.</param>
public readonly record struct Slice(int Number, int Of)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Number}/{Of}";
}

/// <summary>Play on until every share is known well enough.</summary>
/// <param name="HalfWidth">Greatest half-width of a 95 % interval, in (0, 0.5).</param>
/// <param name="AtMost">Most histories to be played for it.</param>
public readonly record struct PrecisionTarget(double HalfWidth, int AtMost);

/// <summary>What is to be played and kept, as it was ordered: all that a result folder follows from, but for the program.</summary>
public sealed record RunOrder
{
    /// <summary>The scenario with its files.</summary>
    public required ScenarioSource Source { get; init; }

    /// <summary>Changes in words.</summary>
    public ImmutableArray<string> With { get; init; } = [];

    /// <summary>Settings, <c>name=value</c>.</summary>
    public ImmutableArray<string> Set { get; init; } = [];

    /// <summary>Points at which the scenario is played, each with all the runs; null to play it once.</summary>
    public Design? Design { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many histories in all slices together, of each point of a design.</summary>
    public required int Runs { get; init; }

    /// <summary>Which part of them; null for all.</summary>
    public Slice? Slice { get; init; }

    /// <summary>Play on until the shares are precise; <see cref="Runs"/> is then the cap.</summary>
    public double? Until { get; init; }

    /// <summary>Runs with a number below this are followed turn by turn.</summary>
    public int TurnsOf { get; init; } = 100;

    /// <summary>Runs with a number below this have their acts written down.</summary>
    public int ActsOf { get; init; }

    /// <summary>The changes that make each point's world, in order; one of them, perhaps none, without a design.</summary>
    /// <exception cref="ScenarioException">A change cannot be read.</exception>
    public ImmutableArray<Amendment?> Changes() =>
        Design is null ? [ScenarioFile.Change(Source.Scenario, With, Set)] : [.. Design.Points.Select((_, i) => Design.Change(this, i))];

    /// <summary>The numbers of the runs of this slice, ascending.</summary>
    public ImmutableArray<int> Numbers() =>
        Slice is { } s ? EnsemblePlan.Of(Source.Scenario, null, Seed, Runs).Slice(s.Number, s.Of).Numbers : [.. Enumerable.Range(0, Runs)];

    /// <summary>As <c>plan.json</c> has it.</summary>
    internal JsonObject ToJson() =>
        new()
        {
            ["schema"] = "apparat/plan/1",
            ["scenario"] = new JsonObject
            {
                ["title"] = Source.Scenario.Name,
                ["name"] = Source.Name,
                ["file"] = $"scenario/{Source.Main}",
                ["digest"] = Source.Scenario.Digest,
            },
            ["with"] = Texts(With),
            ["set"] = Texts(Set),
            ["design"] = Design is null
                ? null
                : new JsonObject
                {
                    ["file"] = Design.FileName,
                    ["points"] = Design.Points.Length,
                    ["digest"] = Fingerprint.Of(Design.Text).ToString(),
                },
            ["seed"] = Seed,
            ["runs"] = Runs,
            ["slice"] = Slice is { } s ? new JsonObject { ["number"] = s.Number, ["of"] = s.Of } : null,
            ["until"] = Until,
            ["turns_of"] = TurnsOf,
            ["acts_of"] = ActsOf,
        };

    /// <summary>Whether a <c>plan.json</c> says all that an order says.</summary>
    internal static bool IsWhole(JsonObject plan) =>
        new[] { "scenario", "with", "set", "design", "seed", "runs", "slice", "until", "turns_of", "acts_of" }.All(plan.ContainsKey);

    /// <summary>Reads the order of a result folder, its scenario and design from the copies it keeps.</summary>
    /// <exception cref="ResultException">It is not such a folder, or its files do not belong together.</exception>
    internal static RunOrder Read(string folder, JsonObject plan)
    {
        var scenario = plan["scenario"]!.AsObject();
        var source = ScenarioFile.LoadSource(Path.Combine(folder, scenario["file"]!.GetValue<string>())) with
        {
            Name = scenario["name"]!.GetValue<string>(),
        };
        if (source.Scenario.Digest != scenario["digest"]!.GetValue<string>())
            throw new ResultException(
                $"The scenario kept in {folder} is not the one of its plan.json: one of them was changed.",
                damaged: true
            );
        return new RunOrder
        {
            Source = source,
            With = Strings(plan["with"]),
            Set = Strings(plan["set"]),
            Design = plan["design"] is JsonObject ? Design.Read(Path.Combine(folder, Design.FileName)) : null,
            Seed = plan["seed"]!.GetValue<ulong>(),
            Runs = plan["runs"]!.GetValue<int>(),
            Slice = plan["slice"] is JsonObject s ? new Slice(s["number"]!.GetValue<int>(), s["of"]!.GetValue<int>()) : null,
            Until = plan["until"]?.GetValue<double>(),
            TurnsOf = plan["turns_of"]!.GetValue<int>(),
            ActsOf = plan["acts_of"]!.GetValue<int>(),
        };
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);

    private static ImmutableArray<string> Strings(JsonNode? node) => [.. node!.AsArray().Select(t => t!.GetValue<string>())];
}
