using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>
/// How fast a captor's clients spread through a charter, in the mean: a <see cref="Pipeline"/> read from the selection matrix, the terms and
/// the turnover. Every seat that comes up is taken to be refilled, so these are the shortest times the calendar allows.
/// </summary>
public static class CaptureTime
{
    /// <summary>The pipeline of a charter from the moment some nodes act for the captor.</summary>
    /// <param name="matrix">Who chooses whom.</param>
    /// <param name="captors">Nodes that act for him from the first day.</param>
    /// <param name="mean">Mean of a parameter.</param>
    /// <param name="usual">Turnover per seat and month where seats are held at pleasure and the charter gives none.</param>
    /// <param name="lost">True for the reverse: all other nodes are his, and the captors' nodes have just gone to others.</param>
    public static (Pipeline Pipeline, ImmutableArray<int> Order) Of(
        SelectionMatrix matrix,
        IReadOnlySet<int> captors,
        Func<Parameter, double> mean,
        double usual,
        bool lost = false
    )
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var order = Order(matrix, captors);
        var place = order.Select((node, i) => (node, i)).ToDictionary(x => x.node, x => x.i);
        return (
            new Pipeline([
                .. order.Select(b =>
                {
                    var organ = matrix.Graph.Charter[matrix.Graph.Nodes[b].Organs[0]];
                    var rotation = Rotation(matrix.Graph, organ);
                    var every = rotation?.Every ?? Months(matrix.Graph.Charter, organ, 0) ?? 0;
                    return new PipelineNode(
                        matrix.Graph.Nodes[b].Name,
                        [.. order.Where(a => matrix[b, a] > 0).Select(a => (place[a], matrix[b, a]))],
                        every > 0 ? 0
                            : organ.Turnover is { } turnover ? Math.Clamp(mean(turnover), 0, 1)
                            : usual,
                        every,
                        rotation is { } r ? (double)r.Classes[0] / organ.Seats : 1,
                        captors.Contains(b) != lost && !matrix.IsRoot(b) ? 1 : 0,
                        captors.Contains(b) || matrix.IsRoot(b)
                    );
                }),
            ]),
            order
        );
    }

    /// <summary>The first month in which the captor has more than half of every node of a target; null if not within 100 years.</summary>
    public static int? Months(
        SelectionMatrix matrix,
        IReadOnlySet<int> captors,
        IReadOnlySet<int> target,
        Func<Parameter, double> mean,
        double usual
    )
    {
        var (pipeline, order) = Of(matrix, captors, mean, usual);
        var wanted = order
            .Select((node, i) => (node, i))
            .Where(x => target.Contains(x.node) && !captors.Contains(x.node))
            .Select(x => x.i)
            .ToArray();
        return pipeline.FirstWhen(share => wanted.All(i => share[i] > 0.5));
    }

    /// <summary>The classes in which an organ's seats retire, and the months between two of them; null if they do not retire in turn.</summary>
    public static (ImmutableArray<int> Classes, int Every)? Rotation(InfluenceGraph graph, Organ organ)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(organ);
        var rotation = graph
            .Provisions.Where(p => p.Provision is Rule)
            .SelectMany(p => p.Head.AllNorms)
            .OfType<RotationNorm>()
            .FirstOrDefault(r => r.Portion.Of == organ.Id);
        if (rotation is null || Rhythm(graph.Charter[rotation.Meeting].Meets) is not { } every)
            return null;
        var part = Math.Clamp(rotation.Portion.Quantity.In(organ.Seats), 1, organ.Seats);
        return ([.. Enumerable.Range(0, (organ.Seats + part - 1) / part).Select(i => Math.Min(part, organ.Seats - (i * part)))], every);
    }

    /// <summary>
    /// Months until so many seats of an organ have come up at its renewals: one by one of its classes where they retire in turn, all at the
    /// first where they do not; null if its seats come free one by one.
    /// </summary>
    public static int? MonthsByTerms(InfluenceGraph graph, Organ organ, int needed) =>
        Rotation(graph, organ) is { } rotation ? StaggeredTerms.MonthsToCapture(rotation.Classes, rotation.Every, needed)
        : Months(graph.Charter, organ) is { } months ? StaggeredTerms.MonthsToCapture([organ.Seats], months, needed)
        : null;

    /// <summary>Months between two renewals of an organ's seats; null if they come free one by one.</summary>
    public static int? Months(Charter charter, Organ organ) => Months(charter, organ, 0);

    private static int? Months(Charter charter, Organ organ, int depth)
    {
        if (organ.Term.Months is { } months)
            return months;
        if (organ.Term.Until is { } until && depth < charter.Organs.Length)
            return Months(charter, charter[until], depth + 1) ?? Rhythm(charter[until].Meets);
        return organ.Counted ? Rhythm(organ.Meets) : null;
    }

    private static int? Rhythm(Meetings meets)
    {
        if (meets.EveryMonths > 0)
            return meets.EveryMonths;
        if (meets.Dates.Length < 2)
            return null;
        var (first, last) = (meets.Dates[0], meets.Dates[^1]);
        return Math.Max(1, (((last.Year - first.Year) * 12) + last.Month - first.Month) / (meets.Dates.Length - 1));
    }

    // Breadth first from the captors, so that a month's news travels as far as the calendar lets it.
    private static ImmutableArray<int> Order(SelectionMatrix matrix, IReadOnlySet<int> captors)
    {
        var order = captors.Order().ToList();
        for (var i = 0; i < order.Count; i++)
        {
            for (var b = 0; b < matrix.Size; b++)
            {
                if (matrix[b, order[i]] > 0 && !order.Contains(b))
                    order.Add(b);
            }
        }
        return [.. order, .. Enumerable.Range(0, matrix.Size).Except(order)];
    }
}
