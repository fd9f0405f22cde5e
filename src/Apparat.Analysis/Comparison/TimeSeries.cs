using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>A value followed through the turns of a world, with bands.</summary>
/// <param name="World">The world in the reader's words.</param>
/// <param name="Name">The outcome or measure.</param>
/// <param name="Subject">The contender it is about, as printed.</param>
/// <param name="IsOutcome">True for the probability of an outcome, false for the mean of a measure.</param>
/// <param name="Points">Day and value, turn by turn.</param>
public sealed record TimeSeries(
    string World,
    string Name,
    string Subject,
    bool IsOutcome,
    ImmutableArray<(DateOnly Day, Estimate Value)> Points
)
{
    /// <summary>All series that a plan watches of its world, added up over tables without a run in common.</summary>
    public static ImmutableArray<TimeSeries> Of(EnsemblePlan plan, EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(ensembles);
        var scenario = plan.Scenario;
        var tables = ensembles.Disjoint(plan);
        var runs = tables.Sum(t => (long)t.Runs);
        return
        [
            .. tables
                .SelectMany(t => t.Series.Where(s => plan.Watched.Has(s.Name)))
                .GroupBy(s => (s.Name, s.Subject))
                .Select(g => new TimeSeries(
                    plan.WorldName,
                    g.Key.Name,
                    scenario[g.Key.Subject].Name,
                    IsOutcome(g.Key.Name),
                    Points([.. g])
                )),
        ];

        bool IsOutcome(string name) => scenario.Outcomes.Any(o => o.Name == name);

        ImmutableArray<(DateOnly, Estimate)> Points(Series[] parts) =>
            [
                .. Enumerable
                    .Range(0, parts.Min(p => p.Sum.Length))
                    .Select(turn =>
                        (
                            scenario.Calendar.FirstDayOf(new Turn(turn)),
                            Point(parts.Sum(p => p.Sum[turn]), parts.Sum(p => p.SumOfSquares[turn]), IsOutcome(parts[0].Name))
                        )
                    ),
            ];

        Estimate Point(double sum, double squares, bool outcome)
        {
            if (outcome)
                return Proportion.Wilson((long)Math.Round(sum), runs);
            var mean = sum / runs;
            var variance = runs < 2 ? 0 : Math.Max(0, (squares - (runs * mean * mean)) / (runs - 1));
            return Estimate.Normal(mean, Math.Sqrt(variance / runs), runs);
        }
    }
}
