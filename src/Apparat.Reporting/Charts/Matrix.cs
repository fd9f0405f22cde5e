using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Probabilities by row and column, shaded by size.</summary>
/// <param name="Columns">Column labels.</param>
/// <param name="Rows">Row labels with a value a column; strong for the row that is asked about.</param>
public sealed record Matrix(
    ImmutableArray<string> Columns,
    ImmutableArray<(string Label, ImmutableArray<Estimate> Values, bool Strong)> Rows
) : Chart
{
    /// <inheritdoc/>
    public override Table Data =>
        new(
            Title,
            [new(""), .. Columns.Select(c => new TableColumn(c, IsNumber: true))],
            [.. Rows.Select(r => ImmutableArray.CreateRange<Cell>([new Cell(r.Label), .. r.Values.Select(v => (Cell)v)]))]
        );

    /// <inheritdoc/>
    internal override JsonObject Drawing =>
        new()
        {
            ["columns"] = List(Columns.Select(c => (JsonNode)c)),
            ["top"] = Hundredth(
                Math.Max(0.25, Rows.SelectMany(r => r.Values).Where(v => v.IsDefined).Select(v => v.Value).DefaultIfEmpty(0).Max())
            ),
            ["rows"] = List(
                Rows.Select(r => new JsonObject
                {
                    ["label"] = r.Label,
                    ["strong"] = r.Strong,
                    ["cells"] = List(
                        r.Values.Select(v => new JsonObject { ["value"] = Hundredth(v.Value), ["text"] = Figures.Hundredths(v) })
                    ),
                })
            ),
        };
}
