using System.Collections.Immutable;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>The tables run so far, found by what was run.</summary>
public sealed class EnsembleSet
{
    private readonly Dictionary<string, Ensemble> _byPlan = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Ensemble>> _byWorld = new(StringComparer.Ordinal);

    /// <summary>Adds a table; one of the same plan is replaced.</summary>
    public void Add(Ensemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var key = KeyOf(ensemble.Plan);
        if (!_byWorld.TryGetValue(WorldOf(ensemble.Plan), out var tables))
            _byWorld[WorldOf(ensemble.Plan)] = tables = [];
        if (_byPlan.Remove(key, out var old))
            tables.Remove(old);
        _byPlan[key] = ensemble;
        tables.Add(ensemble);
    }

    /// <summary>Whether a plan has been run.</summary>
    public bool Has(EnsemblePlan plan) => _byPlan.ContainsKey(KeyOf(plan));

    /// <summary>The table of a plan.</summary>
    /// <exception cref="KeyNotFoundException">The plan has not been run.</exception>
    public Ensemble this[EnsemblePlan plan] => _byPlan[KeyOf(plan)];

    /// <summary>All tables.</summary>
    public IEnumerable<Ensemble> All => _byPlan.Values;

    /// <summary>The runs of a plan that are in any table of the same world, ascending by run number; none if there are none.</summary>
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
    /// Tables of the plan's world that have no run in common, the largest first: what is summed over runs may be added up over them.
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
    /// What of the wanted plans has not been run: one plan a world, its runs joined, in the order in which the worlds are first wanted.
    /// </summary>
    public IReadOnlyList<EnsemblePlan> Missing(IEnumerable<EnsemblePlan> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var missing = new List<EnsemblePlan>();
        foreach (var world in wanted.GroupBy(WorldOf, StringComparer.Ordinal))
        {
            var numbers = world.SelectMany(p => p.Numbers).ToHashSet();
            foreach (var table in TablesOf(world.First()))
                numbers.ExceptWith(table.Numbers);
            if (numbers.Count > 0)
                missing.Add(world.First() with { Numbers = [.. numbers.Order()] });
        }
        return missing;
    }

    /// <summary>By what a plan is found: scenario, amendment, seed and runs.</summary>
    public static string KeyOf(EnsemblePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var numbers = plan.Numbers;
        var runs =
            numbers.Length > 0 && numbers[^1] - numbers[0] == numbers.Length - 1
                ? $"{numbers[0]}..{numbers[^1]}"
                : string.Join(',', numbers);
        return $"{WorldOf(plan)}|{runs}";
    }

    /// <summary>
    /// By what a world is found: scenario, amendment and seed. Runs of one world and number are the same run in any table.
    /// </summary>
    public static string WorldOf(EnsemblePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return $"{plan.Scenario.Name}|{plan.Scenario.Digest}|{plan.WorldName}|{plan.Seed}";
    }

    private List<Ensemble> TablesOf(EnsemblePlan plan) => _byWorld.TryGetValue(WorldOf(plan), out var tables) ? tables : [];
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

    /// <summary>The columns these runs have; none if there are no runs.</summary>
    public ImmutableArray<Column> Columns => _places.IsEmpty ? [] : _places[0].Table.Columns;

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string column) => !_places.IsEmpty && _places[0].Table.Has(column);

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
