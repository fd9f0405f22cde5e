namespace Apparat.Linting;

/// <summary>Who ultimately selects each node, when every chooser is traced back to his own choosers: the absorption matrix (I-Q)^-1 R.</summary>
public sealed class UltimateSelection
{
    private readonly double[,] _absorbed;
    private readonly int[] _rowOf;
    private readonly int[] _columnOf;

    private UltimateSelection(SelectionMatrix matrix)
    {
        Matrix = matrix;
        var inside = Enumerable.Range(0, matrix.Size).Where(i => !matrix.IsRoot(i)).ToArray();
        _rowOf = [.. Enumerable.Range(0, matrix.Size).Select(i => Array.IndexOf(inside, i))];
        _columnOf = [.. Enumerable.Range(0, matrix.Size).Select(i => matrix.Roots.IndexOf(i))];
        var exit = new double[inside.Length, matrix.Roots.Length + 1];
        for (var i = 0; i < inside.Length; i++)
        {
            for (var r = 0; r < matrix.Roots.Length; r++)
                exit[i, r] = matrix[inside[i], matrix.Roots[r]];
            exit[i, matrix.Roots.Length] = matrix.Outside(inside[i]);
        }
        _absorbed = Transience.Absorbed(LoopGain.Block(matrix, inside), exit);
    }

    /// <summary>The matrix it was worked out from.</summary>
    public SelectionMatrix Matrix { get; }

    /// <summary>Works it out for every node.</summary>
    public static UltimateSelection Of(SelectionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new UltimateSelection(matrix);
    }

    /// <summary>Share in [0,1] of a node's seats that a root ultimately selects; a root selects itself, and other nodes select nothing in the end.</summary>
    public double ByRoot(int node, int root)
    {
        if (_columnOf[root] < 0)
            return 0;
        return _rowOf[node] < 0 ? (node == root ? 1 : 0) : _absorbed[_rowOf[node], _columnOf[root]];
    }

    /// <summary>Share in [0,1] that comes from outside the charter: lot, branches, what provisions do not decide.</summary>
    public double ByOutside(int node) => _rowOf[node] < 0 ? 0 : _absorbed[_rowOf[node], Matrix.Roots.Length];

    /// <summary>Share in [0,1] that roots and outside select together.</summary>
    public double Exogenous(int node) => Math.Clamp(ByOutside(node) + Matrix.Roots.Sum(r => ByRoot(node, r)), 0, 1);

    /// <summary>Share in [0,1] that nobody outside ever selects: the self-perpetuating part.</summary>
    public double SelfPerpetuating(int node) => 1 - Exogenous(node);
}
