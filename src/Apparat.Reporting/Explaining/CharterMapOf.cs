using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Linting;
using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>The map of a charter: who fills whose seats, what an office may do to others, and the closed circles through it.</summary>
internal static class CharterMapOf
{
    // More circles than this are told, not drawn strong: the picture would hide the shortest.
    private const int Drawn = 4;

    /// <summary>The closed circles of selection through an office, the shortest first.</summary>
    public static ImmutableArray<Circle> Circles(InfluenceGraph graph, OrganId office) =>
        [.. graph.Circles().Where(c => c.Steps.Any(e => e.From == graph[office].Index)).OrderBy(c => c.Length)];

    /// <summary>Draws the map.</summary>
    /// <param name="charter">The charter.</param>
    /// <param name="office">The office asked about.</param>
    /// <param name="powers">Its powers, by provision name.</param>
    public static CharterMap Draw(Charter charter, OrganId office, IReadOnlySet<string> powers)
    {
        var graph = InfluenceGraph.Of(charter);
        var own = graph[office];
        var circles = Circles(graph, office);
        var strong = circles.Take(Drawn).SelectMany(c => c.Steps).ToHashSet();
        var shown = graph.Edges.Where(e => InfluenceGraph.IsSelection(e.Hold) || powers.Contains(e.Provision)).ToImmutableArray();
        var nodes = graph.Nodes.Where(n => shown.Any(e => e.From == n.Index || e.To == n.Index)).ToImmutableArray();
        return new CharterMap(
            [
                .. nodes.Select(n => new MapOrgan(
                    n.Name,
                    n.Index == own.Index && charter[office].Name != n.Name ? $"headed by {InText.The(charter[office].Name)}" : "",
                    n.Index == own.Index,
                    strong.Any(e => e.From == n.Index)
                )),
            ],
            [
                .. shown
                    .GroupBy(e => (e.From, e.To, OfOffice: powers.Contains(e.Provision)))
                    .Select(g => new Arrow(
                        graph.Nodes[g.Key.From].Name,
                        graph.Nodes[g.Key.To].Name,
                        string.Join(", ", g.Select(e => Does(e.Hold)).Distinct(StringComparer.Ordinal)),
                        string.Join(", ", g.Select(e => e.Clause.Text).Distinct(StringComparer.Ordinal)),
                        g.Key.OfOffice,
                        g.Any(strong.Contains)
                    )),
            ]
        )
        {
            Title = $"Who fills whose seats, and what {InText.The(charter[office].Name)} may do to others",
            Alt = circles.IsEmpty
                ? $"A map of {nodes.Length} organs. No closed circle passes through {own.Name}."
                : $"A map of {nodes.Length} organs. {circles.Length} closed circles pass through {own.Name}; the longest runs {Way(graph, circles[^1])}.",
        };
    }

    /// <summary>A circle in words, from organ to organ and back.</summary>
    public static string Way(InfluenceGraph graph, Circle circle) =>
        circle.Length == 1
            ? $"{graph.Charter[circle.Steps[0].Holder].Name} straight back to itself"
            : string.Join(" to ", circle.Steps.Select(e => graph.Charter[e.Holder].Name))
                + $" and back to {graph.Charter[circle.Steps[0].Holder].Name}";

    /// <summary>What a hold does, as a verb.</summary>
    public static string Does(Hold hold) =>
        hold switch
        {
            Hold.Fill => "fills",
            Hold.List => "draws up the list",
            Hold.Confirm => "confirms",
            Hold.Remove => "removes",
            Hold.Expel => "expels",
            Hold.Agenda => "sets the agenda",
            Hold.Papers => "keeps the files",
            Hold.Press => "holds the press",
            _ => "changes the size",
        };
}
