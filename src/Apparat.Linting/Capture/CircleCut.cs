using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>The fewest provisions to strike so that no circle is left among some steps of selection: minimum feedback sets, exactly.</summary>
public static class CircleCut
{
    private const int Deepest = 6;
    private const int Most = 24;

    /// <summary>
    /// All such sets, 24 at most, each in the order of the document; one empty set if there is no circle; none if more than six provisions
    /// would be needed. By iterative deepening: some provision of every circle must go, so only those of one shortest circle are tried.
    /// </summary>
    public static ImmutableArray<ImmutableArray<string>> Of(InfluenceGraph graph, IEnumerable<InfluenceEdge> among)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var edges = among.ToList();
        var cuts = new List<ImmutableArray<string>>();
        for (var depth = 0; depth <= Deepest && cuts.Count == 0; depth++)
            Cut(graph, edges, depth, [], cuts);
        return [.. cuts.DistinctBy(c => string.Join('|', c))];
    }

    private static void Cut(
        InfluenceGraph graph,
        List<InfluenceEdge> edges,
        int depth,
        List<string> struck,
        List<ImmutableArray<string>> cuts
    )
    {
        if (cuts.Count >= Most)
            return;
        // With a sentence go its tails.
        var left = edges.Where(e => !struck.Contains(e.Provision) && !struck.Contains(Charter.SentenceOf(e.Provision))).ToList();
        if (Shortest(graph, left) is not { } circle)
        {
            cuts.Add([.. struck.OrderBy(name => edges.FindIndex(e => e.Provision == name))]);
            return;
        }
        if (depth == 0)
            return;
        foreach (var name in circle.Steps.SelectMany(s => new[] { s.Provision, Charter.SentenceOf(s.Provision) }).Distinct())
        {
            struck.Add(name);
            Cut(graph, edges, depth - 1, struck, cuts);
            struck.RemoveAt(struck.Count - 1);
        }
    }

    private static Circle? Shortest(InfluenceGraph graph, List<InfluenceEdge> edges) => graph.CirclesOf(edges, 200).MinBy(c => c.Length);
}
