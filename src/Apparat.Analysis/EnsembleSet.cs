using System.Collections.Immutable;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>The tables run so far, found by what was run.</summary>
public sealed class EnsembleSet
{
    private readonly Dictionary<string, List<Ensemble>> _byWorld = new(StringComparer.Ordinal);

    /// <summary>Adds a table.</summary>
    public void Add(Ensemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        if (!_byWorld.TryGetValue(WorldOf(ensemble.Plan), out var tables))
            _byWorld[WorldOf(ensemble.Plan)] = tables = [];
        tables.Add(ensemble);
    }

    /// <summary>
    /// The runs of a plan that are in any table of the same world with all that the plan watches, ascending by run number; none if there are
    /// none.
    /// </summary>
    public Rows Rows(EnsemblePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var places = new SortedDictionary<int, (Ensemble Table, int Row)>();
        var wanted = plan.Numbers.ToHashSet();
        foreach (var table in TablesOf(plan))
        {
            for (var row = 0; row < table.Numbers.Length; row++)
            {
                if (wanted.Contains(table.Numbers[row]))
                    places.TryAdd(table.Numbers[row], (table, row));
            }
        }
        return new Rows(plan.WorldName, [.. places.Keys], [.. places.Values]);
    }

    /// <summary>
    /// Tables of the plan's world with all that it watches that have no run in common, the largest first: what is summed over runs may be
    /// added up over them.
    /// </summary>
    public IReadOnlyList<Ensemble> Disjoint(EnsemblePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var seen = new HashSet<int>();
        var disjoint = new List<Ensemble>();
        foreach (var table in TablesOf(plan).OrderByDescending(t => t.Runs))
        {
            if (table.Numbers.Any(seen.Contains))
                continue;
            seen.UnionWith(table.Numbers);
            disjoint.Add(table);
        }
        return disjoint;
    }

    /// <summary>
    /// What of the wanted plans has not been run: one plan a world, its runs joined, with all that any of them watches in it, in the order in
    /// which the worlds are first wanted.
    /// </summary>
    public IReadOnlyList<EnsemblePlan> Missing(IEnumerable<EnsemblePlan> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var missing = new List<EnsemblePlan>();
        foreach (var world in wanted.GroupBy(WorldOf, StringComparer.Ordinal))
        {
            var plans = world.Where(p => p.Numbers.Except(TablesOf(p).SelectMany(t => t.Numbers)).Any()).ToList();
            if (plans.Count == 0)
                continue;
            var all = plans[0] with { Watched = plans.Select(p => p.Watched).Aggregate((a, b) => a.And(b)) };
            var numbers = plans.SelectMany(p => p.Numbers).ToHashSet();
            foreach (var table in TablesOf(all))
                numbers.ExceptWith(table.Numbers);
            missing.Add(all with { Numbers = [.. numbers.Order()] });
        }
        return missing;
    }

    /// <summary>
    /// By what a world is found: scenario, amendment and seed. Runs of one world and number are the same run in any table.
    /// </summary>
    public static string WorldOf(EnsemblePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return $"{plan.Scenario.Name}|{plan.Scenario.Digest}|{plan.WorldName}|{plan.Seed}";
    }

    private IEnumerable<Ensemble> TablesOf(EnsemblePlan plan) =>
        _byWorld.TryGetValue(WorldOf(plan), out var tables) ? tables.Where(t => t.Plan.Watched.Covers(plan.Watched)) : [];
}

/// <summary>Some runs of one world, gathered from the tables they are in.</summary>
public sealed class Rows
{
    private readonly ImmutableArray<(Ensemble Table, int Row)> _places;

    internal Rows(string world, ImmutableArray<int> numbers, ImmutableArray<(Ensemble Table, int Row)> places)
    {
        World = world;
        Numbers = numbers;
        _places = places;
    }

    /// <summary>The world in the reader's words.</summary>
    public string World { get; }

    /// <summary>Run numbers, ascending.</summary>
    public ImmutableArray<int> Numbers { get; }

    /// <summary>How many runs.</summary>
    public int Count => Numbers.Length;

    /// <summary>A column's values, one a run.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public double[] this[string column] => [.. _places.Select(p => p.Table[column][p.Row])];

    /// <summary>Whether all of these runs have such a column.</summary>
    public bool Has(string column) => !_places.IsEmpty && _places.All(p => p.Table.Has(column));

    /// <summary>The fingerprint of these runs in order.</summary>
    public Fingerprint Fingerprint => Fingerprint.Combine(_places.Select(p => p.Table.Fingerprints[p.Row]));

    /// <summary>These runs of two worlds that share their luck: the numbers both have.</summary>
    public static (Rows First, Rows Second) Paired(Rows first, Rows second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var common = first.Numbers.ToHashSet();
        common.IntersectWith(second.Numbers);
        return (first.Only(common), second.Only(common));
    }

    /// <summary>Those of the runs whose number is among the given ones.</summary>
    public Rows Only(IReadOnlySet<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var kept = Enumerable.Range(0, Count).Where(i => numbers.Contains(Numbers[i])).ToArray();
        return kept.Length == Count ? this : new Rows(World, [.. kept.Select(i => Numbers[i])], [.. kept.Select(i => _places[i])]);
    }
}
