using System.Collections.Immutable;
using Apparat.Linting;
using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>The map of a charter: who fills whose seats, with the closed circles through an organ drawn strong.</summary>
internal static class CharterMapOf
{
    // More circles than this are told, not drawn strong: the picture would hide the shortest.
    private const int Drawn = 3;

    public static CharterMap Draw(Charter charter, OrganId office)
    {
        var graph = InfluenceGraph.Of(charter);
        var node = graph[office];
        var circles = graph.Circles().Where(c => c.Steps.Any(e => e.From == node.Index)).OrderBy(c => c.Length).ToList();
        var inCircle = circles.Take(Drawn).SelectMany(c => c.Steps).ToHashSet();
        var organs = graph
            .Nodes.Where(n => graph.Edges.Any(e => InfluenceGraph.IsSelection(e.Hold) && (e.From == n.Index || e.To == n.Index)))
            .OrderBy(n => n.Index == node.Index ? 0 : 1)
            .ThenBy(n => inCircle.Any(e => e.From == n.Index) ? 0 : 1)
            .ToImmutableArray();
        return new CharterMap(
            [.. organs.Select(o => o.Name)],
            [
                .. graph
                    .Edges.Where(e => InfluenceGraph.IsSelection(e.Hold))
                    .Select(e => new Arrow(graph.Nodes[e.From].Name, graph.Nodes[e.To].Name, $"{e.Provision} {Verb(e.Hold)}", inCircle.Contains(e))),
            ]
        )
        {
            Title = "Who fills whose seats: the charter's circles",
            Alt = circles.Count == 0
                ? $"No closed circle passes through {node.Name}."
                : $"{circles.Count} closed circles pass through {node.Name}; the shortest runs {string.Join(" to ", circles[0].Steps.Select(e => graph.Nodes[e.From].Name))} and back.",
        };
    }

    private static string Verb(Hold hold) =>
        hold switch
        {
            Hold.Fill => "fills",
            Hold.List => "lists",
            _ => "confirms",
        };
}
