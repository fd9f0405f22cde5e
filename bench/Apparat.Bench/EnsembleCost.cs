using System.Diagnostics;
using System.Globalization;
using Apparat.Simulation;

namespace Apparat.Bench;

/// <summary>What a whole ensemble costs: memory of 10,000 runs, runs a second, and what the second core adds.</summary>
internal static class EnsembleCost
{
    private const int Runs = 10_000;
    private const int Slice = 2000;

    public static async Task Print(string name, Watched watched)
    {
        var scenario = ScenarioFile.Load(name);
        await new LocalRunner(1).Run(Plan(0, 300)).ConfigureAwait(false);
        var me = Process.GetCurrentProcess();
        // In turns, so that what else the machine does falls on both alike.
        double one = 0,
            two = 0;
        for (var turn = 0; turn < 3; turn++)
        {
            one += await Seconds(threads: 1).ConfigureAwait(false);
            two += await Seconds(threads: 2).ConfigureAwait(false);
        }
        var user = me.UserProcessorTime;
        var ensemble = await new LocalRunner().Run(Plan(1, Runs)).ConfigureAwait(false);
        me.Refresh();
        user = me.UserProcessorTime - user;
        Say($"watched: {watched}");
        Say($"user time a run, all threads     {user.TotalMilliseconds / Runs:0.000} ms");
        Say($"runs a second of user time       {Runs / user.TotalSeconds:0}");
        Say($"two threads against one          {one / two:0.00} times as fast");
        Say($"peak memory, {ensemble.Runs} runs          {me.PeakWorkingSet64 / 1048576.0:0} MB");
        Say($"managed memory after             {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:0} MB");
        GC.KeepAlive(ensemble);

        EnsemblePlan Plan(ulong seed, int runs) => EnsemblePlan.Of(scenario, null, seed, runs) with { Watched = watched };

        async Task<double> Seconds(int threads)
        {
            var watch = Stopwatch.StartNew();
            await new LocalRunner(threads).Run(Plan(1, Slice)).ConfigureAwait(false);
            return watch.Elapsed.TotalSeconds;
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
