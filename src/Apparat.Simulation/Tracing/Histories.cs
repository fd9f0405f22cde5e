using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Plays a single run with everything written down.</summary>
public static class Histories
{
    /// <summary>Tells run <paramref name="number"/> of a seed in full: the same history, to the last bit, as in any ensemble.</summary>
    public static Trace Tell(Scenario world, ulong seed, int number)
    {
        ArgumentNullException.ThrowIfNull(world);
        var compiled = new CompiledScenario(world);
        var loop = new TurnLoop(compiled);
        var scribe = new Scribe();
        loop.World.Trace = scribe.Entries;
        loop.Play(seed, number, scribe);
        var w = loop.World;
        return new Trace(
            world,
            seed,
            number,
            [.. scribe.Entries],
            w.Fingerprint.Value,
            [.. scribe.Turns],
            compiled.Provisions.Where(p => w.FirstUse[p.Index] != int.MaxValue).ToImmutableDictionary(p => p.Name, p => new Turn(w.FirstUse[p.Index])),
            Names(compiled, scribe.Entries)
        );
    }

    /// <summary>The phases of a turn in the order in which they run.</summary>
    public static ImmutableArray<string> Schedule(Scenario world) => [.. new TurnLoop(new CompiledScenario(world)).Schedule];

    private static ImmutableDictionary<PersonId, string> Names(CompiledScenario c, List<TraceEntry> entries) =>
        entries
            .SelectMany(e => new[] { e.Person, e.By, e.Second, e.Third })
            .Where(p => !p.IsNone)
            .Distinct()
            .ToImmutableDictionary(
                p => p,
                p => p.Index < c.People ? c.Scenario[p].Name : $"{c.Scenario.Cast.CadreName} (no. {p.Index - c.People + 1})"
            );

    private sealed class Scribe : IRunObserver
    {
        public List<TraceEntry> Entries { get; } = [];
        public List<Fingerprint> Turns { get; } = [];

        public void Begin(World world) { }

        public void EndTurn(World world) => Turns.Add(world.Fingerprint.Value);

        public void End(World world) { }
    }
}
