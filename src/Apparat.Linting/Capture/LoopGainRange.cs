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
    /// <summary>
    /// How many draws the ranges rest on: the middle of each equal slice of every prior, in an order of its own (Latin hypercube). They know a
    /// bound to about .005 (one standard deviation on the stylised party against a dense grid); 100 draws knew it to .01.
    /// </summary>
    public const int Draws = 400;

    private static readonly Purpose Slice = Purpose.Of("loop gain, order of slices");

    private readonly Lazy<SelectionMatrix[]> _drawn;

    /// <summary>Gains of a charter's graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="priorOf">The prior in force for a share; null for its own.</param>
    public LoopGains(InfluenceGraph graph, Func<Parameter, Distribution>? priorOf = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var priors = graph
            .Charter.Organs.SelectMany(o => SharesOn(graph, o.Id))
            .DistinctBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(p => p.Name, p => priorOf?.Invoke(p) ?? p.Prior, StringComparer.Ordinal);
        var means = priors.ToDictionary(p => p.Key, p => p.Value.Mean, StringComparer.Ordinal);
        Matrix = SelectionMatrix.Of(graph, p => means[p.Name]);
        _drawn = new(() => Draw(graph, priors, means));
    }

    /// <summary>The selection matrix at the means.</summary>
    public SelectionMatrix Matrix { get; }

    /// <summary>The loop gain of a node at the means alone.</summary>
    public double AtMeans(int node) => LoopGain.Of(Matrix, node);

    /// <summary>The loop gain of a node with its range.</summary>
    public LoopGainRange Of(int node)
    {
        var gains = _drawn.Value.Select(m => LoopGain.Of(m, node)).Order().ToArray();
        var cut = gains.Length / 20;
        return new LoopGainRange(AtMeans(node), gains[cut], gains[^(cut + 1)]);
    }

    private SelectionMatrix[] Draw(InfluenceGraph graph, Dictionary<string, Distribution> priors, Dictionary<string, double> means)
    {
        var open = priors.Where(p => p.Value.Low < p.Value.High).ToList();
        if (open.Count == 0)
            return [Matrix];
        // Equal priors have equal slices.
        var slices = open.Select(p => p.Value).Distinct().ToDictionary(p => p, Slices);
        var values = open.ToDictionary(p => p.Key, p => Shuffled(p.Key, slices[p.Value]), StringComparer.Ordinal);
        // Rows that no open share bears on are those at the means.
        var moved = graph.Nodes.Where(n => n.Organs.Any(o => SharesOn(graph, o).Any(p => values.ContainsKey(p.Name)))).ToList();
        return
        [
            .. Enumerable
                .Range(0, Draws)
                .Select(d => Matrix.With(p => values.TryGetValue(p.Name, out var drawn) ? drawn[d] : means[p.Name], moved)),
        ];
    }

    private static double[] Slices(Distribution prior) =>
        [.. Enumerable.Range(0, Draws).Select(i => Math.Clamp(prior.Quantile((i + 0.5) / Draws), 0, 1))];

    private static double[] Shuffled(string name, double[] slices)
    {
        var chance = new Chance(0, 0);
        var key = Key.Of(name);
        return [.. slices.Select((value, i) => (value, i)).OrderBy(x => chance.Unit(Slice, key, 0, (ulong)x.i)).Select(x => x.value)];
    }

    private static IEnumerable<Parameter> SharesOn(InfluenceGraph graph, OrganId organ) =>
        graph.Selection[organ.Index] is var (rules, confirmers)
            ? rules.SelectMany(Shares).Concat(confirmers.Select(c => c.Confirm.Share))
            : [];

    private static IEnumerable<Parameter> Shares(SelectionOf rule) =>
        rule
            .Lists.Select(l => l.List.Share)
            .Concat(rule.Confirms.Select(c => c.Confirm.Share))
            .Append(rule.Share)
            .Concat(rule.Otherwise is { } reference ? Shares(reference) : []);
}
