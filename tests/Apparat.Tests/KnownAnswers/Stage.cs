using Apparat.Language;
using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Plays one scenario again and again and hands out what happened in each run; compiled once.</summary>
internal sealed class Stage : IRunObserver
{
    private readonly TurnLoop _loop;
    private readonly List<TraceEntry> _entries = [];
    private readonly Action<World>? _watch;

    public Stage(Scenario scenario, Action<World>? watch = null)
    {
        _loop = new TurnLoop(new CompiledScenario(scenario));
        _loop.World.Trace = _entries;
        _watch = watch;
    }

    /// <summary>A scenario from text, which must be usable.</summary>
    public static Scenario Read(string text)
    {
        var result = new ScenarioReader(StandardLexicon.Instance).ReadText(text);
        return result.IsUsable
            ? result.Scenario!
            : throw new InvalidOperationException(
                string.Join('\n', result.Diagnostics.Where(d => d.Severity == Severity.Error)) + "\n" + text
            );
    }

    /// <summary>What happened in a run; overwritten by the next.</summary>
    public List<TraceEntry> Play(ulong seed, int run)
    {
        _entries.Clear();
        _loop.Play(seed, run, this);
        return _entries;
    }

    public void Begin(World world) { }

    public void EndTurn(World world) => _watch?.Invoke(world);

    public void End(World world) { }
}
