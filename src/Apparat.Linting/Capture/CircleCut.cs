using System.Collections.Immutable;

namespace Apparat.Linting;

/// <summary>The fewest provisions to strike so that no circle is left among some steps of selection: a minimum feedback set, exactly.</summary>
public static class CircleCut
{
    private const int Deepest = 6;

    /// <summary>
    /// The first such set in the order of the document; empty if there is no circle; null if more than six provisions would be needed.
    /// Searched by iterative deepening: some provision of every circle must go, so only those of one shortest circle are tried at each step.
    /// </summary>
    public static ImmutableArray<string>? Of(InfluenceGraph graph, IEnumerable<InfluenceEdge> among)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var edges = among.ToList();
        for (var depth = 0; depth <= Deepest; depth++)
        {
            if (Cut(graph, edges, depth, []) is { } cut)
                return [.. cut.OrderBy(name => edges.FindIndex(e => e.Provision == name))];
        }
        return null;
    }

    private static List<string>? Cut(InfluenceGraph graph, List<InfluenceEdge> edges, int depth, List<string> struck)
    {
        var left = edges.Where(e => !struck.Contains(e.Provision)).ToList();
        if (Shortest(graph, left) is not { } circle)
            return [.. struck];
        if (depth == 0)
            return null;
        foreach (var name in circle.Steps.Select(s => s.Provision).Distinct())
        {
            struck.Add(name);
            if (Cut(graph, edges, depth - 1, struck) is { } found)
                return found;
            struck.RemoveAt(struck.Count - 1);
        }
        return null;
    }

    private static Circle? Shortest(InfluenceGraph graph, List<InfluenceEdge> edges) => graph.CirclesOf(edges, 200).MinBy(c => c.Length);
}
