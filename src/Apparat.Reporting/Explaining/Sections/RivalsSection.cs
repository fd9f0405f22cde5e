using System.Collections.Immutable;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>Rival by rival: when each falls, and what mattered against whom.</summary>
internal static class RivalsSection
{
    public static Section Of(Telling t) => new("rivals", "Rival by rival", [.. Blocks(t)]);

    private static IEnumerable<Block> Blocks(Telling t)
    {
        var r = t.Answer.Rivals;
        if (r.Rows.IsEmpty)
        {
            yield return new Paragraph("The scenario declares no outcome that says a rival has fallen.");
            yield break;
        }
        var fall = t.Answer.Scenario.Outcomes.FirstOrDefault(o => o.Name == t.Answer.Scenario.Question?.Fall);
        yield return new Paragraph(
            $"Not every rival fell to the same thing. {(fall is null ? "" : $"A rival is out when it is true of him that {t.SaidOfOutcome(fall, "he")}; who holds no such place on the first day is out until he gets one. ")}Each row takes one factor away and leaves the others: a number near 0 in its row says that it mattered little against that rival, one below 0 that it kept him in."
        );
        yield return new Table(
            $"Factor by rival: of 100 histories, how many fewer end with each rival out when that factor alone is taken away; {Figures.Count(r.Runs)} histories a world on the same luck",
            [new("factor"), .. r.Rivals.Select(x => new TableColumn(x, IsNumber: true))],
            [
                .. r.Rows.Select(x =>
                    ImmutableArray.CreateRange<Cell>([new Cell(Telling.Capital(x.Factor)), .. x.Rivals.Select(d => (Cell)d.Change)])
                ),
            ]
        );
        yield return new Table(
            "When each is out for good: of 100 histories, how many end so, and in the middle one of those, since when",
            [new("rival"), new("world"), new("out at the end", true), new("middle month"), new("middle half")],
            [
                .. r.Falls.Select(
                    (f, i) =>
                        ImmutableArray.Create<Cell>(
                            f.Rival,
                            i % 2 == 0 ? "with the powers" : "powers taken away",
                            f.Fallen,
                            Month(f.Median),
                            f.Median is null ? "" : $"{Month(f.Early)} to {Month(f.Late)}"
                        )
                ),
            ]
        );
    }

    private static string Month(DateOnly? day) => day is { } d ? Figures.Month(d) : "";
}
