using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>
/// Maximises a sum of variables that are not negative under "at most" constraints whose right sides are not negative, in exact fractions, by the
/// simplex method with Bland's rule (1977), which never runs in circles.
/// </summary>
internal static class LinearProgram
{
    /// <summary>The values of the variables at the maximum; null if there is none because the sum can grow without bound.</summary>
    /// <param name="rows">One constraint a row: its coefficients and, last, its right side.</param>
    /// <param name="objective">The coefficients of the sum.</param>
    /// <param name="cancel">To stop.</param>
    public static Fraction[]? Maximise(Fraction[][] rows, Fraction[] objective, CancellationToken cancel)
    {
        var (m, n) = (rows.Length, objective.Length);
        // Columns: variables, slacks, right side. The last row is the objective, its sign turned.
        var table = new Fraction[m + 1][];
        for (var i = 0; i < m; i++)
        {
            table[i] = new Fraction[n + m + 1];
            rows[i].AsSpan(0, n).CopyTo(table[i]);
            table[i][n + i] = Fraction.Of(1);
            table[i][^1] = rows[i][n];
        }
        table[m] = new Fraction[n + m + 1];
        for (var j = 0; j < n; j++)
            table[m][j] = Fraction.Of(0) - objective[j];
        int[] basis = [.. Enumerable.Range(n, m)];
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var enters = Array.FindIndex(table[m], 0, n + m, x => x.Numerator.Sign < 0);
            if (enters < 0)
                break;
            var leaves = -1;
            for (var i = 0; i < m; i++)
            {
                if (table[i][enters].Numerator.Sign <= 0)
                    continue;
                var order = leaves < 0 ? -1 : (table[i][^1] / table[i][enters]).CompareTo(table[leaves][^1] / table[leaves][enters]);
                if (order < 0 || (order == 0 && basis[i] < basis[leaves]))
                    leaves = i;
            }
            if (leaves < 0)
                return null;
            Pivot(table, leaves, enters);
            basis[leaves] = enters;
        }
        var values = new Fraction[n];
        for (var i = 0; i < m; i++)
        {
            if (basis[i] < n)
                values[basis[i]] = table[i][^1];
        }
        return values;
    }

    private static void Pivot(Fraction[][] table, int row, int column)
    {
        var by = table[row][column];
        for (var j = 0; j < table[row].Length; j++)
        {
            if (!table[row][j].IsZero)
                table[row][j] /= by;
        }
        for (var i = 0; i < table.Length; i++)
        {
            var factor = table[i][column];
            if (i == row || factor.IsZero)
                continue;
            for (var j = 0; j < table[i].Length; j++)
            {
                if (!table[row][j].IsZero)
                    table[i][j] -= factor * table[row][j];
            }
        }
    }
}
