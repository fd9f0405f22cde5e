using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Reporting;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>The answers that stand beside an explanation; refuses at once what could not be answered later.</summary>
internal sealed class Beside
{
    private const int MostOffices = 3;

    private readonly Scenario _scenario;
    private readonly IReadOnlyList<RecordedDivision> _divisions;
    private readonly ulong _seed;
    private readonly CompanionSizes _sizes;
    private readonly Question _question;
    private readonly Outcome _headline;
    private readonly SubstituteStudy _newcomer;
    private readonly SubstituteStudy? _elsewhere;
    private readonly RivalAccounts? _accounts;
    private readonly PopularAccounts? _popular;
    private readonly ImmutableArray<Organ> _bodies;

    public Beside(
        Scenario scenario,
        string? accounts,
        IReadOnlyList<RecordedDivision> divisions,
        ulong seed,
        ExplainSizes sizes,
        CompanionSizes more
    )
    {
        (_scenario, _divisions, _seed, _sizes) = (scenario, divisions, seed, more);
        _question = scenario.Question ?? throw new ArgumentException("The scenario asks nothing.", nameof(scenario));
        _headline = Substitute.OutcomeOf(scenario, null);
        _newcomer = new SubstituteStudy(scenario, _question.Office, _headline, seed, sizes.Matrix);
        // Other places that carry powers, the smallest bodies first: there one seat weighs most.
        ImmutableArray<OrganId> others =
        [
            .. scenario
                .Charter.Organs.Where(o => o.Id != _question.Office && HasNamedSeats(o) && !OfficePowers.Of(scenario.Charter, o.Id).IsEmpty)
                .OrderBy(o => o.Seats)
                .Take(MostOffices)
                .Select(o => o.Id),
        ];
        _elsewhere = others.IsEmpty
            ? null
            : new SubstituteStudy(
                scenario,
                _question.Office,
                _headline,
                seed,
                Math.Min(more.Elsewhere, sizes.Matrix),
                _question.Holder,
                [_question.Office, .. others]
            );
        _accounts = accounts is null || Accounts.Of(accounts).IsEmpty ? null : Accounts.Study(accounts, [], seed, more.Accounts);
        _popular = accounts is null ? null : Claims.Popular(accounts, seed, more.Popular);
        var followed = scenario.Measures.OfType<Patronage>().Select(p => p.Organ).ToHashSet();
        _bodies = [.. scenario.Charter.Organs.Where(o => HasNamedSeats(o) && !o.IsOffice && o.Seats > 1 && !followed.Contains(o.Id))];
    }

    public async Task<Companions> Answer(
        EnsembleSet set,
        IEnsembleRunner runner,
        IProgress<EnsembleProgress>? progress,
        CancellationToken cancel
    )
    {
        var costs = ImmutableArray.CreateBuilder<AnswerCost>();
        var worlds = ImmutableArray.CreateBuilder<WorldRun>();
        var path = _scenario.Record.Tenures.IsEmpty ? (int?)0 : null;
        var seats = _bodies.IsEmpty ? [] : await Part("seats by patron", Seats).ConfigureAwait(false);
        var turning = await Part(
                "when it was decided",
                r =>
                    WhenDecided.Run(
                        _scenario,
                        Statement.Of(_headline, _scenario[_question.Holder]),
                        path,
                        _seed,
                        new DecidedSizes
                        {
                            Runs = _sizes.Turning,
                            Step = _sizes.Step,
                            Searched = _sizes.Searched,
                        },
                        set,
                        _divisions,
                        r,
                        progress,
                        cancel
                    )
            )
            .ConfigureAwait(false);
        var newcomer = await Part("a newcomer in the chair", r => Explain.Answer(_newcomer, set, r, progress, cancel))
            .ConfigureAwait(false);
        var elsewhere = _elsewhere is null
            ? null
            : await Part("the same man in other offices", r => Explain.Answer(_elsewhere, set, r, progress, cancel)).ConfigureAwait(false);
        var accounts = _accounts is null
            ? null
            : await Part("the accounts", r => Explain.Answer(_accounts, set, r, progress, cancel)).ConfigureAwait(false);
        var popular = _popular is null
            ? null
            : await Part("the popular accounts", r => Explain.Answer(_popular, set, r, progress, cancel)).ConfigureAwait(false);
        return new Companions
        {
            Decided = turning.Answer,
            Acts = turning.Acts ?? ImmutableDictionary<Turn, ImmutableArray<string>>.Empty,
            MovesSearched = WhenDecided.MovesSearched,
            Substitution =
                newcomer is null || elsewhere is null ? newcomer : newcomer with { Man = elsewhere.Man, Elsewhere = elsewhere.Elsewhere },
            Accounts = accounts,
            Popular = popular,
            ProvisionsOfAccounts = (accounts?.Scenario ?? popular?.Scenario) is { } model ? Explain.Provisions(model) : [],
            Seats = seats.IsDefault ? [] : seats,
            Costs = costs.ToImmutable(),
            Worlds = worlds.ToImmutable(),
            IsComplete = !cancel.IsCancellationRequested,
        };

        async Task<ImmutableArray<(string, ImmutableArray<TimeSeries>)>> Seats(IEnsembleRunner r)
        {
            var plan = EnsemblePlan.Of(Watched(), null, _seed, _sizes.Seats);
            set.Add(await r.Run(plan, progress, cancel).ConfigureAwait(false));
            if (set.Rows(plan).Count == 0)
                return [];
            var series = TimeSeries.Of(plan, set);
            return
            [
                .. _bodies
                    .Select(b =>
                        (b.Name, Patrons: series.Where(s => s.Name == PatronageIn(b).Name && !s.Points.IsEmpty).ToImmutableArray())
                    )
                    .Where(b => !b.Patrons.IsEmpty),
            ];
        }

        // What is not begun before the end is left out; what is begun is answered from what was finished.
        async Task<T?> Part<T>(string name, Func<IEnsembleRunner, Task<T>> answer)
        {
            if (cancel.IsCancellationRequested)
                return default;
            var tally = new Tally(runner);
            var answered = await answer(tally).ConfigureAwait(false);
            costs.Add(new(name, tally.Worlds.Count, tally.Worlds.Sum(w => w.Runs)));
            worlds.AddRange(tally.Worlds);
            return answered;
        }
    }

    // The scenario with the patrons of every body kept: to look changes nothing, but what is stored holds more.
    private Scenario Watched() =>
        _scenario with
        {
            Measures = [.. _scenario.Measures, .. _bodies.Select(PatronageIn)],
            Digest = Fingerprint.Of($"{_scenario.Digest}|patrons in every body").ToString(),
        };

    private static Patronage PatronageIn(Organ body) => new(body.Id) { About = ColumnName.Slug(body.Name) };

    private static bool HasNamedSeats(Organ organ) => !organ.Counted && organ.Joins.IsEmpty && organ.Count is null;

    /// <summary>Keeps count of what is played.</summary>
    private sealed class Tally(IEnsembleRunner inner) : IEnsembleRunner
    {
        public List<WorldRun> Worlds { get; } = [];

        public async Task<Ensemble> Run(EnsemblePlan plan, IProgress<EnsembleProgress>? progress = null, CancellationToken cancel = default)
        {
            var ensemble = await inner.Run(plan, progress, cancel).ConfigureAwait(false);
            if (ensemble.Runs > 0)
                Worlds.Add(new(plan.WorldName, ensemble.Runs, ensemble.Fingerprint));
            return ensemble;
        }
    }
}
