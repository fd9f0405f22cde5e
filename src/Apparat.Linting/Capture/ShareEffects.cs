using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>How much the loop gain of a node changes with the share of each provision: which reform of degree helps most (theory.md 7.1).</summary>
public static class ShareEffects
{
    private const double Step = 1e-5;

    /// <summary>
    /// The derivative of the loop gain with respect to the share of every provision, at prior means, the steepest first; those without
    /// effect are left out. Where a share stands at 0 or 1 the slope is taken from inside.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="node">The node whose loop gain it is.</param>
    /// <param name="priorOf">The prior in force for a share; null for its own.</param>
    /// <param name="among">Names of the provisions looked at; null for all.</param>
    public static ImmutableArray<(string Provision, double Slope)> Of(
        InfluenceGraph graph,
        int node,
        Func<Parameter, Distribution>? priorOf = null,
        IReadOnlyCollection<string>? among = null
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        var prior = priorOf ?? (p => p.Prior);
        return
        [
            .. graph
                .Provisions.Where(p => among is null || among.Contains(p.Name))
                .Select(p => (p.Name, Slope: Slope(p.Name, p.Provision.Share)))
                .Where(x => Math.Abs(x.Slope) > 1e-6)
                .OrderByDescending(x => Math.Abs(x.Slope))
                .ThenBy(x => x.Name, StringComparer.Ordinal),
        ];

        double Slope(string name, Parameter share)
        {
            var mean = prior(share).Mean;
            var (low, high) = (Math.Max(0, mean - Step), Math.Min(1, mean + Step));
            return (Gain(name, high) - Gain(name, low)) / (high - low);
        }

        double Gain(string name, double value) =>
            LoopGain.Of(SelectionMatrix.Of(graph, (provision, p) => provision == name ? value : prior(p).Mean), node);
    }
}
