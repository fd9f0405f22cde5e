using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>
/// Deals an outcome out over factors by Owen values with rules, people and events as unions (rulings C6): one antithetic pair of orders
/// a run by default (Castro and others 2009 with the reverse order beside each), every setting of the factors on request.
/// </summary>
public sealed class OwenShares : IStudy<Shares>
{
    private readonly FactorWorlds _worlds;
    private readonly ImmutableArray<Factor> _declared;
    private readonly Scenario _scenario;
    private readonly Statement _outcome;
    private readonly ulong _seed;
    private readonly ImmutableArray<int> _numbers;
    private readonly int _reference;
    private readonly bool _exact;

    /// <summary>Which outcome to deal out over which factors.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="outcome">The outcome, true or not of each run.</param>
    /// <param name="factors">The factors; none may lack a reference.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="runs">Runs: the first so many of the seed.</param>
    /// <param name="reference">Which reference takes a factor away: 0 the first, 1 the second.</param>
    /// <param name="window">An amendment under which all of it is asked; null for the scenario as it stands.</param>
    /// <param name="exact">True to run every setting of the factors in every run.</param>
    /// <exception cref="ArgumentException">A factor has no reference, two have one name, or there are too many.</exception>
    public OwenShares(
        Scenario scenario,
        Statement outcome,
        ImmutableArray<Factor> factors,
        ulong seed,
        int runs,
        int reference = 0,
        Amendment? window = null,
        bool exact = false
    )
    {
        if (exact && factors.Length > 12)
            throw new ArgumentException("Every setting of more than 12 factors is too many.", nameof(factors));
        _worlds = new FactorWorlds(scenario, window, factors, reference);
        (_scenario, _outcome, _declared, _seed, _reference, _exact) = (scenario, outcome, factors, seed, reference, exact);
        _numbers = [.. Enumerable.Range(0, runs)];
    }

    /// <summary>The plans of all settings it visits.</summary>
    public IReadOnlyList<EnsemblePlan> Plans() =>
        [.. Visits().OrderByDescending(v => v.Key).Select(v => _worlds.Plan(v.Key, _seed, [.. v.Value]))];

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing(Plans());
    }

    /// <inheritdoc/>
    public Shares Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var table = new SettingTable(_worlds);
        foreach (var (set, runs) in Visits())
        {
            var rows = ensembles.Rows(_worlds.Plan(set, _seed, [.. runs]));
            var truth = _outcome.In(rows);
            for (var i = 0; i < truth.Length; i++)
                table.Set(set, rows.Numbers[i], truth[i] > 0.5);
        }
        return _exact ? Read(table, RunsOf(table), MarginalsOfAll) : Read(table, RunsOf(table), MarginalsOfPair);
    }

    private Shares Read(SettingTable table, IReadOnlyList<int> runs, Func<SettingTable, int, long[]> marginals)
    {
        var unit = _exact ? _worlds.Unions.Denominator : 2;
        var (none, all) = (new Part(), new Part());
        var parts = _worlds.Factors.Select(_ => new Part()).ToArray();
        var kinds = Enum.GetValues<FactorKind>().Select(_ => new Part()).ToArray();
        var office = new Part();
        foreach (var run in runs)
        {
            var shares = marginals(table, run);
            none.Add(table[0, run] ? unit : 0, unit);
            all.Add(table[_worlds.All, run] ? 0 : unit, unit);
            for (var i = 0; i < parts.Length; i++)
                parts[i].Add(shares[i], unit);
            for (var k = 0; k < kinds.Length; k++)
                kinds[k].Add(shares.Where((_, i) => (int)_worlds.Factors[i].Kind == k).Sum(), unit);
            office.Add(shares.Where((_, i) => _worlds.Factors[i].OfOffice).Sum(), unit);
        }
        var denominator = unit * runs.Count;
        return new Shares
        {
            Scenario = _scenario,
            Outcome = _outcome.Text,
            Reference = _reference,
            Runs = runs.Count,
            Histories = table.Histories,
            Exact = _exact,
            Baseline = new("baseline", null, "", none.Sum, denominator, none.Proportion(unit)),
            Luck = new("luck", null, "", all.Sum, denominator, all.Proportion(unit)),
            Factors =
            [
                .. _declared
                    .Select(f => (Factor: f, Part: parts[_worlds.Factors.IndexOf(f)]))
                    .Select(x => new Share(
                        x.Factor.Name,
                        x.Factor.Kind,
                        _worlds.ReferenceOf(x.Factor).Reference,
                        x.Part.Sum,
                        denominator,
                        x.Part.Estimate
                    )),
            ],
            Kinds =
            [
                .. Enum.GetValues<FactorKind>()
                    .Where(k => _declared.Any(f => f.Kind == k))
                    .Select(k => new Share(NameOf(k), k, "", kinds[(int)k].Sum, denominator, kinds[(int)k].Estimate)),
            ],
            OfOffice = _declared.Any(f => f.OfOffice)
                ? new("powers of the office", null, "", office.Sum, denominator, office.Estimate)
                : null,
            Interactions = _exact ? PairInteractions.OfAllSettings(table, _worlds, runs) : PairInteractions.OfVisited(table, _worlds, runs),
            WithoutReference = [.. _declared.Where(f => f.References.Length <= _reference).Select(f => f.Name)],
        };
    }

    /// <summary>The name of a family of factors.</summary>
    internal static string NameOf(FactorKind kind) => kind.ToString().ToLowerInvariant();

    private SortedDictionary<int, List<int>> Visits()
    {
        var visits = new SortedDictionary<int, List<int>>();
        foreach (var run in _numbers)
        {
            foreach (var set in VisitsOf(run))
            {
                if (!visits.TryGetValue(set, out var runs))
                    visits[set] = runs = [];
                runs.Add(run);
            }
        }
        return visits;
    }

    private IEnumerable<int> VisitsOf(int run) =>
        _exact
            ? Enumerable.Range(0, _worlds.All + 1)
            : _worlds.Path(_seed, run, reversed: false).Union(_worlds.Path(_seed, run, reversed: true));

    private List<int> RunsOf(SettingTable table) => [.. _numbers.Where(run => VisitsOf(run).All(set => table.Has(set, run)))];

    private long[] MarginalsOfPair(SettingTable table, int run)
    {
        var shares = new long[_worlds.Factors.Length];
        foreach (var reversed in (ReadOnlySpan<bool>)[false, true])
        {
            var path = _worlds.Path(_seed, run, reversed);
            for (var i = 1; i < path.Length; i++)
                shares[System.Numerics.BitOperations.Log2((uint)(path[i] ^ path[i - 1]))] += Step(table, path[i - 1], path[i], run);
        }
        return shares;
    }

    private long[] MarginalsOfAll(SettingTable table, int run)
    {
        var shares = new long[_worlds.Factors.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            foreach (var (set, weight) in _worlds.Unions.Marginals(i))
                shares[i] += weight * Step(table, set, set | (1 << i), run);
        }
        return shares;
    }

    private static int Step(SettingTable table, int from, int to, int run) => (table[to, run] ? 1 : 0) - (table[from, run] ? 1 : 0);

    private sealed class Part
    {
        private Moments _moments;

        public long Sum { get; private set; }

        public Estimate Estimate => _moments.Estimate;

        public void Add(long value, long unit)
        {
            Sum += value;
            _moments.Add((double)value / unit);
        }

        public Estimate Proportion(long unit) => Numerics.Proportion.Wilson(Sum / unit, _moments.Count);
    }
}
