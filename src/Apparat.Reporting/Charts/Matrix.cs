using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Probabilities by row and column, shaded by size.</summary>
/// <param name="Columns">Column labels.</param>
/// <param name="Rows">Row labels with a value a column.</param>
public sealed record Matrix(ImmutableArray<string> Columns, ImmutableArray<(string Label, ImmutableArray<Estimate> Values)> Rows) : Chart
{
    /// <inheritdoc/>
    public override Table Data =>
        new(
            Title,
            [new(""), .. Columns.Select(c => new TableColumn(c, IsNumber: true))],
            [.. Rows.Select(r => ImmutableArray.CreateRange<Cell>([new Cell(r.Label), .. r.Values.Select(v => (Cell)v)]))]
        );
}
