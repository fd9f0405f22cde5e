using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Bench;

/// <summary>The worlds that are measured.</summary>
internal static class Worlds
{
    public const string Flagship = "history/bolshevik-party";
    public const string Complete = "scenarios/history/bolshevik-party/complete.yaml";
    public const string Board = "governance/self-perpetuating-board";

    public static CompiledScenario Compile(string name) => new(ScenarioFile.Load(name));

    /// <summary>Some outcomes and measures by name; all of them, and what was drawn, if none is named.</summary>
    public static Watched Watching(IEnumerable<string> names) => names.Any() ? Watched.Only(names) : Watched.All;

    public static Scenario With(Scenario scenario, params string[] changes) =>
        ScenarioFile.Change(scenario, changes, [])?.Apply(scenario) ?? scenario;
}

/// <summary>Watches nothing: the engine alone.</summary>
internal sealed class Nobody : IRunObserver
{
    public void Begin(World world) { }

    public void EndTurn(World world) { }

    public void End(World world) { }
}
