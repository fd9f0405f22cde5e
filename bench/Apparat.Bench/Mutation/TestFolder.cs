using System.Collections.Concurrent;
using System.Diagnostics;

namespace Apparat.Bench;

/// <summary>A copy of the built tests, in which one assembly after another is put in the place of its original.</summary>
internal sealed class TestFolder
{
    private const string Built = "tests/Apparat.Tests/bin/Release/net10.0";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
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
    /// <param name="usual">How long it takes without a mutant; twelve times as long, and twenty seconds, is waited.</param>
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

        var watch = Stopwatch.StartNew();
        using var tests = Process.Start(start)!;
        var lines = new ConcurrentQueue<string>();
        tests.OutputDataReceived += (_, e) => lines.Enqueue(e.Data ?? "");
        tests.ErrorDataReceived += (_, _) => { };
        tests.BeginOutputReadLine();
        tests.BeginErrorReadLine();
        using var late = new CancellationTokenSource((12 * usual) + Patience);
        try
        {
            await tests.WaitForExitAsync(late.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            tests.Kill(entireProcessTree: true);
            return (null, "", watch.Elapsed);
        }
        var failed = lines.FirstOrDefault(l => l.EndsWith("[FAIL]", StringComparison.Ordinal)) ?? "";
        return (
            tests.ExitCode == 0,
            failed.Replace("[FAIL]", "", StringComparison.Ordinal).Replace("Apparat.Tests.", "", StringComparison.Ordinal).Trim(),
            watch.Elapsed
        );
    }
}
