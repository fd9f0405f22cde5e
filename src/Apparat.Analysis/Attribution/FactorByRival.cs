using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>What taking one factor away changes, rival by rival.</summary>
/// <param name="Factor">The factor, in the reader's words.</param>
/// <param name="Kind">Its family; null for the office's powers all together.</param>
/// <param name="Reference">The world it is compared with, by name.</param>
/// <param name="Rivals">For each rival or group, how often it falls with the factor and without it.</param>
public sealed record FactorByRivalRow(string Factor, FactorKind? Kind, string Reference, ImmutableArray<Difference> Rivals);

/// <summary>When a rival falls.</summary>
/// <param name="Rival">The rival or group, as printed.</param>
/// <param name="World">The world in the reader's words.</param>
/// <param name="Fallen">P(fallen on the last day).</param>
/// <param name="Median">Median day from which he was fallen to the end, over the runs in which he is; null if there are none.</param>
/// <param name="Early">Lower quartile of that day.</param>
/// <param name="Late">Upper quartile of that day.</param>
public sealed record Fall(string Rival, string World, Estimate Fallen, DateOnly? Median, DateOnly? Early, DateOnly? Late);

/// <summary>What mattered against whom, and when.</summary>
public sealed record FactorByRivalTable : IAnswer
{
    /// <inheritdoc/>
    public required Scenario Scenario { get; init; }

    /// <summary>Rivals and groups of rivals, in the order of the columns.</summary>
    public required ImmutableArray<string> Rivals { get; init; }

    /// <summary>Runs a world.</summary>
    public required long Runs { get; init; }

    /// <summary>One row a factor; the office's powers together come first.</summary>
    public required ImmutableArray<FactorByRivalRow> Rows { get; init; }

    /// <summary>When each falls in the scenario as it stands, and with the office's powers struck.</summary>
    public required ImmutableArray<Fall> Falls { get; init; }

    /// <inheritdoc/>
    public string Title => "what mattered against whom";

    /// <inheritdoc/>
    public IEnumerable<Difference> Differences => Rows.SelectMany(r => r.Rivals);
}

/// <summary>
/// Takes each factor away alone, and looks at the fall of each rival. Empty if the scenario declares no outcome of falling.
/// </summary>
/// <param name="scenario">The scenario as read; it must ask a question.</param>
/// <param name="seed">The seed.</param>
/// <param name="runs">Runs a world.</param>
/// <param name="fallRuns">Runs for the days of falling, of which there may be more than for the table.</param>
public sealed class FactorByRival(Scenario scenario, ulong seed, int runs, int fallRuns) : IStudy<FactorByRivalTable>
{
    private readonly Question _question = scenario.Question ?? throw new ArgumentException("The scenario asks nothing.", nameof(scenario));
    private readonly FactorWorlds _worlds = new(scenario, null, scenario.Factors, 0);
    private readonly Outcome? _fall = scenario.Outcomes.FirstOrDefault(o => o.Name == scenario.Question?.Fall);

    private EnsemblePlan AsItWas => Plan(null);
    private EnsemblePlan Struck => Plan(new Strike(OfficePowers.Of(scenario)));
    private Watched Watched => Watched.Only(_fall?.Name);

    /// <summary>Rivals: each contender but the holder, then groups of more than one. Groups reach only those who are contenders.</summary>
    public ImmutableArray<RivalGroup> Rivals =>
        [
            .. scenario.Cast.Contenders.Where(c => c != _question.Holder).Select(c => new RivalGroup(scenario[c].Name, [c])),
            .. _question
                .Rivals.Select(g => g with { People = [.. g.People.Where(scenario.Cast.Contenders.Contains)] })
                .Where(g => g.People.Length > 1),
        ];

    /// <summary>The worlds it looks at.</summary>
    public IReadOnlyList<EnsemblePlan> Plans() => _fall is null ? [] : [AsItWas, Struck, .. _worlds.Factors.Select(Without)];

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing(Plans());
    }

    /// <inheritdoc/>
    public FactorByRivalTable Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        ImmutableArray<RivalGroup> rivals = _fall is null ? [] : Rivals;
        var (asItWas, struck) = (ensembles.Rows(AsItWas), ensembles.Rows(Struck));
        return new FactorByRivalTable
        {
            Scenario = scenario,
            Rivals = [.. rivals.Select(r => r.Name)],
            Runs = runs,
            Rows = _fall is null
                ? []
                :
                [
                    Row("all powers of the office", null, "", struck),
                    .. scenario.Factors.Select(f => Row(f.Name, f.Kind, f.References[0].Reference, ensembles.Rows(Without(f)))),
                ],
            Falls = [.. rivals.SelectMany(r => new[] { FallOf(r, asItWas), FallOf(r, struck) })],
        };

        FactorByRivalRow Row(string name, FactorKind? kind, string reference, Rows without) =>
            new(name, kind, reference, [.. rivals.Select(r => Difference.Of(Said(r), asItWas, without))]);
    }

    private EnsemblePlan Plan(Amendment? change) =>
        EnsemblePlan.Of(scenario, change, seed, Math.Max(runs, fallRuns)) with
        {
            Watched = Watched,
        };

    private EnsemblePlan Without(Factor factor) =>
        _worlds.Plan(_worlds.All & ~(1 << _worlds.Factors.IndexOf(factor)), seed, [.. Enumerable.Range(0, runs)], Watched);

    private Statement Said(RivalGroup rival) => Statement.OfEach(_fall!, rival.Name, rival.People, scenario);

    private Fall FallOf(RivalGroup rival, Rows rows)
    {
        var days = new List<double>();
        var settled = rows.Count == 0 ? [] : rival.People.Select(p => rows[ColumnName.SettledOf(_fall!, scenario[p])]).ToArray();
        for (var run = 0; run < rows.Count; run++)
        {
            // Not-a-number wins over any day: a group has fallen when its last member has.
            var last = settled.Select(s => s[run]).Aggregate(0.0, Math.Max);
            if (!double.IsNaN(last))
                days.Add(last);
        }
        days.Sort();
        return new(rival.Name, rows.World, Proportion.Wilson(days.Count, rows.Count), DayAt(0.5), DayAt(0.25), DayAt(0.75));

        DateOnly? DayAt(double quantile) =>
            days.Count == 0 ? null : scenario.Calendar.FirstDayOf(new Turn((int)days[(int)(quantile * (days.Count - 1))]));
    }
}
