using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>Probabilities side by side, each with its interval, on a scale from 0 to 1.</summary>
/// <param name="Rows">Label and value.</param>
public sealed record IntervalDots(ImmutableArray<(string Label, Estimate Value)> Rows) : Chart
{
    /// <inheritdoc/>
    public override Table Data =>
        new(Title, [new("world"), new("probability", IsNumber: true)], [.. Rows.Select(r => ImmutableArray.Create<Cell>(r.Label, r.Value))]);
}
