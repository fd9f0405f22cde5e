using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>
/// Which account fits? Plays the complete model, each account, and each switch of each account alone; gives the prior predictive
/// probability of the headline under all of them; and scores the accounts on what the record settles (theory 6.2, 6.3).
/// </summary>
public sealed class RivalAccounts : IStudy<AccountsAnswer>
{
    private readonly Scenario _model;
    private readonly ImmutableArray<Account> _accounts;
    private readonly RecordedRow? _record;
    private readonly Question _question;
    private readonly Outcome _headline;
    private readonly EnsemblePlan _whole;
    private readonly ImmutableArray<EnsemblePlan> _plans;
    private readonly ImmutableArray<ImmutableArray<EnsemblePlan>> _switches;
    private readonly ImmutableArray<(string Name, EnsemblePlan Plan)> _forms;

    /// <summary>The accounts of one history.</summary>
    /// <param name="model">The complete model, of which the accounts are edits; it must ask a question.</param>
    /// <param name="accounts">The accounts.</param>
    /// <param name="record">What its record settles; null if it has none.</param>
    /// <param name="forms">Other forms of the same history to stand beside the complete model, by name.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="runs">Runs of each account.</param>
    /// <param name="switchRuns">Runs of each switch alone.</param>
    /// <exception cref="ArgumentException">The model asks nothing.</exception>
    public RivalAccounts(
        Scenario model,
        ImmutableArray<Account> accounts,
        RecordedRow? record,
        IEnumerable<(string Name, Scenario Scenario, Amendment? Change)> forms,
        ulong seed,
        int runs,
        int switchRuns
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        _question = model.Question ?? throw new ArgumentException("The scenario asks nothing.", nameof(model));
        _headline = model.Outcomes.First(o => o.Name == _question.Headline);
        (_model, _accounts, _record) = (model, accounts, record);
        _whole = EnsemblePlan.Of(model, null, seed, runs);
        _plans = [.. accounts.Select(a => EnsemblePlan.Of(model, a.Change, seed, runs))];
        _switches =
        [
            .. accounts.Select(a => a.Switches.Select(s => EnsemblePlan.Of(model, s.Change, seed, switchRuns)).ToImmutableArray()),
        ];
        _forms = [.. forms.Select(f => (f.Name, EnsemblePlan.Of(f.Scenario, f.Change, seed, runs)))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing([_whole, .. _forms.Select(f => f.Plan), .. _plans, .. _switches.SelectMany(s => s)]);
    }

    /// <inheritdoc/>
    public AccountsAnswer Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var said = Statement.Of(_headline, _model[_question.Holder]);
        var whole = ensembles.Rows(_whole);
        var rows = _plans.Select(ensembles.Rows).ToArray();
        var scored = _record is null || rows.Length == 0 || rows.Any(r => r.Count < 2) ? null : Score(rows, _record);
        return new()
        {
            Scenario = _model,
            Headline = said.Text,
            Model = Predictive("the complete model", _model, whole),
            Forms = [.. _forms.Select(f => Predictive(f.Name, f.Plan.Scenario, ensembles.Rows(f.Plan)))],
            Accounts =
            [
                .. _accounts.Select(
                    (a, i) =>
                        new AccountFit(
                            a,
                            Predictive(a.Title, _model, rows[i]),
                            Difference.Of(said, rows[i], whole),
                            [
                                .. a
                                    .Switches.Select(
                                        (s, k) =>
                                            new SwitchEffect(
                                                s,
                                                Difference.Of(said, ensembles.Rows(_switches[i][k]), whole),
                                                Passport($"{a.Id}: {s.Sentence}", _switches[i][k])
                                            )
                                    )
                                    .OrderByDescending(e => e.Change.Change.IsDefined ? Math.Abs(e.Change.Change.Value) : -1),
                            ],
                            scored?.Scores[i],
                            Passport($"{a.Id} {a.Title}", _plans[i])
                        )
                ),
            ],
            Observables = scored?.Observables ?? [],
            Confusion = scored?.Confusion,
            Best = scored?.Best ?? -1,
            Runs = rows.Length == 0 ? whole.Count : rows.Min(r => r.Count),
            Seed = _whole.Seed,
            IsComplete = Needs(ensembles).Count == 0,
        };

        Passport Passport(string name, EnsemblePlan account) => Analysis.Passport.Of(name, said.Text, account, _whole, ensembles);
    }

    private PriorPredictive Predictive(string name, Scenario scenario, Rows rows)
    {
        var headline = scenario.Outcomes.First(o => o.Name == _headline.Name);
        var holder = scenario.Cast.People.First(p => p.Name == _model[_question.Holder].Name);
        var truth = Statement.Of(headline, holder).In(rows);
        return new(
            name,
            Share(truth),
            Share(Statement.OfSomeone(headline, scenario).In(rows)),
            rows.Count == 0
                ? null
                : scenario
                    .Parameters.Where(p => rows.Has(ColumnName.Of(p)))
                    .Select(p => Pull(p.Name, rows[ColumnName.Of(p)], truth))
                    .OfType<PriorPull>()
                    .MaxBy(p => Math.Abs(p.Difference.Value))
        );

        static Estimate Share(double[] truth) => Proportion.Wilson(truth.LongCount(v => v > 0.5), truth.Length);
    }

    // P(headline) in the runs with the higher half of the draws less that in the others; nothing for a parameter that is fixed.
    private static PriorPull? Pull(string parameter, double[] drawn, double[] truth)
    {
        if (drawn.Length < 4)
            return null;
        var middle = drawn.Order().ElementAt(drawn.Length / 2);
        var high = truth.Where((_, i) => drawn[i] >= middle).ToArray();
        var low = truth.Where((_, i) => drawn[i] < middle).ToArray();
        if (low.Length == 0 || high.Length == 0)
            return null;
        var (p, q) = (high.Average(), low.Average());
        var error = Math.Sqrt((p * (1 - p) / high.Length) + (q * (1 - q) / low.Length));
        return new(parameter, Estimate.Normal(p - q, error, drawn.Length));
    }

    private sealed record Scored(
        ImmutableArray<ObservedUnder> Observables,
        ImmutableArray<Estimate?> Scores,
        ConfusionMatrix Confusion,
        int Best
    );

    private Scored Score(Rows[] rows, RecordedRow record)
    {
        var observables = Observable.All(_model, record, rows);
        var kinds = rows.Select(r => observables.Select(o => o.In(r)).ToArray()).ToArray();
        var recorded = observables.Select(o => o.On(record)).ToArray();
        var all = rows.Select((r, i) => new AccountScore(observables, kinds[i], [.. Enumerable.Range(0, r.Count)])).ToArray();
        var scores = all.Select(s => (Estimate?)s.Estimate(o => recorded[o])).ToImmutableArray();
        return new(
            [
                .. observables.Select(
                    (o, k) => new ObservedUnder(o.Name, o.Kinds[recorded[k]], [.. all.Select(s => s.Probability(k, recorded[k]))])
                ),
            ],
            scores,
            Confuse(observables, kinds),
            observables.IsEmpty ? -1 : Enumerable.Range(0, all.Length).MaxBy(i => scores[i]!.Value)
        );
    }

    // Every other run counts, the rest are put down to the account that scores them best; accounts share no luck with themselves.
    private ConfusionMatrix Confuse(ImmutableArray<Observable> observables, int[][][] kinds)
    {
        var learnt = kinds
            .Select(k => new AccountScore(observables, k, [.. Enumerable.Range(0, Length(k)).Where(run => run % 2 == 0)]))
            .ToArray();
        var counts = kinds.Select(_ => new long[kinds.Length]).ToArray();
        for (var made = 0; made < kinds.Length; made++)
        {
            for (var run = 1; run < Length(kinds[made]); run += 2)
            {
                var (m, r) = (made, run);
                counts[made][Enumerable.Range(0, learnt.Length).MaxBy(a => learnt[a].Of(o => kinds[m][o][r]))]++;
            }
        }
        return new([.. _accounts.Select(a => a.Id)], [.. counts.Select(c => c.ToImmutableArray())]);

        static int Length(int[][] k) => k.Length == 0 ? 0 : k[0].Length;
    }
}
