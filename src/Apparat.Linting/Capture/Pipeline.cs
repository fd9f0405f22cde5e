using System.Collections.Immutable;

namespace Apparat.Linting;

/// <summary>One body of a pipeline: who fills it, and when.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Feeders">Share of its new seats that each node effectively chooses; the rest is chosen outside and never ours.</param>
/// <param name="Turnover">Part of its seats refilled every month, in [0,1].</param>
/// <param name="Every">Months between renewals; 0 if it has none.</param>
/// <param name="Renewed">Part of its seats refilled at a renewal, in [0,1].</param>
/// <param name="Start">Share of its seats that is ours at the start.</param>
/// <param name="IsCaptor">True for the captor himself, whose share stays as it is.</param>
public sealed record PipelineNode(
    string Name,
    ImmutableArray<(int Node, double Share)> Feeders,
    double Turnover = 0,
    int Every = 0,
    double Renewed = 1,
    double Start = 0,
    bool IsCaptor = false
);

/// <summary>
/// Mean-field spread of a captor's clients along "who fills whom" (theory.md 7.2): month by month each node moves toward what its feeders
/// hold, by its turnover or at its renewals. Nodes are brought up to date in the order given, so a node later in the list sees this month's
/// shares of those before it.
/// </summary>
public sealed class Pipeline(ImmutableArray<PipelineNode> nodes)
{
    /// <summary>The nodes, in the order in which they are brought up to date.</summary>
    public ImmutableArray<PipelineNode> Nodes { get; } = nodes;

    /// <summary>Shares of all nodes month by month: the first item is the start, the second the end of the first month, without end.</summary>
    public IEnumerable<double[]> Months()
    {
        var share = Nodes.Select(n => n.Start).ToArray();
        yield return [.. share];
        for (var month = 1; ; month++)
        {
            for (var i = 0; i < share.Length; i++)
            {
                var node = Nodes[i];
                if (node.IsCaptor)
                    continue;
                var part = node.Turnover + (node.Every > 0 && month % node.Every == 0 ? node.Renewed * (1 - node.Turnover) : 0);
                var fed = 0.0;
                foreach (var (from, by) in node.Feeders)
                    fed += by * share[from];
                share[i] += part * (fed - share[i]);
            }
            yield return [.. share];
        }
    }

    /// <summary>The first month in which a node's share is above a quota; null if it is not within <paramref name="atMost"/> months.</summary>
    public int? FirstAbove(int node, double quota, int atMost = 1200) => FirstWhen(s => s[node] > quota, atMost);

    /// <summary>The first month in which something is true of the shares; null if it is not within <paramref name="atMost"/> months.</summary>
    public int? FirstWhen(Func<double[], bool> holds, int atMost = 1200)
    {
        ArgumentNullException.ThrowIfNull(holds);
        var month = 0;
        foreach (var share in Months().Take(atMost + 1))
        {
            if (holds(share))
                return month;
            month++;
        }
        return null;
    }
}
