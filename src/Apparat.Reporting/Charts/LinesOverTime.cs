using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>A value through time.</summary>
/// <param name="Name">As printed beside it.</param>
/// <param name="Points">Day and value with its interval.</param>
/// <param name="Dashed">True for a world that is compared with.</param>
public sealed record Line(string Name, ImmutableArray<(DateOnly Day, Estimate Value)> Points, bool Dashed = false);

/// <summary>A dated event across a chart.</summary>
/// <param name="Day">The day.</param>
/// <param name="Text">What happened, in a few words.</param>
public sealed record Mark(DateOnly Day, string Text);

/// <summary>Values through time with bands.</summary>
/// <param name="Lines">The lines, on the same days.</param>
/// <param name="Marks">Dated events, in order.</param>
public sealed record LinesOverTime(ImmutableArray<Line> Lines, ImmutableArray<Mark> Marks) : Chart
{
    private const int MonthsApart = 6;

    /// <summary>The unit of the values in hundredths, as printed above the scale.</summary>
    public string Unit { get; init; } = "of 100 histories";

    /// <summary>Which points the table behind the chart gives: every so-manieth and the last.</summary>
    public int TableEvery { get; init; } = MonthsApart;

    /// <inheritdoc/>
    public override Table Data =>
        new(
            Title,
            [new("month"), .. Lines.Select(l => new TableColumn($"{l.Name}, {Unit}", IsNumber: true))],
            [
                .. Thinned(Lines.IsEmpty ? 0 : Lines.Min(l => l.Points.Length), TableEvery)
                    .Select(i => ImmutableArray.CreateRange<Cell>([new Cell(MonthOf(i)), .. Lines.Select(l => (Cell)l.Points[i].Value)])),
            ]
        );

    // A last day in the month of the point before it is the end.
    private string MonthOf(int i)
    {
        var month = Figures.Month(Lines[0].Points[i].Day);
        return i > 0 && i == Lines[0].Points.Length - 1 && month == Figures.Month(Lines[0].Points[i - 1].Day) ? "the end" : month;
    }

    /// <inheritdoc/>
    internal override JsonObject Drawing =>
        new()
        {
            ["time"] = TimeAxis.Of(Lines[0].Points[0].Day, Lines[0].Points[^1].Day),
            ["unit"] = Unit,
            ["marks"] = List(Marks.Select(m => new JsonObject { ["at"] = m.Day.DayNumber, ["text"] = m.Text })),
            ["lines"] = List(
                Lines.Select(l => new JsonObject
                {
                    ["name"] = l.Name,
                    ["dashed"] = l.Dashed,
                    ["points"] = List(
                        l.Points.Where(p => p.Value.IsDefined)
                            .Select(p =>
                                List([
                                    p.Day.DayNumber,
                                    Hundredth(p.Value.Value),
                                    Hundredth(Math.Max(0, p.Value.Low)),
                                    Hundredth(p.Value.High),
                                ])
                            )
                    ),
                })
            ),
        };

    /// <summary>Every so-manieth index and the last: tables behind charts need not be as fine as the picture.</summary>
    internal static IEnumerable<int> Thinned(int count, int apart) =>
        Enumerable.Range(0, count).Where(i => i % apart == 0 || i == count - 1);
}
