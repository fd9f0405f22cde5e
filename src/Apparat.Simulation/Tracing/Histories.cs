using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Plays single runs with everything written down: the same histories, to the last bit, as in any ensemble.</summary>
public static class Histories
{
    private const int BatchAWorker = 16;

    /// <summary>Tells run <paramref name="number"/> of a seed in full.</summary>
    public static Trace Tell(Scenario world, ulong seed, int number)
    {
        ArgumentNullException.ThrowIfNull(world);
        var compiled = new CompiledScenario(world);
        return Play(compiled, new TurnLoop(compiled), seed, number);
    }

    /// <summary>Tells several runs one after the other in the order given; only a few of them are held at a time.</summary>
    /// <param name="world">The world.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="numbers">Which runs.</param>
    /// <param name="threads">How many threads; 0 for one a core. It changes nothing but the time.</param>
    public static IEnumerable<Trace> Tell(Scenario world, ulong seed, IReadOnlyList<int> numbers, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(numbers);
        var compiled = new CompiledScenario(world);
        var workers = Math.Clamp(threads > 0 ? threads : Environment.ProcessorCount, 1, Math.Max(1, numbers.Count));
        var loops = Enumerable.Range(0, workers).Select(_ => new TurnLoop(compiled)).ToArray();
        var batch = new Trace[workers * BatchAWorker];
        for (var from = 0; from < numbers.Count; from += batch.Length)
        {
            var (start, n, next) = (from, Math.Min(batch.Length, numbers.Count - from), -1);
            Parallel.For(
                0,
                workers,
                w =>
                {
                    for (int i; (i = Interlocked.Increment(ref next)) < n; )
                        batch[i] = Play(compiled, loops[w], seed, numbers[start + i]);
                }
            );
            for (var i = 0; i < n; i++)
                yield return batch[i];
        }
    }

    /// <summary>The phases of a turn in the order in which they run.</summary>
    public static ImmutableArray<string> Schedule(Scenario world) => [.. new TurnLoop(new CompiledScenario(world)).Schedule];

    private static Trace Play(CompiledScenario compiled, TurnLoop loop, ulong seed, int number)
    {
        var scribe = new Scribe(compiled.Scenario);
        var w = loop.World;
        loop.Play(seed, number, scribe);
        w.Trace = null;
        return new Trace(
            compiled.Scenario,
            seed,
            number,
            [.. scribe.Entries],
            w.Fingerprint.Value,
            [.. scribe.Turns],
            compiled
                .Provisions.Where(p => w.FirstUse[p.Index] != int.MaxValue)
                .ToImmutableDictionary(p => p.Name, p => new Turn(w.FirstUse[p.Index])),
            Names(compiled, scribe.Entries)
        )
        {
            FirstSeats = [.. scribe.FirstSeats],
            Values = [.. scribe.Values],
        };
    }

    private static ImmutableDictionary<PersonId, string> Names(CompiledScenario c, List<TraceEntry> entries) =>
        entries
            .SelectMany(e => new[] { e.Person, e.By, e.Second, e.Third }.Concat(e.Roll?.Lines.Select(l => l.Voter) ?? []))
            .Where(p => !p.IsNone)
            .Distinct()
            .ToImmutableDictionary(p => p, p => NameOf(c, p.Index));

    private static string NameOf(CompiledScenario c, int person)
    {
        if (person < c.People)
            return c.Scenario.Cast.People[person].Name;
        if (person < c.People + c.Cadres)
            return $"{c.Scenario.Cast.CadreName} (no. {person - c.People + 1})";
        // Delegates are counted by the head they follow: those sent by a leader first, then those who follow freely.
        var number = (person - c.People - c.Cadres) % (2 * (c.Heads.Length + 1));
        var head = number % (c.Heads.Length + 1);
        var follows = head < c.Heads.Length ? $"following {c.Scenario[c.Heads[head]].Name}" : "following nobody";
        return $"members {follows}{(number <= c.Heads.Length ? ", sent by their leaders" : "")}";
    }

    private sealed class Scribe(Scenario scenario) : IRunObserver
    {
        public List<TraceEntry> Entries { get; } = [];
        public List<Fingerprint> Turns { get; } = [];
        public List<TracedValue> Values { get; } = [];
        public List<(OrganId, PersonId)> FirstSeats { get; } = [];

        // The trace begins once those who sit on the first day are seated.
        public void Begin(World world)
        {
            world.Trace = Entries;
            for (var seat = 0; seat < world.Holder.Length; seat++)
            {
                if (world.Holder[seat] is >= 0 and var person && person < world.C.People)
                    FirstSeats.Add((new OrganId(world.C.SeatOrgan[seat]), new PersonId(person)));
            }
        }

        public void EndTurn(World world)
        {
            Turns.Add(world.Fingerprint.Value);
            var turn = new Turn(world.Turn);
            foreach (var outcome in scenario.Outcomes)
            {
                foreach (var who in scenario.Cast.Contenders)
                    Values.Add(new(turn, outcome.Name, who, outcome.Condition.Holds(world.Scene, who) ? 1 : 0));
            }
            if (!RunRecorder.Looks(world))
                return;
            foreach (var measure in scenario.Measures)
            {
                foreach (var who in scenario.Cast.Contenders)
                    Values.Add(new(turn, measure.Name, who, measure.Value(world.Scene, who)));
            }
        }

        public void End(World world) { }
    }
}
