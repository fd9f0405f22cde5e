using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Bench;

/// <summary>
/// The fingerprints of many worlds, and of all columns and series of their tables: what must not change when the engine is only made faster.
/// </summary>
internal static class WorldFingerprints
{
    private static readonly (string Scenario, ulong Seed, int Runs, string[] Changes)[] All =
    [
        (Worlds.Flagship, 1, 500, []),
        (Worlds.Flagship, 2, 500, []),
        (Worlds.Flagship, 1922, 500, []),
        (Worlds.Flagship, 1, 200, ["strike C2/slate"]),
        (Worlds.Flagship, 1, 200, ["strike C2/slate, C8, C9 under reference 2"]),
        (Worlds.Flagship, 1, 200, ["strike C16 under reference 2"]),
        (Worlds.Flagship, 1, 200, ["strike C1 under reference 2"]),
        (Worlds.Flagship, 1, 200, ["strike C10, C11, C12 from 1924-01-21"]),
        (Worlds.Flagship, 1, 200, ["there are no alliances"]),
        (Worlds.Flagship, 1, 200, ["the record holds until 1924-01-21"]),
        (Worlds.Flagship, 1, 200, ["bodies keep their first size"]),
        (Worlds.Flagship, 1, 200, ["another contender holds General Secretary"]),
        (Worlds.Flagship, 1, 200, ["Stalin has another contender's qualities"]),
        (Worlds.Flagship, 1, 200, ["Lenin dies happens 24 months later", "nobody holds General Secretary"]),
        (Worlds.Complete, 1, 50, []),
        (Worlds.Complete, 1922, 50, []),
        ("scenarios/history/bolshevik-party/broad.yaml", 1, 50, []),
        (Worlds.Board, 1, 2000, []),
        (Worlds.Board, 1922, 2000, []),
        (Worlds.Board, 1, 500, ["strike B1/slate under reference 2"]),
        (Worlds.Board, 1, 500, ["strike B3, B4"]),
    ];

    public static void Print()
    {
        foreach (var (name, seed, runs, changes) in All)
        {
            var scenario = ScenarioFile.Load(name);
            var change = ScenarioFile.Change(scenario, changes, []);
            var ensemble = new LocalRunner().Run(EnsemblePlan.Of(scenario, change, seed, runs)).GetAwaiter().GetResult();
            Console.WriteLine($"{name} {seed} {runs} {ensemble.Fingerprint} {Table(ensemble)} {string.Join("; ", changes)}");
        }
    }

    private static Fingerprint Table(Ensemble ensemble)
    {
        var all = new FingerprintBuilder();
        foreach (var column in ensemble.Columns)
        {
            all.Add(column.Name);
            foreach (var value in ensemble[column.Name])
                all.Add(value);
        }
        foreach (var series in ensemble.Series)
        {
            foreach (var value in series.Sum)
                all.Add(value);
            foreach (var value in series.SumOfSquares)
                all.Add(value);
        }
        return all.Value;
    }
}
