using System.Globalization;
using Apparat.Analysis;
using Apparat.Linting;

namespace Apparat.Reporting;

/// <summary>Who fills whose seats, the closed circles through the office, and the clauses in words.</summary>
internal static class CharterSection
{
    public static Section Of(Telling t) => new("charter", "The charter and its circle", [.. Blocks(t)]);

    private static IEnumerable<Block> Blocks(Telling t)
    {
        var charter = t.Answer.Scenario.Charter;
        var office = t.Answer.Scenario.Question!.Office;
        var graph = InfluenceGraph.Of(charter);
        var circles = CharterMapOf.Circles(graph, office);
        var name = InText.The(graph[office].Name);
        var map = CharterMapOf.Draw(charter, office, t.Powers);
        if (circles.IsEmpty)
            yield return new Paragraph(
                $"No closed circle passes through {name}: nobody it helps to a seat decides, at any remove, who holds it."
            );
        else
        {
            var gain = LoopGain.Of(SelectionMatrix.Of(graph), graph[office].Index).ToString("0.00", CultureInfo.InvariantCulture);
            var statute = map.Arrows.Any(a => !a.OfOffice && a.InCircle) ? "The statute builds upward: each organ fills the next. " : "";
            yield return new Paragraph(
                $"{statute}The powers of {t.Office} lead back, and close {(circles.Length == 1 ? "a circle" : $"{circles.Length} circles")} in which those it helps to their seats decide, at some remove, who holds it. "
                    + $"Asking again and again \"who chose the chooser?\" from {name}, one comes back to it before getting outside with a chance of {gain} (the loop gain; 1 would be a circle with no outside at all)."
            );
        }
        yield return map;
        if (!circles.IsEmpty)
            yield return new Items([
                .. circles
                    .GroupBy(c => CharterMapOf.Way(graph, c), StringComparer.Ordinal)
                    .Take(4)
                    .Select(g =>
                        $"From {g.Key} ({(g.Count() * g.First().Length == 1 ? "clause" : "clauses")} {string.Join("; or ", g.Select(c => string.Join(", ", c.Steps.Select(e => e.Clause.Text))))})."
                    ),
            ]);
        yield return new Folded(
            "The clauses, one by one",
            [
                new Table(
                    "Clauses as the scenario reads them; those marked are powers of the office, counted as its own",
                    [new("clause"), new("in words"), new("the document says"), new("source"), new("of the office")],
                    [
                        .. charter.Clauses.Select(c =>
                            System.Collections.Immutable.ImmutableArray.Create<Cell>(
                                c.Id.Text,
                                string.Join(
                                    "; ",
                                    c.Rules.Select(
                                        (_, i) => t.Frame.Provisions.GetValueOrDefault(i == 0 ? c.Id.Text : $"{c.Id.Text}/{i + 1}", "")
                                    )
                                ),
                                c.Says is { } says ? $"\u201C{says}\u201D" : c.Gist ?? "",
                                string.Join(", ", c.Source.Keys),
                                t.Powers.Any(p => p.Split('/')[0] == c.Id.Text) ? (t.Powers.Contains(c.Id.Text) ? "yes" : "in part") : ""
                            )
                        ),
                    ]
                ),
            ]
        );
    }
}
