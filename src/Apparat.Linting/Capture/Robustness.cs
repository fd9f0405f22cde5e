using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>How hard some bodies are to capture, and how well they recover (theory.md 7.3).</summary>
/// <param name="CaptureCost">r1: size of the minimal capture set; null if the bodies cannot be captured.</param>
/// <param name="CostShare">r1 relative to all seats of the charter, in [0,1].</param>
/// <param name="OutsideInfluence">r2: one less the loop gain of the hub, in [0,1].</param>
/// <param name="MonthsFromOneSeat">r3: months until all is had, starting from the hub alone; null if not within 100 years.</param>
/// <param name="RootPaths">r4: ways of selection from outside to the hub, no two sharing a step.</param>
/// <param name="Recovery">r5: probability that the hub's selectors are free of the captor's majority so many months after he lost the hub.</param>
public sealed record Robustness(
    int? CaptureCost,
    double CostShare,
    double OutsideInfluence,
    int? MonthsFromOneSeat,
    int RootPaths,
    double Recovery
)
{
    /// <summary>The time given for recovery, in months.</summary>
    public const int RecoveryMonths = 60;

    /// <summary>Measures a group of nodes with its hub.</summary>
    public static Robustness Of(LintContext charter, IReadOnlySet<int> nodes, int hub)
    {
        ArgumentNullException.ThrowIfNull(charter);
        ArgumentNullException.ThrowIfNull(nodes);
        var matrix = charter.Gains.Matrix;
        var cost = charter.CostOf(nodes).Size;
        return new Robustness(
            cost,
            (double)(cost ?? 0) / Math.Max(1, charter.Game.Seats),
            1 - charter.Gains.AtMeans(hub),
            CaptureTime.Months(matrix, ImmutableHashSet.Create(hub), nodes, charter.Mean, charter.UsualTurnover),
            Linting.RootPaths.Count(matrix, hub),
            RecoveryOf(matrix, hub, nodes, charter.Mean, charter.UsualTurnover)
        );
    }

    /// <summary>
    /// P(the captor's clients are no majority of a node) when each of its seats is his with the same probability: those left of a full
    /// capture after <see cref="RecoveryMonths"/> without the hub, in the mean.
    /// </summary>
    private static double RecoveryOf(SelectionMatrix matrix, int hub, IReadOnlySet<int> target, Func<Parameter, double> mean, double usual)
    {
        var (pipeline, order) = CaptureTime.Of(matrix, ImmutableHashSet.Create(hub), mean, usual, lost: true);
        var share = pipeline.Months().ElementAt(RecoveryMonths);
        var free = 1.0;
        foreach (var node in target.Where(n => n != hub && matrix[hub, n] > 0))
        {
            var seats = matrix.Graph.Nodes[node].Organs.Max(o => matrix.Graph.Charter[o].Seats);
            free = Math.Min(free, 1 - ReplacementCurve.AtLeast(seats, (seats / 2) + 1, Math.Clamp(share[order.IndexOf(node)], 0, 1)));
        }
        return free;
    }
}
