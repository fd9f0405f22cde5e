using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Apparat.Bench;

/// <summary>
/// Processor time of the calling thread: what a computation of one thread costs, whatever else the machine has to do. Where the system does
/// not tell it, the time on the wall.
/// </summary>
internal static class ProcessorClock
{
    private const int OfThisThread = 3;

    /// <summary>What a computation costs, with its answer.</summary>
    public static (TimeSpan Time, T Answer) Of<T>(Func<T> compute)
    {
        var before = Now();
        var answer = compute();
        return (Now() - before, answer);
    }

    /// <summary>The processor time spent by this thread so far.</summary>
    public static TimeSpan Now() =>
        OperatingSystem.IsLinux() && Get(OfThisThread, out var spent) == 0
            ? TimeSpan.FromSeconds(spent.Seconds) + TimeSpan.FromMicroseconds(spent.Nanoseconds / 1000.0)
            : Stopwatch.GetElapsedTime(0);

    // clock_gettime(CLOCK_THREAD_CPUTIME_ID), POSIX.1-2001.
    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Get(int clock, out Spent spent);

    [StructLayout(LayoutKind.Sequential)]
    private struct Spent
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
