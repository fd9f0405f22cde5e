namespace Apparat.Analysis;

/// <summary>The truth of an outcome by setting of the factors and by run, as far as it was run.</summary>
internal sealed class SettingTable(FactorWorlds worlds)
{
    private readonly Dictionary<int, Dictionary<int, bool>> _truth = [];

    /// <summary>How many histories it holds.</summary>
    public long Histories => _truth.Values.Sum(v => (long)v.Count);

    /// <summary>Whether the outcome held with just these factors as they were.</summary>
    public bool this[int set, int run] => _truth[set][run];

    /// <summary>The settings a run was played in.</summary>
    public IEnumerable<int> SettingsOf(int run) => _truth.Where(s => s.Value.ContainsKey(run)).Select(s => s.Key);

    public bool Has(int set, int run) => _truth.TryGetValue(set, out var runs) && runs.ContainsKey(run);

    public void Set(int set, int run, bool truth)
    {
        if (!_truth.TryGetValue(set, out var runs))
            _truth[set] = runs = [];
        runs[run] = truth;
    }

    /// <summary>What size alone predicts of a setting's truth in a run, from none and all on a straight line: taken off to lessen noise.
    /// A straight line adds nothing to any interaction.</summary>
    public double Line(int set, int run)
    {
        double none = this[0, run] ? 1 : 0,
            all = this[worlds.All, run] ? 1 : 0;
        return none + ((all - none) * System.Numerics.BitOperations.PopCount((uint)set) / Math.Max(1, worlds.Factors.Length));
    }
}
