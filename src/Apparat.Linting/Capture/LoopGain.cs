namespace Apparat.Linting;

/// <summary>
/// Loop gain of a node: the probability that, asking "who chose the chooser?" again and again, one comes back to it before one comes to
/// the outside. 0: no circle; 1: closed, nobody outside has a say.
/// </summary>
public static class LoopGain
{
    /// <summary>Loop gain of one node, in [0,1]; 0 for a root.</summary>
    public static double Of(SelectionMatrix matrix, int node)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var back = Returning(matrix, node);
        var gain = 0.0;
        for (var a = 0; a < matrix.Size; a++)
            gain += matrix[node, a] * (a == node ? 1 : back[a]);
        return Math.Clamp(gain, 0, 1);
    }

    /// <summary>Loop gain of the node of one organ at the prior means of a charter's shares, in [0,1].</summary>
    public static double Of(InfluenceGraph graph, string organ) => Of(SelectionMatrix.Of(graph), graph[organ].Index);

    /// <summary>Probability that the walk from each other node comes to <paramref name="node"/> at all; 0 at the node itself.</summary>
    internal static double[] Returning(SelectionMatrix matrix, int node)
    {
        var others = Enumerable.Range(0, matrix.Size).Where(i => i != node).ToArray();
        var exit = new double[others.Length, 1];
        for (var i = 0; i < others.Length; i++)
            exit[i, 0] = matrix[others[i], node];
        // Only the way to the node counts as a way out: whoever cannot come to it drops from the equations.
        var solved = Transience.Absorbed(Block(matrix, others), exit);
        var returning = new double[matrix.Size];
        for (var i = 0; i < others.Length; i++)
            returning[others[i]] = solved[i, 0];
        return returning;
    }

    /// <summary>Rows and columns of the matrix for some nodes.</summary>
    internal static double[,] Block(SelectionMatrix matrix, int[] nodes)
    {
        var block = new double[nodes.Length, nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            for (var j = 0; j < nodes.Length; j++)
                block[i, j] = matrix[nodes[i], nodes[j]];
        }
        return block;
    }
}
