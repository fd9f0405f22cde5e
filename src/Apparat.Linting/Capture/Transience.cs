namespace Apparat.Linting;

/// <summary>Where a random walk that leaves a set of states goes, closed classes included: the least non-negative solution of (I-Q)X = R.</summary>
internal static class Transience
{
    /// <summary>Probability of ending in each column of <paramref name="exit"/>; the missing part of a row stays for ever.</summary>
    /// <param name="within">Q: probabilities of a step between states that are kept.</param>
    /// <param name="exit">R: probabilities of a step out, a column for each way.</param>
    public static double[,] Absorbed(double[,] within, double[,] exit)
    {
        var n = within.GetLength(0);
        var ways = exit.GetLength(1);
        var leaves = new bool[n];
        for (var grown = true; grown; )
        {
            grown = false;
            for (var i = 0; i < n; i++)
            {
                if (!leaves[i] && Leaves(i))
                    grown = leaves[i] = true;
            }
        }
        var kept = Enumerable.Range(0, n).Where(i => leaves[i]).ToArray();
        var a = new double[kept.Length, kept.Length];
        var b = new double[kept.Length, ways];
        for (var i = 0; i < kept.Length; i++)
        {
            for (var j = 0; j < kept.Length; j++)
                a[i, j] = (i == j ? 1 : 0) - within[kept[i], kept[j]];
            for (var w = 0; w < ways; w++)
                b[i, w] = exit[kept[i], w];
        }
        Solve(a, b);
        var absorbed = new double[n, ways];
        for (var i = 0; i < kept.Length; i++)
        {
            for (var w = 0; w < ways; w++)
                absorbed[kept[i], w] = b[i, w];
        }
        return absorbed;

        bool Leaves(int i)
        {
            for (var w = 0; w < ways; w++)
            {
                if (exit[i, w] > 0)
                    return true;
            }
            for (var j = 0; j < n; j++)
            {
                if (leaves[j] && within[i, j] > 0)
                    return true;
            }
            return false;
        }
    }

    // Gauss with partial pivoting; the solution replaces b.
    private static void Solve(double[,] a, double[,] b)
    {
        var n = a.GetLength(0);
        var columns = b.GetLength(1);
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i, k]) > Math.Abs(a[pivot, k]))
                    pivot = i;
            }
            for (var j = 0; j < n && pivot != k; j++)
                (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
            for (var j = 0; j < columns && pivot != k; j++)
                (b[k, j], b[pivot, j]) = (b[pivot, j], b[k, j]);
            for (var i = 0; i < n; i++)
            {
                if (i == k || a[i, k] == 0)
                    continue;
                var factor = a[i, k] / a[k, k];
                for (var j = k; j < n; j++)
                    a[i, j] -= factor * a[k, j];
                for (var j = 0; j < columns; j++)
                    b[i, j] -= factor * b[k, j];
            }
        }
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < columns; j++)
                b[i, j] /= a[i, i];
        }
    }
}
