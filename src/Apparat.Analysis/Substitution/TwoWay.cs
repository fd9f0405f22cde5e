using System.Collections.Immutable;

namespace Apparat.Analysis;

/// <summary>A table split into its mean, an effect a row, an effect a column and what is left of each cell, so that the four sum to the
/// cell
/// (two-way effects, as in the analysis of variance).</summary>
/// <param name="Mean">Mean of all cells.</param>
/// <param name="Rows">Row mean less mean.</param>
/// <param name="Columns">Column mean less mean.</param>
/// <param name="Rest">What is left of each cell, row by row.</param>
public sealed record TwoWay(
    double Mean,
    ImmutableArray<double> Rows,
    ImmutableArray<double> Columns,
    ImmutableArray<ImmutableArray<double>> Rest
)
{
    /// <summary>Splits a table of at least one row and column.</summary>
    /// <exception cref="ArgumentException">The table is empty or its rows differ in length.</exception>
    public static TwoWay Split(IReadOnlyList<IReadOnlyList<double>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count == 0 || cells[0].Count == 0 || cells.Any(r => r.Count != cells[0].Count))
            throw new ArgumentException("A table with rows of one length is needed.", nameof(cells));
        var mean = cells.Average(r => r.Average());
        ImmutableArray<double> rows = [.. cells.Select(r => r.Average() - mean)];
        ImmutableArray<double> columns = [.. Enumerable.Range(0, cells[0].Count).Select(c => cells.Average(r => r[c]) - mean)];
        return new(
            mean,
            rows,
            columns,
            [.. cells.Select((r, i) => ImmutableArray.CreateRange(r.Select((v, c) => v - (mean + rows[i] + columns[c]))))]
        );
    }

    /// <summary>The cell the parts sum to.</summary>
    public double this[int row, int column] => Mean + Rows[row] + Columns[column] + Rest[row][column];
}
