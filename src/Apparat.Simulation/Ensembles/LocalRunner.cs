using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Runs plans on the threads of this machine. The number of threads changes nothing but the time it takes.</summary>
/// <param name="threads">How many threads; 0 for one a core.</param>
public sealed class LocalRunner(int threads = 0) : IEnsembleRunner
{
    private readonly int _threads = threads > 0 ? threads : Environment.ProcessorCount;

    /// <inheritdoc/>
    public async Task<Ensemble> Run(EnsemblePlan plan, IProgress<EnsembleProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var runs = plan.Numbers.Length;
        var compiled = new CompiledScenario(plan.World);
        var world = plan.WorldName;
        var done = 0;
        var columns = RunRecorder.Columns(compiled, plan.Watched);
        var values = new double[columns.Length][];
        for (var c = 0; c < values.Length; c++)
            values[c] = new double[runs];
        var fingerprints = new Fingerprint[runs];
        var finished = new bool[runs];
        var next = 0;
        var workers = Math.Max(1, Math.Min(_threads, runs));
        var recorders = new RunRecorder[workers];
        var tasks = new Task[workers];
        for (var t = 0; t < workers; t++)
        {
            var recorder = recorders[t] = new RunRecorder(compiled, plan.Watched, values, fingerprints);
            tasks[t] = Task.Run(() => Work(recorder), CancellationToken.None);
        }
        await Task.WhenAll(tasks).ConfigureAwait(false);
        var all = Array.TrueForAll(finished, f => f);
        var rows = Enumerable.Range(0, runs).Where(i => finished[i]).ToArray();
        if (!all)
            values = [.. values.Select(v => rows.Select(r => v[r]).ToArray())];
        return new Ensemble(
            plan,
            all ? plan.Numbers : [.. rows.Select(r => plan.Numbers[r])],
            columns,
            values,
            all ? AsImmutable(fingerprints) : [.. rows.Select(r => fingerprints[r])],
            RunRecorder.Series(compiled, plan.Watched, recorders),
            all
        );

        void Work(RunRecorder recorder)
        {
            TurnLoop? loop = null;
            while (!cancel.IsCancellationRequested)
            {
                var row = Interlocked.Increment(ref next) - 1;
                if (row >= runs)
                    return;
                loop ??= new TurnLoop(compiled);
                recorder.Row = row;
                loop.Play(plan.Seed, plan.Numbers[row], recorder);
                finished[row] = true;
                progress?.Report(new EnsembleProgress(Interlocked.Increment(ref done), runs, world));
            }
        }
    }

    private static ImmutableArray<Fingerprint> AsImmutable(Fingerprint[] array) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(array);
}
