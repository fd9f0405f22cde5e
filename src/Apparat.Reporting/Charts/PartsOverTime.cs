using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>A world of a chart of parts.</summary>
/// <param name="Title">As printed above its panel.</param>
/// <param name="Series">One series of parts a name, in the chart's order and on the same days.</param>
public sealed record PartsPanel(string Title, ImmutableArray<ImmutableArray<(DateOnly Day, Estimate Value)>> Series);

/// <summary>How a whole is divided through time: bands one on the other, a panel a world.</summary>
/// <param name="Names">To whom the parts belong.</param>
/// <param name="Panels">The worlds.</param>
/// <param name="Rest">The name of what is left of the whole.</param>
public sealed record PartsOverTime(ImmutableArray<string> Names, ImmutableArray<PartsPanel> Panels, string Rest) : Chart
{
    private const int MonthsApart = 12;

    /// <summary>The unit of the parts in hundredths.</summary>
    public string Unit { get; init; } = "of 100 members";

    /// <summary>What each panel is, as the table behind the chart heads it.</summary>
    public string PanelsAre { get; init; } = "world";

    /// <inheritdoc/>
    public override Table Data =>
        new(
            Title,
            [new(PanelsAre), new("month"), .. Names.Select(n => new TableColumn($"{n}, {Unit}", IsNumber: true))],
            [
                .. Panels.SelectMany(p =>
                    LinesOverTime
                        .Thinned(p.Series.Min(s => s.Length), MonthsApart)
                        .Select(i =>
                            ImmutableArray.CreateRange<Cell>([
                                new Cell(p.Title),
                                new Cell(Figures.Month(p.Series[0][i].Day)),
                                .. p.Series.Select(s => (Cell)s[i].Value),
                            ])
                        )
                ),
            ]
        );

    /// <inheritdoc/>
    internal override JsonObject Drawing =>
        new()
        {
            ["time"] = TimeAxis.Of(Panels[0].Series[0][0].Day, Panels[0].Series[0][^1].Day),
            ["names"] = List(Names.Select(n => (JsonNode)n)),
            ["rest"] = Rest,
            ["unit"] = Unit,
            ["panels"] = List(
                Panels.Select(p => new JsonObject
                {
                    ["title"] = p.Title,
                    ["series"] = List(
                        p.Series.Select(s => List(s.Select(v => List([v.Day.DayNumber, Hundredth(v.Value.IsDefined ? v.Value.Value : 0)]))))
                    ),
                })
            ),
        };
}
