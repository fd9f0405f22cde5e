using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Apparat.Bench;

/// <summary>A copy of the built tests, in which one assembly after another is put in the place of its original.</summary>
internal sealed class TestFolder
{
    private const string Built = "tests/Apparat.Tests/bin/Release/net10.0";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Standstill = TimeSpan.FromMinutes(10);
    private readonly string _original;
    private readonly string _copy;

    /// <summary>Copies the tests, which were built in Release before.</summary>
    /// <param name="root">The root of the repository: the copy must lie within it, as the tests look for its files.</param>
    /// <param name="number">The number of the copy.</param>
    public TestFolder(string root, int number)
    {
        _original = Path.Combine(root, Built);
        _copy = Path.Combine(root, "artifacts", "mutants", $"{number}");
        foreach (var file in Directory.EnumerateFiles(_original, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_copy, Path.GetRelativePath(_original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
    }

    /// <summary>The file of an assembly.</summary>
    public string Assembly(string project) => Path.Combine(_copy, $"{project}.dll");

    /// <summary>Puts the original of an assembly back.</summary>
    public void Restore(string project) => File.Copy(Path.Combine(_original, $"{project}.dll"), Assembly(project), overwrite: true);

    /// <summary>Runs a set of tests: whether all passed, none if they did not end in time, and the first that failed.</summary>
    /// <param name="stage">The set.</param>
    /// <param name="usual">
    /// The processor time it takes without a mutant. Four times as much and twenty seconds is granted, or ten minutes in which nothing
    /// is computed: a busy machine is not a test that never ends.
    /// </param>
    public async Task<(bool? Passed, string Failed, TimeSpan Took)> Run(TestStage stage, TimeSpan usual)
    {
        var start = new ProcessStartInfo(Path.Combine(_copy, "Apparat.Tests"))
        {
            WorkingDirectory = _copy,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in stage.Classes)
        {
            start.ArgumentList.Add("-class");
            start.ArgumentList.Add($"Apparat.Tests.{name}");
        }
        foreach (var option in new[] { "-stopOnFail", "-noColor", "-noLogo", "-maxThreads", "1" })
            start.ArgumentList.Add(option);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        // Too short-lived for what profiling would gain.
        start.Environment["DOTNET_TieredPGO"] = "0";

        using var tests = Process.Start(start)!;
        var lines = new ConcurrentQueue<string>();
        tests.OutputDataReceived += (_, e) => lines.Enqueue(e.Data ?? "");
        tests.ErrorDataReceived += (_, _) => { };
        tests.BeginOutputReadLine();
        tests.BeginErrorReadLine();
        var took = TimeSpan.Zero;
        var (atStandstill, since) = (took, Stopwatch.StartNew());
        while (!tests.WaitForExit(TimeSpan.FromMilliseconds(100)))
        {
            await Task.Delay(100).ConfigureAwait(false);
            took = Computed(tests, took);
            if (took - atStandstill > Patience / 20)
                (atStandstill, since) = (took, Stopwatch.StartNew());
            if (took < (4 * usual) + Patience && since.Elapsed < Standstill)
                continue;
            tests.Kill(entireProcessTree: true);
            return (null, "", took);
        }
        await tests.WaitForExitAsync().ConfigureAwait(false);
        var failed = lines.FirstOrDefault(l => l.EndsWith("[FAIL]", StringComparison.Ordinal)) ?? "";
        return (
            tests.ExitCode == 0,
            failed.Replace("[FAIL]", "", StringComparison.Ordinal).Replace("Apparat.Tests.", "", StringComparison.Ordinal).Trim(),
            took
        );
    }

    // A process that has ended no longer tells.
    private static TimeSpan Computed(Process tests, TimeSpan before)
    {
        try
        {
            return tests.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return before;
        }
    }
}
