using System.Collections.Immutable;
using System.Globalization;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>A value through time.</summary>
/// <param name="Name">As printed beside it.</param>
/// <param name="Points">Day and value with its interval.</param>
/// <param name="Dashed">True for a world that is compared with.</param>
public sealed record Line(string Name, ImmutableArray<(DateOnly Day, Estimate Value)> Points, bool Dashed = false);

/// <summary>Values through time with bands.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="High">Top of the scale; the bottom is 0.</param>
public sealed record LinesOverTime(ImmutableArray<Line> Lines, double High = 1) : Chart
{
    /// <inheritdoc/>
    public override Table Data =>
        new(
            Title,
            [new("day"), .. Lines.Select(l => new TableColumn(l.Name, IsNumber: true))],
            [
                .. Lines[0]
                    .Points.Select((p, i) => (p, i))
                    .Where(x => x.i % 6 == 0 || x.i == Lines[0].Points.Length - 1)
                    .Select(x =>
                        ImmutableArray.CreateRange<Cell>(
                            [new Cell(x.p.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture)), .. Lines.Select(l => (Cell)l.Points[x.i].Value)]
                        )
                    ),
            ]
        );
}
