using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Probabilities side by side, each with its interval.</summary>
/// <param name="Rows">Label and value; strong for the rows the others are compared with.</param>
public sealed record IntervalDots(ImmutableArray<(string Label, Estimate Value, bool Strong)> Rows) : Chart
{
    /// <inheritdoc/>
    public override Table Data =>
        new(
            Title,
            [new("world"), new("of 100 histories (95 % interval)", IsNumber: true)],
            [.. Rows.Select(r => ImmutableArray.Create<Cell>(r.Label, r.Value))]
        );

    /// <inheritdoc/>
    internal override JsonObject Drawing =>
        new()
        {
            ["rows"] = List(
                Rows.Select(r => new JsonObject
                {
                    ["label"] = r.Label,
                    ["value"] = Hundredth(r.Value.Value),
                    ["low"] = Hundredth(r.Value.Low),
                    ["high"] = Hundredth(r.Value.High),
                    ["text"] = Figures.Hundredths(r.Value),
                    ["strong"] = r.Strong,
                })
            ),
        };
}
