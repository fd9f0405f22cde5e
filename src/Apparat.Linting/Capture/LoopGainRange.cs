using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Loop gain of a node over the priors of a charter's shares (rulings M1): at the means, and between which values it mostly lies.</summary>
/// <param name="AtMeans">With every share at the mean of its prior.</param>
/// <param name="Low">5% of the draws lie below.</param>
/// <param name="High">5% of the draws lie above.</param>
public readonly record struct LoopGainRange(double AtMeans, double Low, double High);

/// <summary>Loop gains of a charter's nodes, at the means of the share priors and over draws from them.</summary>
public sealed class LoopGains
{
    /// <summary>How many draws the ranges rest on, one from each equal slice of every prior (Latin hypercube, McKay and others 1979).</summary>
    public const int Draws = 100;

    private static readonly Purpose Slice = Purpose.Of("loop gain, order of slices");
    private static readonly Purpose Within = Purpose.Of("loop gain, place in a slice");

    private readonly Lazy<SelectionMatrix[]> drawn;

    /// <summary>Gains of a charter's graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="priorOf">The prior in force for a share; null for its own.</param>
    /// <param name="struck">Provisions struck; null for none.</param>
    public LoopGains(InfluenceGraph graph, Func<Parameter, Distribution>? priorOf = null, IReadOnlySet<string>? struck = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var prior = priorOf ?? (p => p.Prior);
        Matrix = SelectionMatrix.Of(graph, (name, p) => struck?.Contains(name) == true ? 0 : prior(p).Mean);
        var open = graph
            .Provisions.SelectMany(p => new[] { p.Provision.Share }.Concat(p.Head.AllInfluences.Select(i => i.Share)))
            .Where(p => prior(p).Low < prior(p).High)
            .DistinctBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(p => p.Name, p => Sample(p, prior(p)), StringComparer.Ordinal);
        drawn = new(() =>
            open.Count == 0
                ? [Matrix]
                :
                [
                    .. Enumerable
                        .Range(0, Draws)
                        .Select(d =>
                            SelectionMatrix.Of(
                                graph,
                                (name, p) =>
                                    struck?.Contains(name) == true ? 0
                                    : open.TryGetValue(p.Name, out var values) ? values[d]
                                    : prior(p).Mean
                            )
                        ),
                ]
        );
    }

    /// <summary>The selection matrix at the means.</summary>
    public SelectionMatrix Matrix { get; }

    /// <summary>The loop gain of a node at the means alone.</summary>
    public double AtMeans(int node) => LoopGain.Of(Matrix, node);

    /// <summary>The loop gain of a node with its range.</summary>
    public LoopGainRange Of(int node)
    {
        var gains = drawn.Value.Select(m => LoopGain.Of(m, node)).Order().ToArray();
        var cut = gains.Length / 20;
        return new LoopGainRange(AtMeans(node), gains[cut], gains[^(cut + 1)]);
    }

    private static double[] Sample(Parameter parameter, Distribution prior)
    {
        var chance = new Chance(0, 0);
        var key = Key.Of(parameter.Name);
        var order = Enumerable.Range(0, Draws).OrderBy(d => chance.Unit(Slice, key, 0, (ulong)d)).ToArray();
        return [.. order.Select((slice, d) => Math.Clamp(prior.Quantile((slice + chance.Open(Within, key, 0, (ulong)d)) / Draws), 0, 1))];
    }
}
