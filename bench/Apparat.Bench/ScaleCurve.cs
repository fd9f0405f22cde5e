using System.Diagnostics;
using System.Globalization;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Bench;

/// <summary>What reading, compiling and playing cost as office-holders grow from a thousand to a hundred thousand, in user time of one core.</summary>
internal static class ScaleCurve
{
    public static void Print(int most)
    {
        Console.WriteLine(
            "| office-holders | local bodies | turns | read | compiled | first run | second run | second run a holder | peak memory |"
        );
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        // Once unmeasured, so that no row pays for what is compiled but once.
        Row(1000, say: false);
        for (var persons = 1000; persons <= most; persons *= 10)
            Row(persons, say: true);
    }

    private static void Row(int persons, bool say)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"apparat-scale-{persons}");
        var file = GeneratedScenario.Write(folder, persons);
        Scenario? scenario = null;
        CompiledScenario? compiled = null;
        TurnLoop? loop = null;
        var read = Spent(() => scenario = ScenarioFile.Load(file));
        var made = Spent(() => compiled = new CompiledScenario(scenario!));
        var columns = RunRecorder.Columns(compiled!, Watched.All);
        var recorder = new RunRecorder(compiled!, Watched.All, [.. columns.Select(_ => new double[1])], new Numerics.Fingerprint[1]);
        var first = Spent(() => (loop = new TurnLoop(compiled!)).Play(1, 0, recorder));
        var second = Spent(() => loop!.Play(1, 1, recorder));
        Directory.Delete(folder, recursive: true);
        using var me = Process.GetCurrentProcess();
        if (say)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {persons} | {persons / 10} | {compiled!.Turns} | {read:0.00} s | {made:0.00} s | {first:0.00} s | {second:0.000} s | {second * 1e6 / persons:0} us | {me.PeakWorkingSet64 / 1048576.0:0} MB |"
                )
            );
    }

    private static double Spent(Action work)
    {
        var before = Environment.CpuUsage.UserTime;
        work();
        return (Environment.CpuUsage.UserTime - before).TotalSeconds;
    }
}
