using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>
/// Deals an outcome out over factors by Owen values with rules, people and events as unions (rulings C6): one antithetic pair of orders
/// a run by default (Castro and others 2009 with the reverse order beside each), every setting of the factors on request.
/// </summary>
/// <remarks>
/// Where more histories of the scenario as it stands are counted than are followed through the orders, those in which the outcome came about
/// and the others are followed in proportion to the roots of their numbers (power allocation, Bankier 1988): shares differ most among the
/// first, which may be few.
/// </remarks>
public sealed class OwenShares : IStudy<Shares>
{
    private readonly FactorWorlds _worlds;
    private readonly ImmutableArray<Factor> _declared;
    private readonly Scenario _scenario;
    private readonly Statement _outcome;
    private readonly ulong _seed;
    private readonly ImmutableArray<int> _counted;
    private readonly int _followed;
    private readonly int _reference;
    private readonly bool _exact;

    /// <summary>Which outcome to deal out over which factors.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="outcome">The outcome, true or not of each run.</param>
    /// <param name="factors">The factors; none may lack a reference.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="runs">Runs followed through orders or settings.</param>
    /// <param name="reference">Which reference takes a factor away: 0 the first, 1 the second.</param>
    /// <param name="window">An amendment under which all of it is asked; null for the scenario as it stands.</param>
    /// <param name="exact">True to run every setting of the factors in every run.</param>
    /// <param name="counted">
    /// Runs of the scenario as it stands on which it is counted how often the outcome comes about: the first so many of the seed. If not above
    /// <paramref name="runs"/>, the first so many are both counted and followed.
    /// </param>
    /// <exception cref="ArgumentException">A factor has no reference, two have one name, or there are too many.</exception>
    public OwenShares(
        Scenario scenario,
        Statement outcome,
        ImmutableArray<Factor> factors,
        ulong seed,
        int runs,
        int reference = 0,
        Amendment? window = null,
        bool exact = false,
        int counted = 0
    )
    {
        if (exact && factors.Length > 12)
            throw new ArgumentException("Every setting of more than 12 factors is too many.", nameof(factors));
        _worlds = new FactorWorlds(scenario, window, factors, reference);
        (_scenario, _outcome, _declared, _seed, _reference, _exact) = (scenario, outcome, factors, seed, reference, exact);
        _followed = runs;
        _counted = [.. Enumerable.Range(0, exact ? runs : Math.Max(runs, counted))];
    }

    /// <summary>The plans of all settings it visits, as far as it is known which runs are followed.</summary>
    public IReadOnlyList<EnsemblePlan> Plans(EnsembleSet soFar) =>
        [AsItStands, .. Visits(Strata(soFar)).OrderByDescending(v => v.Key).Select(v => _worlds.Plan(v.Key, _seed, [.. v.Value.Order()]))];

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return !IsPlain && soFar.Missing([AsItStands]) is { Count: > 0 } first ? first : soFar.Missing(Plans(soFar));
    }

    /// <inheritdoc/>
    public Shares Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var table = new SettingTable(_worlds);
        var strata = Strata(ensembles);
        foreach (var (set, runs) in Visits(strata))
        {
            var rows = ensembles.Rows(_worlds.Plan(set, _seed, [.. runs.Order()]));
            var truth = _outcome.In(rows);
            for (var i = 0; i < truth.Length; i++)
                table.Set(set, rows.Numbers[i], truth[i] > 0.5);
        }
        strata = Finished(table, strata);
        return _exact ? Read(table, strata, MarginalsOfAll) : Read(table, strata, MarginalsOfPair);
    }

    /// <summary>What taking each factor away alone carries to be argued with; a share is the mean of that over what else is away.</summary>
    public IEnumerable<Passport> Passports(EnsembleSet ensembles) =>
        _declared.Select(f =>
            Passport.Of(
                $"{f.Name}, {(_reference == 0 ? "first" : "second")} reference",
                _outcome.Text,
                _worlds.Plan(_worlds.All, _seed, _counted),
                _worlds.Plan(_worlds.All & ~(1 << _worlds.Factors.IndexOf(f)), _seed, _counted),
                ensembles
            )
        );

    private Shares Read(SettingTable table, ImmutableArray<Stratum> strata, Func<SettingTable, int, long[]> marginals)
    {
        var unit = _exact ? _worlds.Unions.Denominator : 2;
        var (none, luck) = (Part(), Part());
        var parts = _worlds.Factors.Select(_ => Part()).ToArray();
        var kinds = Enum.GetValues<FactorKind>().Select(_ => Part()).ToArray();
        var office = Part();
        var perRun = ImmutableArray.CreateBuilder<SharesOfRun>();
        for (var h = 0; h < strata.Length; h++)
        {
            foreach (var run in strata[h].Followed)
            {
                var shares = marginals(table, run);
                var (without, left) = (table[0, run] ? unit : 0, table[_worlds.All, run] ? 0 : unit);
                none.Add(h, without);
                luck.Add(h, left);
                for (var i = 0; i < parts.Length; i++)
                    parts[i].Add(h, shares[i]);
                for (var k = 0; k < kinds.Length; k++)
                    kinds[k].Add(h, shares.Where((_, i) => (int)_worlds.Factors[i].Kind == k).Sum());
                office.Add(h, shares.Where((_, i) => _worlds.Factors[i].OfOffice).Sum());
                perRun.Add(
                    new(
                        run,
                        (double)strata[h].Counted / strata[h].Followed.Length,
                        [
                            (double)without / unit,
                            .. _declared.Select(f => (double)shares[_worlds.Factors.IndexOf(f)] / unit),
                            (double)left / unit,
                        ]
                    )
                );
            }
        }
        var denominator = DoubleSample.Denominator(strata, unit);
        var counted = strata.Sum(s => s.Counted);
        return new Shares
        {
            Scenario = _scenario,
            Outcome = _outcome.Text,
            Reference = _reference,
            Runs = perRun.Count,
            Counted = counted,
            Histories = table.Histories + counted - perRun.Count,
            Exact = _exact,
            Baseline = new("baseline", null, "", none.Numerator, denominator, none.Proportion),
            // Luck is what is counted, so that it has no doubt but that of the count.
            Luck = new(
                "luck",
                null,
                "",
                luck.Numerator,
                denominator,
                counted == 0 ? Estimate.Undefined(0) : Proportion.Wilson(luck.Numerator / (denominator / counted), counted)
            ),
            Factors =
            [
                .. _declared
                    .Select(f => (Factor: f, Part: parts[_worlds.Factors.IndexOf(f)]))
                    .Select(x => new Share(
                        x.Factor.Name,
                        x.Factor.Kind,
                        _worlds.ReferenceOf(x.Factor).Reference,
                        x.Part.Numerator,
                        denominator,
                        x.Part.Mean
                    )),
            ],
            Kinds =
            [
                .. Enum.GetValues<FactorKind>()
                    .Where(k => _declared.Any(f => f.Kind == k))
                    .Select(k => new Share(NameOf(k), k, "", kinds[(int)k].Numerator, denominator, kinds[(int)k].Mean)),
            ],
            OfOffice = _declared.Any(f => f.OfOffice)
                ? new("powers of the office", null, "", office.Numerator, denominator, office.Mean)
                : null,
            PerRun = [.. perRun.OrderBy(r => r.Run)],
            Interactions = _exact
                ? PairInteractions.OfAllSettings(table, _worlds, [.. strata.SelectMany(s => s.Followed)])
                : PairInteractions.OfVisited(table, _worlds, [.. perRun.Select(r => (r.Run, r.Weight)).OrderBy(r => r.Run)]),
            WithoutReference = [.. _declared.Where(f => f.References.Length <= _reference).Select(f => f.Name)],
        };

        DoubleSample Part() => new(strata, unit);
    }

    /// <summary>The name of a family of factors.</summary>
    internal static string NameOf(FactorKind kind) => kind.ToString().ToLowerInvariant();

    private bool IsPlain => _counted.Length == _followed;

    private EnsemblePlan AsItStands => _worlds.Plan(_worlds.All, _seed, _counted);

    // One kind of run if all that are counted are followed; else those in which it came about, and the others.
    private ImmutableArray<Stratum> Strata(EnsembleSet soFar)
    {
        if (IsPlain)
            return [new(_counted.Length, _counted)];
        var rows = soFar.Rows(AsItStands);
        var truth = _outcome.In(rows);
        ImmutableArray<int> yes = [.. rows.Numbers.Where((_, i) => truth[i] > 0.5)],
            no = [.. rows.Numbers.Where((_, i) => truth[i] <= 0.5)];
        var (root, other) = (Math.Sqrt(yes.Length), Math.Sqrt(no.Length));
        var fair = root + other > 0 ? (int)Math.Round(_followed * root / (root + other)) : 0;
        var first = Math.Min(yes.Length, Math.Max(fair, _followed - no.Length));
        Stratum[] both = [new(yes.Length, [.. yes.Take(first)]), new(no.Length, [.. no.Take(_followed - first)])];
        return [.. both.Where(s => s.Counted > 0)];
    }

    // Only runs that were finished in every setting; nothing at all if a kind is then left without one.
    private ImmutableArray<Stratum> Finished(SettingTable table, ImmutableArray<Stratum> strata)
    {
        ImmutableArray<Stratum> finished =
        [
            .. strata.Select(s => s with { Followed = [.. s.Followed.Where(run => VisitsOf(run).All(set => table.Has(set, run)))] }),
        ];
        if (IsPlain)
            return finished[0].Followed.IsEmpty ? [] : [new(finished[0].Followed.Length, finished[0].Followed)];
        return finished.Any(s => s.Followed.IsEmpty) ? [] : finished;
    }

    private SortedDictionary<int, List<int>> Visits(ImmutableArray<Stratum> strata)
    {
        var visits = new SortedDictionary<int, List<int>>();
        foreach (var run in strata.SelectMany(s => s.Followed))
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
}
