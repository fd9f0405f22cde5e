using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>Shapley interaction indices of pairs (Grabisch and Roubens 1999), from the settings that were run.</summary>
internal static class PairInteractions
{
    private const int Groups = 40;

    /// <summary>From every setting of every run: each pair's index in each run, and their mean.</summary>
    public static ImmutableArray<Interaction> OfAllSettings(SettingTable table, FactorWorlds worlds, IReadOnlyList<int> runs)
    {
        var k = worlds.Factors.Length;
        var pairs = new List<Interaction>();
        for (var i = 0; i < k; i++)
        {
            for (var j = i + 1; j < k; j++)
                pairs.Add(Of(i, j));
        }
        return Sorted(pairs);

        Interaction Of(int i, int j)
        {
            var moments = new Moments();
            foreach (var run in runs)
                moments.Add(CoalitionalGame.Of(k, set => table[set, run] ? 1 : 0).ShapleyInteraction((1 << i) | (1 << j)));
            return new(worlds.Factors[i].Name, worlds.Factors[j].Name, moments.Estimate);
        }
    }

    /// <summary>
    /// From the settings along the drawn orders: means by setting, each run with its weight, the straight line between none and all taken off
    /// in every run, standard errors by leaving out groups of runs (jackknife). In orders that keep families together only these pairs occur:
    /// two factors of one family, and a factor with another family as a whole. A pair with a setting never visited is left out.
    /// </summary>
    public static ImmutableArray<Interaction> OfVisited(
        SettingTable table,
        FactorWorlds worlds,
        IReadOnlyList<(int Run, double Weight)> runs
    )
    {
        var means = new Means(table, runs);
        var unions = worlds.Unions;
        var pairs = new List<Interaction>();
        for (var i = 0; i < worlds.Factors.Length; i++)
        {
            for (var j = i + 1; j < worlds.Factors.Length; j++)
            {
                if (unions.UnionOf(i) == unions.UnionOf(j))
                    Add(worlds.Factors[i].Name, worlds.Factors[j].Name, 1 << i, 1 << j, unions.Pairs(i, j));
            }
            for (var u = 0; u < unions.Unions; u++)
            {
                var members = unions.Members(u);
                var single = System.Numerics.BitOperations.IsPow2(members);
                var twice = single && System.Numerics.BitOperations.IsPow2(unions.Members(unions.UnionOf(i))) && members < 1 << i;
                if (u == unions.UnionOf(i) || twice)
                    continue;
                var other = worlds.Factors[System.Numerics.BitOperations.Log2((uint)members)];
                Add(
                    worlds.Factors[i].Name,
                    single ? other.Name : OwenShares.NameOf(other.Kind),
                    1 << i,
                    members,
                    unions.PairsWithUnion(i, u)
                );
            }
        }
        return Sorted(pairs);

        void Add(string first, string second, int a, int b, IEnumerable<(int Set, double Weight)> before)
        {
            var terms = new Dictionary<int, double>();
            foreach (var (set, weight) in before)
            {
                Term(set | a | b, weight);
                Term(set | a, -weight);
                Term(set | b, -weight);
                Term(set, weight);
            }
            if (means.Of(terms) is { } index)
                pairs.Add(new(first, second, index));

            void Term(int set, double weight) => terms[set] = terms.GetValueOrDefault(set) + weight;
        }
    }

    private static ImmutableArray<Interaction> Sorted(IEnumerable<Interaction> pairs) =>
        [
            .. pairs
                .OrderByDescending(p => Math.Abs(p.Index.Value))
                .ThenBy(p => p.First, StringComparer.Ordinal)
                .ThenBy(p => p.Second, StringComparer.Ordinal),
        ];

    private sealed class Means
    {
        private readonly Dictionary<int, (double[] Sum, double[] Count)> _bySet = [];
        private readonly int _groups;
        private readonly int _runs;

        public Means(SettingTable table, IReadOnlyList<(int Run, double Weight)> runs)
        {
            _runs = runs.Count;
            _groups = Math.Min(Groups, runs.Count);
            for (var r = 0; r < runs.Count; r++)
                Table(table, runs[r].Run, runs[r].Weight, r % _groups);
        }

        public Estimate? Of(IReadOnlyDictionary<int, double> terms)
        {
            if (_groups < 2 || Value(terms, -1) is not { } value)
                return null;
            var moments = new Moments();
            for (var g = 0; g < _groups; g++)
            {
                if (Value(terms, g) is not { } without)
                    return null;
                moments.Add(without);
            }
            var variance = moments.Variance * (_groups - 1) * (_groups - 1) / _groups;
            return Estimate.Normal(value, Math.Sqrt(variance), _runs);
        }

        private double? Value(IReadOnlyDictionary<int, double> terms, int without)
        {
            var value = 0.0;
            foreach (var (set, weight) in terms)
            {
                if (!_bySet.TryGetValue(set, out var x))
                    return null;
                var sum = 0.0;
                var count = 0.0;
                for (var g = 0; g < _groups; g++)
                {
                    if (g == without)
                        continue;
                    sum += x.Sum[g];
                    count += x.Count[g];
                }
                if (count == 0)
                    return null;
                value += weight * sum / count;
            }
            return value;
        }

        private void Table(SettingTable table, int run, double weight, int group)
        {
            foreach (var set in table.SettingsOf(run))
            {
                if (!_bySet.TryGetValue(set, out var x))
                    _bySet[set] = x = (new double[_groups], new double[_groups]);
                x.Sum[group] += weight * ((table[set, run] ? 1 : 0) - table.Line(set, run));
                x.Count[group] += weight;
            }
        }
    }
}
