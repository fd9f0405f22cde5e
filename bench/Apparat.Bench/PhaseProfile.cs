using System.Diagnostics;
using System.Globalization;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Bench;

/// <summary>Where the time of a run goes: stopwatch ticks a phase, the reset of the worker and the keeping of the row beside them.</summary>
internal static class PhaseProfile
{
    private const int WarmUp = 200;

    public static void Print(string name, int runs, Watched watched)
    {
        var compiled = Worlds.Compile(name);
        var phases = new List<TimedPhase>();
        var loop = new TurnLoop(
            compiled,
            phase =>
            {
                var timed = new TimedPhase(phase);
                phases.Add(timed);
                return timed;
            }
        );
        var columns = RunRecorder.Columns(compiled, watched);
        var recorder = new RunRecorder(compiled, watched, [.. columns.Select(_ => new double[1])], new Fingerprint[1]);
        var watch = new TimedRecorder(recorder);
        for (var run = 0; run < WarmUp; run++)
            loop.Play(0, run, watch);
        phases.ForEach(p => p.Ticks = 0);
        watch.Ticks = watch.Reset = 0;
        var before = Process.GetCurrentProcess().UserProcessorTime;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var run = 0; run < runs; run++)
        {
            watch.Start = Stopwatch.GetTimestamp();
            loop.Play(1, run, watch);
        }
        var all = Stopwatch.GetTimestamp() - start;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        var user = Process.GetCurrentProcess().UserProcessorTime - before;
        Console.WriteLine($"watched: {watched.Key}");
        Line("part of a run", "us", "share");
        Line("parameters, first day", Micro(watch.Reset), Share(watch.Reset));
        foreach (var phase in phases)
            Line(phase.Name, Micro(phase.Ticks), Share(phase.Ticks));
        Line("outcomes and measures", Micro(watch.Ticks), Share(watch.Ticks));
        var rest = all - watch.Reset - watch.Ticks - phases.Sum(p => p.Ticks);
        Line("between phases", Micro(rest), Share(rest));
        Line("all, wall clock", Micro(all), "");
        Line("all, user time", (user.TotalMicroseconds / runs).ToString("0", CultureInfo.InvariantCulture), "");
        Line("one stable exp then, ns", Yardstick().ToString("0.00", CultureInfo.InvariantCulture), "");
        Line("bytes a turn", ((double)bytes / runs / compiled.Turns).ToString("0.###", CultureInfo.InvariantCulture), "");

        string Micro(long ticks) => (ticks * 1e6 / Stopwatch.Frequency / runs).ToString("0.0", CultureInfo.InvariantCulture);
        string Share(long ticks) => ((double)ticks / all).ToString("0.0 %", CultureInfo.InvariantCulture);
    }

    // The same known work in the same process, in user time: how fast the machine was while this was measured.
    private static double Yardstick()
    {
        const int many = 40_000_000;
        var before = Process.GetCurrentProcess().UserProcessorTime;
        var sum = 0.0;
        for (var i = 0; i < many; i++)
            sum += StableMath.Exp(-1e-7 * i);
        var spent = Process.GetCurrentProcess().UserProcessorTime - before;
        return sum > 0 ? spent.TotalNanoseconds / many : double.NaN;
    }

    private static void Line(string what, string micro, string share) => Console.WriteLine($"{what, -36} {micro, 9} {share, 8}");

    private sealed class TimedPhase(Phase inner) : Phase
    {
        public long Ticks { get; set; }

        public override string Name => inner.Name;

        public override void Run(World w)
        {
            var start = Stopwatch.GetTimestamp();
            inner.Run(w);
            Ticks += Stopwatch.GetTimestamp() - start;
        }
    }

    private sealed class TimedRecorder(RunRecorder inner) : IRunObserver
    {
        public long Start { get; set; }
        public long Reset { get; set; }
        public long Ticks { get; set; }

        public void Begin(World world)
        {
            Reset += Stopwatch.GetTimestamp() - Start;
            inner.Begin(world);
        }

        public void EndTurn(World world)
        {
            var start = Stopwatch.GetTimestamp();
            inner.EndTurn(world);
            Ticks += Stopwatch.GetTimestamp() - start;
        }

        public void End(World world)
        {
            var start = Stopwatch.GetTimestamp();
            inner.End(world);
            Ticks += Stopwatch.GetTimestamp() - start;
        }
    }
}
