using System.Collections.Immutable;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>Whose people sit in each body, month by month.</summary>
internal static class SeatsSection
{
    private const int Beside = 2;

    public static Section Of(Telling t, ImmutableArray<(string Body, ImmutableArray<TimeSeries> Patrons)> seats) =>
        new("seats", "Whose people sit where", [.. Blocks([.. seats.Select(s => (s.Body, Ordered(t, s.Patrons)))])]);

    private static IEnumerable<Block> Blocks(ImmutableArray<(string Body, ImmutableArray<TimeSeries> Patrons)> seats)
    {
        yield return new Paragraph(
            $"A patron is the contender to whom a member has the strongest tie, if it is of any weight. The bands are means over {Figures.Count(seats[0].Patrons[0].Points[0].Value.Runs)} histories of the scenario as it stands: what the model makes of each body, not what is recorded of it. Bodies that are followed with the powers and without stand under \u201CThrough the years\u201D; a body whose members are only counted has no patrons."
        );
        foreach (var beside in seats.Chunk(Beside))
            yield return new PartsOverTime(
                [.. beside[0].Patrons.Select(s => s.Subject)],
                [.. beside.Select(b => new PartsPanel(b.Body, [.. b.Patrons.Select(s => s.Points)]))],
                "nobody in particular"
            )
            {
                Title = $"{Telling.And([.. beside.Select(b => b.Body)])}: members by patron, of 100",
                Alt = $"Bands month by month, a panel a body. {string.Join(" ", beside.Select(End))}",
                PanelsAre = "body",
            };
    }

    // He who is asked about comes first, as in every chart: one colour a person.
    private static ImmutableArray<TimeSeries> Ordered(Telling t, ImmutableArray<TimeSeries> patrons) =>
        [.. patrons.OrderBy(s => s.Subject == t.Answer.Holder ? 0 : 1)];

    private static string End((string Body, ImmutableArray<TimeSeries> Patrons) body)
    {
        var most = body.Patrons.MaxBy(s => s.Points[^1].Value.Value)!;
        return $"{body.Body} ends with most, {Figures.OfHundred(most.Points[^1].Value)}, for {most.Subject}.";
    }
}
