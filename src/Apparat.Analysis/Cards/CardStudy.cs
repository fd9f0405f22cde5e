using System.Collections.Immutable;
using System.Numerics;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>Plays settings of the cards on common luck: a card that is off is replaced by its reference world.</summary>
public sealed class CardStudy : IStudy<CardTable>
{
    /// <summary>Histories by which a table is known again.</summary>
    public const int ProbeRuns = 5;

    private const string OthersOff = "In both worlds every other card is off.";

    private readonly Scenario _scenario;
    private readonly Question _question;
    private readonly Outcome _headline;
    private readonly Outcome? _fall;
    private readonly ulong _seed;
    private readonly int _runs;
    private readonly int _otherRuns;
    private readonly bool _late;
    private readonly ImmutableArray<int> _settings;
    private readonly ImmutableArray<RivalGroup> _stages;

    /// <summary>The settings that are to be played.</summary>
    /// <param name="scenario">The scenario as read; it must ask a question and declare cards.</param>
    /// <param name="settings">Which, in the order in which they are to be played; see <see cref="OneByOne"/>, <see cref="All"/> and <see cref="Two"/>.</param>
    /// <param name="late">Whether what each card still adds from the branch on is asked too.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="runs">Histories in each setting of <see cref="OneByOne"/>.</param>
    /// <param name="otherRuns">Histories in each other setting; null for as many.</param>
    /// <exception cref="ArgumentException">The scenario asks nothing or has no cards.</exception>
    public CardStudy(Scenario scenario, ImmutableArray<int> settings, bool late, ulong seed, int runs, int? otherRuns = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _question = scenario.Question ?? throw new ArgumentException("The scenario asks nothing.", nameof(scenario));
        if (scenario.Cards.IsEmpty)
            throw new ArgumentException("The scenario declares no cards.", nameof(scenario));
        (_scenario, _settings, _seed, _runs, _otherRuns) = (scenario, settings, seed, runs, otherRuns ?? runs);
        _late = late && _question.Branch is not null;
        _headline = scenario.Outcomes.First(o => o.Name == _question.Headline);
        _fall = scenario.Outcomes.FirstOrDefault(o => o.Name == _question.Fall);
        _stages = _fall is null ? [] : StagesOf(scenario);
    }

    /// <summary>All cards on, each off alone, none, each alone on.</summary>
    public static ImmutableArray<int> OneByOne(int cards)
    {
        var all = (1 << cards) - 1;
        return
        [
            .. new[] { all }
                .Concat(Enumerable.Range(0, cards).Select(i => all & ~(1 << i)))
                .Append(0)
                .Concat(Enumerable.Range(0, cards).Select(i => 1 << i))
                .Distinct(),
        ];
    }

    /// <summary>Every setting; those of <see cref="OneByOne"/> come first, then those with more cards on, so that a part is worth having.</summary>
    public static ImmutableArray<int> All(int cards) =>
        [
            .. OneByOne(cards)
                .Concat(Enumerable.Range(0, 1 << cards).OrderByDescending(s => BitOperations.PopCount((uint)s)).ThenBy(s => s))
                .Distinct(),
        ];

    /// <summary>What comparing two cards alone takes.</summary>
    public static ImmutableArray<int> Two(int cards, int first, int second)
    {
        var all = (1 << cards) - 1;
        return [.. new[] { all, all & ~(1 << first), all & ~(1 << second), 1 << first, 1 << second, 0 }.Distinct()];
    }

    /// <summary>Worlds that tell whether a table is of this scenario and engine.</summary>
    public static IReadOnlyList<EnsemblePlan> Probe(Scenario scenario, ulong seed) =>
        [World(scenario, (1 << scenario.Cards.Length) - 1, seed, ProbeRuns), World(scenario, 0, seed, ProbeRuns)];

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        // What every card does comes before the many settings: a part that was cancelled is worth having.
        var first = OneByOne(_scenario.Cards.Length).Where(_settings.Contains);
        return soFar.Missing(
            first.Select(Setting).Concat(Late().Select(l => l.Plan).OfType<EnsemblePlan>()).Concat(_settings.Select(Setting))
        );
    }

    /// <inheritdoc/>
    public CardTable Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var played = _settings.Order().Select(on => (On: on, Rows: ensembles.Rows(Setting(on)))).Where(x => x.Rows.Count > 0).ToList();
        var rows = played.ToDictionary(x => x.On, x => x.Rows);
        var truth = played.ToDictionary(x => x.On, x => Statements(x.Rows));
        var all = (1 << _scenario.Cards.Length) - 1;
        var effects = ImmutableArray.CreateBuilder<CardEffect>();
        var pairs = ImmutableArray.CreateBuilder<CardPair>();
        var latePlans = Late().ToDictionary(l => l.Card, l => l.Plan);
        var late = latePlans.ToDictionary(l => l.Key, l => l.Value is null ? null : (Rows?)ensembles.Rows(l.Value));
        var (ofCards, ofPairs) = (ImmutableArray.CreateBuilder<Passport>(), ImmutableArray.CreateBuilder<Passport>());
        for (var i = 0; i < _scenario.Cards.Length; i++)
        {
            var (off, alone) = (all & ~(1 << i), 1 << i);
            if (Has(all, off, 0, alone))
            {
                effects.Add(new(i, Paired(all, off), Paired(alone, 0), LateEffect(i)));
                ofCards.Add(Passport([i], CardTable.Off, Setting(all), Setting(off)));
                ofCards.Add(Passport([i], CardTable.Alone, Setting(alone), Setting(0), OthersOff));
                if (effects[^1].Late is not null)
                    ofCards.Add(Passport([i], CardTable.Late, latePlans[-1]!, latePlans[i]!));
            }
            for (var j = i + 1; j < _scenario.Cards.Length; j++)
            {
                if (Has(off, all & ~(1 << j), alone, 1 << j))
                {
                    pairs.Add(new(i, j, Paired(all & ~(1 << j), off), Paired(alone, 1 << j)));
                    ofPairs.Add(Passport([i, j], CardTable.Off, Setting(all & ~(1 << j)), Setting(off)));
                    ofPairs.Add(Passport([i, j], CardTable.Alone, Setting(alone), Setting(1 << j), OthersOff));
                }
            }
        }
        return new CardTable
        {
            Scenario = _scenario,
            Seed = _seed,
            Runs = _runs,
            OtherRuns = _otherRuns,
            Statements =
            [
                Statement.Of(_headline, _scenario[_question.Holder]).Text,
                .. _stages.Select(s => $"{_scenario[_question.Holder].Name} in, {s.Name} out"),
            ],
            Settings =
            [
                .. played.Select(x => new CardSetting(
                    x.On,
                    x.Rows.Count,
                    [.. truth[x.On].Select(t => t.LongCount(v => v > 0.5))],
                    Following(x.Rows),
                    x.Rows.Fingerprint
                )),
            ],
            Effects = effects.ToImmutable(),
            Pairs = pairs.ToImmutable(),
            Passports = [.. ofCards, .. ofPairs],
            Stages = [.. _stages.Select(s => Stage(s, rows.GetValueOrDefault(all)))],
            LateHeadline = _late && late[-1] is { Count: > 0 } held ? Headline(held) : null,
            Probe = Fingerprint.Combine(
                Probe(_scenario, _seed).Select(p => ensembles.Rows(p)).Where(r => r.Count > 0).Select(r => r.Fingerprint)
            ),
            IsComplete = Needs(ensembles).Count == 0 && played.All(x => x.Rows.Count == Setting(x.On).Numbers.Length),
        };

        Passport Passport(IEnumerable<int> cards, string how, EnsemblePlan first, EnsemblePlan second, string? both = null) =>
            Analysis.Passport.Of(
                CardTable.NameOf(_scenario, cards, how),
                Statement.Of(_headline, _scenario[_question.Holder]).Text,
                first,
                second,
                ensembles,
                both
            );

        bool Has(params int[] settings) => settings.All(rows.ContainsKey);

        ImmutableArray<PairedCounts> Paired(int first, int second)
        {
            if (rows[first].Numbers.AsSpan().SequenceEqual(rows[second].Numbers.AsSpan()))
                return [.. truth[first].Zip(truth[second], (a, b) => PairedCounts.Of(a, b))];
            var (a, b) = Rows.Paired(rows[first], rows[second]);
            return [.. Statements(a).Zip(Statements(b), (x, y) => PairedCounts.Of(x, y))];
        }

        PairedCounts? LateEffect(int card)
        {
            if (!_late || late[card] is not { Count: > 0 } without || late[-1] is not { Count: > 0 } with)
                return null;
            var (a, b) = Rows.Paired(with, without);
            var said = Statement.Of(_headline, _scenario[_question.Holder]);
            return PairedCounts.Of(said.In(a), said.In(b));
        }

        Estimate Headline(Rows r) =>
            Proportion.Wilson(Statement.Of(_headline, _scenario[_question.Holder]).In(r).LongCount(v => v > 0.5), r.Count);
    }

    /// <summary>The stages of a scenario: those it declares, else the groups of its question, else each rival for himself.</summary>
    private static ImmutableArray<RivalGroup> StagesOf(Scenario scenario)
    {
        if (!scenario.Stages.IsEmpty)
            return scenario.Stages;
        var contenders = scenario.Cast.Contenders;
        ImmutableArray<RivalGroup> groups =
        [
            .. scenario
                .Question!.Rivals.Select(g => g with { People = [.. g.People.Where(contenders.Contains)] })
                .Where(g => !g.People.IsEmpty),
        ];
        return groups.IsEmpty
            ? [.. contenders.Where(c => c != scenario.Question.Holder).Select(c => new RivalGroup(scenario[c].Name, [c]))]
            : groups;
    }

    private EnsemblePlan Setting(int on)
    {
        var off = _scenario.Cards.Length - BitOperations.PopCount((uint)on);
        var byOne = off <= 1 || off >= _scenario.Cards.Length - 1;
        return World(_scenario, on, _seed, byOne ? _runs : _otherRuns);
    }

    private static EnsemblePlan World(Scenario scenario, int on, ulong seed, int runs) =>
        EnsemblePlan.Of(scenario, Amendments.Join(scenario.Cards.Where((_, i) => (on & (1 << i)) == 0).Select(c => c.Change)), seed, runs);

    /// <summary>The worlds in which the record is held up to the branch: -1 for all cards on; a card that can change nothing any more has no plan.</summary>
    private IEnumerable<(int Card, EnsemblePlan? Plan)> Late()
    {
        if (!_late || _question.Branch is not { } day)
            yield break;
        yield return (-1, EnsemblePlan.Of(_scenario, new Replay(day), _seed, _runs));
        for (var i = 0; i < _scenario.Cards.Length; i++)
        {
            var change = From(day, _scenario.Cards[i].Change);
            yield return (i, change is null ? null : EnsemblePlan.Of(_scenario, Amendments.Join([new Replay(day), change]), _seed, _runs));
        }
    }

    /// <summary>What is left of a change that takes hold on a day: clauses are struck from then on, what has happened by then stays.</summary>
    private Amendment? From(DateOnly day, Amendment change) =>
        change switch
        {
            Together together => Amendments.Join(together.Parts.Select(p => From(day, p))),
            Strike strike => strike with { From = strike.From > day ? strike.From : day },
            KeepFirstSizes => new KeepSizesFrom(day),
            ChangeFirstTies => null,
            ChangeEvent e when _scenario.Events.Any(x => x.Name == e.Event && x.Date <= day) => null,
            _ => change,
        };

    private double[][] Statements(Rows rows)
    {
        var truths = new List<double[]> { Statement.Of(_headline, _scenario[_question.Holder]).In(rows) };
        if (_fall is not { } fall)
            return [.. truths];
        var holderOut = rows.Count == 0 ? [] : rows[ColumnName.Of(fall, _scenario[_question.Holder])];
        foreach (var stage in _stages)
        {
            var truth = Statement.OfEach(fall, stage.Name, stage.People, _scenario).In(rows);
            for (var i = 0; i < truth.Length; i++)
                truth[i] *= 1 - holderOut[i];
            truths.Add(truth);
        }
        return [.. truths];
    }

    private double Following(Rows rows)
    {
        if (_scenario.Measures.IsEmpty)
            return double.NaN;
        var moments = new Moments();
        foreach (var value in rows[ColumnName.Of(_scenario.Measures[0], _scenario[_question.Holder])])
            moments.Add(value);
        return moments.Mean;
    }

    private CardStage Stage(RivalGroup group, Rows? asItWas)
    {
        var seats = _scenario.Record.Tenures.Where(t => t.Organ == _question.Prize && group.People.Contains(t.Person)).ToList();
        // Someone who never had a seat was never out of it on a day.
        var left = seats
            .GroupBy(t => t.Person)
            .Select(g => g.Max(t => t.Until ?? DateOnly.MaxValue))
            .DefaultIfEmpty(DateOnly.MaxValue)
            .Max();
        var days = new List<double>();
        var neverIn = 0L;
        if (asItWas is { Count: > 0 } && _fall is { } fall)
        {
            var truth = Statement.OfEach(fall, group.Name, group.People, _scenario).In(asItWas);
            var holderOut = asItWas[ColumnName.Of(fall, _scenario[_question.Holder])];
            var settled = group.People.Select(p => asItWas[ColumnName.SettledOf(fall, _scenario[p])]).ToArray();
            for (var run = 0; run < truth.Length; run++)
            {
                if (truth[run] < 0.5 || holderOut[run] > 0.5)
                    continue;
                if (settled.Max(s => s[run]) is > 0 and var day)
                    days.Add(day);
                else
                    neverIn++;
            }
            days.Sort();
        }
        return new(
            group.Name,
            [.. group.People.Select(p => _scenario[p].Name)],
            left <= _scenario.Calendar.Until ? left : null,
            DayAt(0.5),
            DayAt(0.25),
            DayAt(0.75),
            neverIn
        );

        DateOnly? DayAt(double quantile) =>
            days.Count == 0 ? null : _scenario.Calendar.FirstDayOf(new Turn((int)days[(int)(quantile * (days.Count - 1))]));
    }
}
