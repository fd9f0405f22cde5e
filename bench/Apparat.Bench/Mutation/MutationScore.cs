using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Apparat.Numerics;

namespace Apparat.Bench;

/// <summary>
/// What share of small changes to the engine and to its words the tests notice. A seeded sample stands for all of them: the whole would take days.
/// </summary>
internal static class MutationScore
{
    private const string ListOnly = "list";
    private static readonly string[] Projects = ["Apparat.Simulation", "Apparat.Vocabulary"];

    /// <summary>Tries mutants and prints what became of them: <c>1..200</c> is the sample of 200, <c>3,17</c> are two of it.</summary>
    /// <remarks>A signal to terminate ends it after the mutants at hand; what was tried until then is the smaller sample.</remarks>
    /// <param name="which">Numbers and ranges of numbers, separated by commas.</param>
    /// <param name="seed">The seed that puts all mutants in their order.</param>
    /// <param name="only">The stages, or single classes of tests, to run; all stages if it is empty; "list" only lists the mutants.</param>
    /// <exception cref="InvalidOperationException">The tests fail before anything is changed.</exception>
    public static async Task Print(string which, ulong seed, string only)
    {
        var root = Root();
        var sources = Projects.Select(p => new MutantSource(root, p)).ToDictionary(s => s.Project);
        var all = sources
            .Values.SelectMany(s => s.All(seed))
            .OrderBy(m => m.Draw)
            .Select((m, i) => m.Mutant with { Number = i + 1 })
            .ToArray();
        if (only == ListOnly)
        {
            foreach (var n in Numbers(which))
                Console.WriteLine(all[n - 1]);
            return;
        }
        var stages = only.Length == 0 ? [.. TestStage.All] : Array.ConvertAll(only.Split(','), TestStage.Named);
        var folders = new ConcurrentBag<TestFolder>(Enumerable.Range(0, Environment.ProcessorCount).Select(i => new TestFolder(root, i)));
        var usual = await Unchanged(sources, folders, stages).ConfigureAwait(false);

        var ended = false;
        using var end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = ended = true);
        var tried = new ConcurrentBag<Tried>();
        await Parallel
            .ForEachAsync(
                Numbers(which).TakeWhile(_ => !Volatile.Read(ref ended)).Select(n => all[n - 1]),
                new ParallelOptions { MaxDegreeOfParallelism = folders.Count },
                async (mutant, _) =>
                {
                    folders.TryTake(out var folder);
                    var fate = await Try(mutant, sources[mutant.Project], folder!, stages, usual).ConfigureAwait(false);
                    folders.Add(folder!);
                    tried.Add(fate);
                    await Console.Error.WriteLineAsync($"{fate.Fate} {fate.Mutant} | {fate.Stage} {fate.Test}").ConfigureAwait(false);
                }
            )
            .ConfigureAwait(false);
        Tables([.. tried.OrderBy(t => t.Mutant.Number)], all.Length, seed);
    }

    private static async Task<Tried> Try(
        Mutant mutant,
        MutantSource source,
        TestFolder folder,
        TestStage[] stages,
        Dictionary<string, TimeSpan> usual
    )
    {
        if (!source.Emit(mutant, folder.Assembly(source.Project)))
            return new(mutant, Fate.NotCompiled, "", "");
        try
        {
            foreach (var stage in stages)
            {
                var (passed, failed, _) = await folder.Run(stage, usual[stage.Name]).ConfigureAwait(false);
                if (passed != true)
                    return new(mutant, passed is null ? Fate.TimedOut : Fate.Killed, stage.Name, failed);
            }
            return new(mutant, Fate.Survived, "", "");
        }
        finally
        {
            folder.Restore(source.Project);
        }
    }

    // The assemblies compiled here, unchanged, must pass: else every mutant would seem to be noticed. It also says how long each set takes.
    private static async Task<Dictionary<string, TimeSpan>> Unchanged(
        Dictionary<string, MutantSource> sources,
        ConcurrentBag<TestFolder> folders,
        TestStage[] stages
    )
    {
        var folder = folders.First();
        foreach (var source in sources.Values)
        {
            if (!source.Emit(null, folder.Assembly(source.Project)))
                throw new InvalidOperationException($"{source.Project} does not compile as it stands.");
        }
        var usual = new Dictionary<string, TimeSpan>();
        foreach (var stage in stages)
        {
            var (passed, failed, took) = await folder.Run(stage, TimeSpan.FromMinutes(1)).ConfigureAwait(false);
            if (passed != true)
                throw new InvalidOperationException($"The tests must pass before anything is changed: {failed}");
            usual[stage.Name] = took;
            await Console.Error.WriteLineAsync($"{stage.Name}: {took.TotalSeconds:0.0} s of a processor unchanged").ConfigureAwait(false);
        }
        foreach (var source in sources.Values)
            folder.Restore(source.Project);
        return usual;
    }

    private static void Tables(Tried[] tried, int places, ulong seed)
    {
        Console.WriteLine($"{places} mutants in all, {tried.Length} tried (seed {seed}).");
        Console.WriteLine();
        Console.WriteLine("| of | compiled | killed | timed out | survived | score | 95 % (Wilson) |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        Row("all", tried);
        foreach (var project in tried.GroupBy(t => t.Mutant.Project).OrderBy(g => g.Key, StringComparer.Ordinal))
            Row(project.Key, project);
        foreach (var kind in tried.GroupBy(t => t.Mutant.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            Row(kind.Key, kind);
        Console.WriteLine();
        foreach (var stage in tried.Where(t => t.Stage.Length > 0).GroupBy(t => t.Stage))
            Console.WriteLine($"- noticed by \"{stage.Key}\": {stage.Count()}");
        Console.WriteLine();
        foreach (var t in tried.Where(t => t.Fate == Fate.Survived))
            Console.WriteLine($"- {t.Mutant}");
    }

    private static void Row(string name, IEnumerable<Tried> tried)
    {
        var fates = tried.Where(t => t.Fate != Fate.NotCompiled).CountBy(t => t.Fate).ToDictionary();
        long Count(Fate fate) => fates.GetValueOrDefault(fate);
        var compiled = fates.Values.Sum();
        var score = Proportion.Wilson(Count(Fate.Killed) + Count(Fate.TimedOut), compiled);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {compiled} | {Count(Fate.Killed)} | {Count(Fate.TimedOut)} | {Count(Fate.Survived)} | {score.Value:P1} | {score.Low:P1} .. {score.High:P1} |"
            )
        );
    }

    private static IEnumerable<int> Numbers(string which) =>
        which
            .Split(',')
            .Select(part => part.Split("..").Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray())
            .SelectMany(ends => Enumerable.Range(ends[0], ends[^1] - ends[0] + 1));

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Apparat.slnx")))
                return at.FullName;
        }
        throw new DirectoryNotFoundException("the root of the repository");
    }
}
