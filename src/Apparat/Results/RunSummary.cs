using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat;

/// <summary>What many histories of one world came to.</summary>
/// <param name="World">The world in the reader's words.</param>
/// <param name="Runs">How many histories.</param>
/// <param name="Shares">Part of them in which each statement holds on the last day.</param>
/// <param name="Means">Mean of each measure on the last day; of a measure that is the same for everyone once, with no person.</param>
public sealed record WorldSummary(
    string World,
    long Runs,
    ImmutableArray<(string Statement, Estimate Share)> Shares,
    ImmutableArray<(string Measure, string Person, string Unit, Estimate Mean)> Means
);

/// <summary>What came of an order.</summary>
/// <param name="Worlds">A summary a point of the design; one without a design.</param>
/// <param name="Fingerprint">The hash of all that happened in all runs, in order.</param>
/// <param name="IsComplete">False if it was cancelled before all was finished.</param>
/// <param name="IsPrecise">False if a precision was asked for and not reached.</param>
public sealed record RunSummary(ImmutableArray<WorldSummary> Worlds, Fingerprint Fingerprint, bool IsComplete, bool IsPrecise)
{
    /// <summary>Histories of all worlds.</summary>
    public long Runs => Worlds.Sum(w => w.Runs);
}

/// <summary>Counts, while the histories of a world come in, how often each statement holds.</summary>
internal sealed class Tally
{
    private readonly ImmutableArray<Statement> _statements;
    private readonly ImmutableArray<(Measure Measure, Person Person, string Column)> _measures;
    private readonly long[] _true;
    private readonly Moments[] _means;

    public Tally(Scenario scenario)
    {
        var people = scenario.Cast.Contenders.Select(c => scenario[c]).ToArray();
        _statements =
        [
            .. scenario.Outcomes.SelectMany(o => people.Select(p => Statement.Of(o, p)).Append(Statement.OfSomeone(o, scenario))),
        ];
        _measures =
        [
            .. scenario.Measures.SelectMany(m => (m.IsOfNobody ? people.Take(1) : people).Select(p => (m, p, ColumnName.Of(m, p)))),
        ];
        _true = new long[_statements.Length];
        _means = new Moments[_measures.Length];
    }

    public long Runs { get; private set; }

    /// <summary>The widest half-width of the shares so far.</summary>
    public double HalfWidth => _true.Length == 0 || Runs == 0 ? 0.5 : _true.Max(n => Proportion.Wilson(n, Runs).HalfWidth);

    public void Add(Ensemble ensemble)
    {
        Runs += ensemble.Runs;
        for (var s = 0; s < _statements.Length; s++)
        {
            var statement = _statements[s];
            for (var row = 0; row < ensemble.Runs; row++)
            {
                var holds = statement.All;
                foreach (var column in statement.Columns)
                    holds = statement.All ? holds && ensemble[column][row] > 0.5 : holds || ensemble[column][row] > 0.5;
                _true[s] += holds ? 1 : 0;
            }
        }
        for (var m = 0; m < _measures.Length; m++)
        {
            foreach (var value in ensemble[_measures[m].Column])
                _means[m].Add(value);
        }
    }

    public WorldSummary Summary(string world) =>
        new(
            world,
            Runs,
            [.. _statements.Select((s, i) => (s.Text, Proportion.Wilson(_true[i], Runs)))],
            [
                .. _measures.Select(
                    (m, i) => (m.Measure.Name, m.Measure.IsOfNobody ? "" : m.Person.Name, m.Measure.Unit, Mean(m.Measure, _means[i]))
                ),
            ]
        );

    // A mean lies where the measure can; the tails of an interval beyond that say nothing.
    private static Estimate Mean(Measure measure, Moments moments)
    {
        var (estimate, (low, high)) = (moments.Estimate, measure.Range);
        return estimate with { Low = Math.Max(estimate.Low, low), High = Math.Min(estimate.High, high) };
    }
}
