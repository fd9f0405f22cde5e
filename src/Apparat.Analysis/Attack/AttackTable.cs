using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>How an answer stands up to one assumption put at its worst.</summary>
public enum Resistance
{
    /// <summary>The sign stays, interval and all.</summary>
    Holds,

    /// <summary>The interval holds 0: the answer is then in doubt.</summary>
    InDoubt,

    /// <summary>The sign turns, interval and all.</summary>
    Flips,
}

/// <summary>One assumption a hostile reader would pick.</summary>
/// <param name="Assumption">What is assumed.</param>
/// <param name="AsAssumed">As the answer assumes it: a prior, or the scenario's own arrangement.</param>
/// <param name="Worst">The value, or the arrangement, at which it was put: for a parameter the end of its prior (2.5 or 97.5 of 100) that is worse for the answer.</param>
/// <param name="AtWorst">The headline's difference with it there in both worlds, played and not extrapolated.</param>
/// <param name="Change">That difference with an interval that holds however often it was looked at.</param>
/// <param name="FlipsAt">For a parameter, where a straight line through the histories of the answer crosses 0; null if it never does, or for no parameter.</param>
/// <param name="Range">For a parameter, what its prior holds defensible: 95 of 100; null otherwise.</param>
public sealed record Attack(
    string Assumption,
    string AsAssumed,
    string Worst,
    Difference AtWorst,
    Estimate Change,
    double? FlipsAt,
    (double Low, double High)? Range
)
{
    /// <summary>Whether the value at which it flips lies within what the prior holds defensible.</summary>
    public bool FlipIsDefensible => FlipsAt is { } at && Range is { } range && at >= range.Low && at <= range.High;

    /// <summary>How an answer of a sign stands up to it.</summary>
    /// <param name="headline">The answer.</param>
    public Resistance Against(Estimate headline)
    {
        ArgumentNullException.ThrowIfNull(headline);
        if (IsInDoubt(Change))
            return Resistance.InDoubt;
        return Math.Sign(Change.Value) == Math.Sign(headline.Value) ? Resistance.Holds : Resistance.Flips;
    }

    /// <summary>Whether an interval holds 0, or there is none.</summary>
    internal static bool IsInDoubt(Estimate change) => !change.IsDefined || (change.Low <= 0 && change.High >= 0);
}

/// <summary>A headline and the assumptions a hostile reader would pick against it.</summary>
/// <param name="Name">The headline's name.</param>
/// <param name="Headline">The answer under attack.</param>
/// <param name="Attacks">The worst for the answer first.</param>
/// <param name="Screened">How many parameters were looked at to find the worst.</param>
/// <param name="Looks">Runs a world at each look, as far as an attack may go while it leaves the answer in doubt.</param>
public sealed record AttackTable(string Name, Difference Headline, ImmutableArray<Attack> Attacks, int Screened, ImmutableArray<int> Looks)
{
    /// <summary>Whether there is an answer to attack: the interval of its difference leaves out 0.</summary>
    public bool HasAnswer => Headline.Change is { IsDefined: true } c && (c.Low > 0 || c.High < 0);
}

/// <summary>
/// Looks for the assumptions on which a difference between two worlds hangs most: parameters by a straight line through the histories there
/// are, then played at the worse end of their prior; and what the question's factors of other kinds take for granted, taken away in both worlds.
/// What leaves the answer in doubt is played on, on twice as many histories, until it does not or the last look is reached.
/// </summary>
public sealed class AttackStudy : IStudy<AttackTable>
{
    private const double Tail = 0.025;
    private readonly string _name;
    private readonly Statement _said;
    private readonly EnsemblePlan _first;
    private readonly EnsemblePlan _second;
    private readonly DoublingLooks _looks;
    private readonly int _parameters;
    private readonly ImmutableArray<(string Assumption, string AsAssumed, string Worst, Amendment Change)> _arrangements;

    /// <summary>Which difference to attack.</summary>
    /// <param name="name">The headline's name.</param>
    /// <param name="said">What the worlds are compared on.</param>
    /// <param name="first">One world.</param>
    /// <param name="second">The other; same scenario and seed.</param>
    /// <param name="runs">Histories in each world an attack plays at first.</param>
    /// <param name="most">Histories at which it is given up if it still leaves the answer in doubt.</param>
    /// <param name="parameters">How many parameters are put at their worst.</param>
    public AttackStudy(string name, Statement said, EnsemblePlan first, EnsemblePlan second, int runs, int most, int parameters = 3)
    {
        ArgumentNullException.ThrowIfNull(first);
        (_name, _said, _first, _second, _parameters) = (name, said, first, second, parameters);
        var all = Math.Max(1, first.Numbers.Length);
        _looks = new DoublingLooks(Math.Min(runs, all), Math.Min(Math.Max(runs, most), all));
        var scenario = first.Scenario;
        var struck = Amendments.Flat(second.Change).OfType<Strike>().SelectMany(s => s.Provisions).ToHashSet(StringComparer.Ordinal);
        _arrangements =
        [
            .. scenario
                .Factors.Where(f => !f.OfOffice && f.Kind != FactorKind.Events)
                .Where(f => f.References[0].Change is not Strike s || !s.Provisions.Any(struck.Contains))
                .Select(f => (f.Name, "as the scenario has it", f.References[0].Change.Describe(scenario), f.References[0].Change)),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        return soFar.Missing([_first, _second]) is { Count: > 0 } missing ? missing : soFar.Missing(Plans(soFar));
    }

    /// <summary>The worlds that attacks play, as far as it is known which.</summary>
    public IReadOnlyList<EnsemblePlan> Plans(EnsembleSet soFar) =>
        [
            .. Worst(soFar)
                .Select(w => (Amendment)new SetParameter(w.Parameter.Name, new Fixed(w.Worst)))
                .Concat(_arrangements.Select(a => a.Change))
                .SelectMany(c => new[] { With(_first, c, RunsOf(soFar, c)), With(_second, c, RunsOf(soFar, c)) }),
        ];

    /// <inheritdoc/>
    public AttackTable Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var headline = Difference.Of(_said, ensembles.Rows(_first), ensembles.Rows(_second));
        var sign = Math.Sign(headline.Change.IsDefined ? headline.Change.Value : 0);
        return new(
            _name,
            headline,
            [
                .. Worst(ensembles)
                    .Select(w =>
                        Attack(
                            InText.Meaning(_first.Scenario, w.Parameter),
                            $"{w.Parameter.Name}: {_first.Scenario.PriorOf(w.Parameter).Notation}",
                            $"{w.Parameter.Name} = {Short(w.Worst)}",
                            new SetParameter(w.Parameter.Name, new Fixed(w.Worst)),
                            w.FlipsAt,
                            w.Range
                        )
                    )
                    .Concat(_arrangements.Select(a => Attack(a.Assumption, a.AsAssumed, a.Worst, a.Change, null, null)))
                    .Where(a => a.AtWorst.Counts.Runs > 0)
                    .OrderBy(a => sign * a.AtWorst.Change.Value)
                    .ThenBy(a => a.Assumption, StringComparer.Ordinal),
            ],
            Uncertain().Count(),
            [.. Enumerable.Range(0, _looks.Looks).Select(_looks.RunsAt)]
        );

        Attack Attack(string assumption, string assumed, string worst, Amendment change, double? flips, (double, double)? range)
        {
            var at = At(ensembles, change, RunsOf(ensembles, change));
            return new(assumption, assumed, worst, at, _looks.Widened(at.Change), flips, range);
        }
    }

    // Runs of the look that is due: the first at which it no longer leaves the answer in doubt, as far as it was played.
    private int RunsOf(EnsembleSet soFar, Amendment change)
    {
        for (var look = 0; look < _looks.Looks - 1; look++)
        {
            var runs = _looks.RunsAt(look);
            var at = At(soFar, change, runs);
            if (at.Counts.Runs < runs || !Analysis.Attack.IsInDoubt(_looks.Widened(at.Change)))
                return runs;
        }
        return _looks.Most;
    }

    private IEnumerable<Parameter> Uncertain() => _first.Scenario.Parameters.Where(p => _first.Scenario.PriorOf(p) is not Fixed);

    // A straight line of the difference, history by history, on each parameter; those whose worse end leaves least of the answer.
    private IEnumerable<(Parameter Parameter, double Worst, double? FlipsAt, (double Low, double High) Range)> Worst(EnsembleSet soFar)
    {
        var (a, b) = Rows.Paired(soFar.Rows(_first), soFar.Rows(_second));
        if (a.Count < 2)
            return [];
        var (one, two) = (_said.In(a), _said.In(b));
        double[] y = [.. one.Select((v, i) => v - two[i])];
        var mean = y.Average();
        var sign = mean < 0 ? -1 : 1;
        return Uncertain()
            .Where(p => a.Has(ColumnName.Of(p)))
            .Select(p =>
            {
                var x = a[ColumnName.Of(p)];
                var centre = x.Average();
                var spread = x.Sum(v => (v - centre) * (v - centre));
                var slope = spread > 0 ? x.Select((v, i) => (v - centre) * (y[i] - mean)).Sum() / spread : 0;
                var prior = _first.Scenario.PriorOf(p);
                var (low, high) = (prior.Quantile(Tail), prior.Quantile(1 - Tail));
                var worst = sign * slope > 0 ? low : high;
                return (
                    Parameter: p,
                    Worst: worst,
                    FlipsAt: slope == 0 ? (double?)null : centre - (mean / slope),
                    Range: (low, high),
                    Left: sign * (mean + (slope * (worst - centre)))
                );
            })
            .OrderBy(w => w.Left)
            .ThenBy(w => w.Parameter.Name, StringComparer.Ordinal)
            .Take(_parameters)
            .Select(w => (w.Parameter, w.Worst, w.FlipsAt, w.Range));
    }

    private Difference At(EnsembleSet ensembles, Amendment change, int runs) =>
        Difference.Of(_said, ensembles.Rows(With(_first, change, runs)), ensembles.Rows(With(_second, change, runs)));

    private static EnsemblePlan With(EnsemblePlan plan, Amendment change, int runs) =>
        plan with
        {
            Change = Amendments.Join([plan.Change, change]),
            Numbers = [.. plan.Numbers.Take(runs)],
        };

    private static string Short(double value) => value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}
