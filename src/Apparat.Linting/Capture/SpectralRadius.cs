using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Largest eigenvalue in modulus of the selection matrix without its roots: below 1 exactly if every node has outside influence.</summary>
public static class SpectralRadius
{
    private const int Squarings = 60;

    /// <summary>The spectral radius, in [0,1]; to about 1e-13.</summary>
    public static double Of(SelectionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var q = LoopGain.Block(matrix, [.. Enumerable.Range(0, matrix.Size).Where(i => !matrix.IsRoot(i))]);
        // Gelfand: the 2^m-th root of the norm of Q^(2^m); each square is scaled back to norm 1 and the logarithm kept.
        var logarithm = 0.0;
        for (var m = 0; m <= Squarings; m++)
        {
            var norm = Norm(q);
            if (norm == 0)
                return 0;
            logarithm += Math.ScaleB(StableMath.Log(norm), -m);
            Scale(q, 1 / norm);
            q = Square(q);
        }
        return StableMath.Exp(logarithm);
    }

    private static double Norm(double[,] q)
    {
        var norm = 0.0;
        for (var i = 0; i < q.GetLength(0); i++)
        {
            var row = 0.0;
            for (var j = 0; j < q.GetLength(1); j++)
                row += q[i, j];
            norm = Math.Max(norm, row);
        }
        return norm;
    }

    private static void Scale(double[,] q, double factor)
    {
        for (var i = 0; i < q.GetLength(0); i++)
        {
            for (var j = 0; j < q.GetLength(1); j++)
                q[i, j] *= factor;
        }
    }

    private static double[,] Square(double[,] q)
    {
        var n = q.GetLength(0);
        var square = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < n; k++)
            {
                for (var j = 0; j < n; j++)
                    square[i, j] += q[i, k] * q[k, j];
            }
        }
        return square;
    }
}
