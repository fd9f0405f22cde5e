using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>The main job: how far does an office explain an outcome. Composes the windows, the shares, the matrix and the table of rivals,
/// and asks for every world once, for all of them together.</summary>
public sealed class ExplainStudy : IStudy<Explanation>
{
    private readonly Scenario _scenario;
    private readonly Question _question;
    private readonly Outcome _headline;
    private readonly ulong _seed;
    private readonly ExplainSizes _sizes;
    private readonly ImmutableArray<Window> _windows;
    private readonly ImmutableArray<OwenShares> _shares;
    private readonly OfficeOrMan _matrix;
    private readonly FactorByRival _rivals;
    private readonly ImmutableArray<AttackStudy> _attacks;
    private readonly Retrospective? _retrospective;

    /// <summary>The whole explanation of a scenario's question.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="seed">The seed of all worlds.</param>
    /// <param name="sizes">How many runs each part gets; null for the defaults.</param>
    /// <param name="record">What its record settles, to look back from; null not to.</param>
    /// <exception cref="ArgumentException">The scenario asks nothing, or its headline is no outcome of it.</exception>
    public ExplainStudy(Scenario scenario, ulong seed, ExplainSizes? sizes = null, RecordedRow? record = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _scenario = scenario;
        _seed = seed;
        _sizes = sizes ?? new ExplainSizes();
        _question = scenario.Question ?? throw new ArgumentException("The scenario asks nothing.", nameof(scenario));
        _headline =
            scenario.Outcomes.FirstOrDefault(o => o.Name == _question.Headline)
            ?? throw new ArgumentException($"The headline {_question.Headline} is no outcome of the scenario.", nameof(scenario));
        _windows =
        [
            new Window(scenario, _headline, null, seed, _sizes.Pair, _sizes.SecondReference, _sizes.FirstSizes),
            .. _question.Branch is { } day
                ?
                [
                    new Window(
                        scenario,
                        _headline,
                        day,
                        seed,
                        _sizes.Branch,
                        Math.Min(_sizes.Branch, _sizes.SecondReference),
                        Math.Min(_sizes.Branch, _sizes.FirstSizes)
                    ),
                ]
                : ImmutableArray<Window>.Empty,
        ];
        var said = Statement.Of(_headline, scenario[_question.Holder]);
        _shares = scenario.Factors.IsEmpty
            ? []
            :
            [
                // Luck is counted on the histories that the first window plays anyway.
                new OwenShares(scenario, said, scenario.Factors, seed, _sizes.Shares, exact: _sizes.Exact, counted: _sizes.Pair),
                new OwenShares(
                    scenario,
                    said,
                    scenario.Factors,
                    seed,
                    _sizes.SharesSecond,
                    reference: 1,
                    exact: _sizes.Exact,
                    counted: _sizes.Pair
                ),
            ];
        _matrix = new OfficeOrMan(scenario, _headline, seed, _sizes.Matrix);
        _rivals = new FactorByRival(scenario, seed, _sizes.Rivals, _sizes.Pair);
        _attacks =
        [
            .. _windows.Select(w => new AttackStudy(w.Name, said, w.Pair.AsItWas, w.Pair.Struck, _sizes.Attacks, _sizes.AttacksMost)),
        ];
        _retrospective = record is null
            ? null
            : new Retrospective(scenario, said, record, _windows[0].Pair.AsItWas, _windows[0].Pair.Struck);
    }

    /// <summary>The parts and the worlds each looks at, as far as it is known which; one world may serve several.</summary>
    private IEnumerable<(string Answer, IReadOnlyList<EnsemblePlan> Plans)> Parts(EnsembleSet soFar) =>
        [
            .. _windows.Select((w, i) => (i == 0 ? "forward window" : "branch window", w.Plans())),
            ("office or man", _matrix.Plans()),
            .. _shares.Select((s, i) => (i == 0 ? "shares, first references" : "shares, second references", s.Plans(soFar))),
            ("factor by rival", _rivals.Plans()),
        ];

    private IEnumerable<EnsemblePlan> Wanted(EnsembleSet soFar) => Parts(soFar).SelectMany(p => p.Plans);

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        // Which runs are followed, and which assumptions are worst, is known only when the headline has been played.
        return soFar.Missing(_windows.SelectMany(w => w.Plans())) is { Count: > 0 } first ? first
            : soFar.Missing(Wanted(soFar)) is { Count: > 0 } missing ? missing
            : soFar.Missing(_attacks.SelectMany(a => a.Plans(soFar)));
    }

    /// <inheritdoc/>
    public Explanation Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var windows = _windows.Select(w => w.Read(ensembles)).ToImmutableArray();
        var (asItWas, struck) = _windows[0].Pair;
        var attacks = _attacks.SelectMany(a => a.Plans(ensembles)).ToList();
        return new Explanation
        {
            Scenario = _scenario,
            Question = _question.Text,
            Office = _scenario.Charter[_question.Office].Name,
            Holder = _scenario[_question.Holder].Name,
            Headline = Statement.Of(_headline, _scenario[_question.Holder]).Text,
            HeadlineText = _headline.Text,
            Scope = _question.Scope,
            Notes = _scenario.Notes,
            PriorPredictive = windows[0].PowersStruck.First,
            Powers = OfficePowers.Of(_scenario),
            References = References(),
            Windows = windows,
            Shares = [.. _shares.Select(s => s.Read(ensembles))],
            Matrix = _matrix.Read(ensembles),
            Rivals = _rivals.Read(ensembles),
            OverTime = [.. TimeSeries.Of(asItWas, ensembles), .. TimeSeries.Of(struck, ensembles)],
            Passports = [.. _matrix.Passports(ensembles), .. _shares.SelectMany(s => s.Passports(ensembles))],
            Attacks = [.. _attacks.Select(a => a.Read(ensembles))],
            Retrospective = _retrospective?.Read(ensembles),
            Costs =
            [
                .. Parts(ensembles)
                    .Append((Answer: "attacks", Plans: attacks))
                    .Select(p => new AnswerCost(p.Answer, p.Plans.Count, p.Plans.Sum(x => (long)x.Numbers.Length))),
            ],
            Worlds = WorldRun.Of(Wanted(ensembles).Concat(attacks), ensembles),
            Seed = _seed,
            IsComplete = Needs(ensembles).Count == 0,
            IsCalibrated = false,
            Precision = _sizes.Precision,
        };
    }

    private ImmutableArray<NamedReferences> References()
    {
        var powers = OfficePowers.Of(_scenario).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _scenario
                .Charter.Provisions.Where(p => powers.Contains(p.Name))
                .Select(p => new NamedReferences(p.Name, [.. p.Provision.Alternatives.Select(a => a.Name)])),
            .. _scenario.Factors.Select(f => new NamedReferences(f.Name, [.. f.References.Select(r => r.Reference)])),
        ];
    }
}
