namespace Apparat.Linting;

/// <summary>How many ways of selection, no two sharing a step, lead from outside to a node: so many links must be corrupted to cut it off.</summary>
public static class RootPaths
{
    /// <summary>The number of edge-disjoint paths (Menger 1927), by augmenting paths; roots, lots and branches are outside.</summary>
    public static int Count(SelectionMatrix matrix, int node)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.IsRoot(node))
            return 0;
        var source = matrix.Size;
        var flow = new int[matrix.Size + 1, matrix.Size + 1];
        foreach (var step in matrix.Graph.OrdinarySelection().Select(e => (e.From, e.To, e.Provision)).Distinct())
            flow[step.From, step.To] += matrix[step.To, step.From] > 0 ? 1 : 0;
        for (var b = 0; b < matrix.Size; b++)
        {
            if (matrix.IsRoot(b))
                flow[source, b] = int.MaxValue / 2;
            else if (matrix.Outside(b) > 0)
                flow[source, b] = 1;
        }
        var paths = 0;
        while (Augment(flow, source, node))
            paths++;
        return paths;
    }

    private static bool Augment(int[,] flow, int source, int sink)
    {
        var from = new int[flow.GetLength(0)];
        Array.Fill(from, -1);
        from[source] = source;
        var open = new Queue<int>([source]);
        while (open.TryDequeue(out var a) && from[sink] < 0)
        {
            for (var b = 0; b < from.Length; b++)
            {
                if (from[b] < 0 && flow[a, b] > 0)
                {
                    from[b] = a;
                    open.Enqueue(b);
                }
            }
        }
        if (from[sink] < 0)
            return false;
        for (var b = sink; b != source; b = from[b])
        {
            flow[from[b], b]--;
            flow[b, from[b]]++;
        }
        return true;
    }
}
