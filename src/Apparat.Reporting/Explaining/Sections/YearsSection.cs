using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat.Reporting;

/// <summary>The outcome and the measures through the years, with the powers and without.</summary>
internal static class YearsSection
{
    private const int MostMarks = 10;
    private const string With = "with the powers";
    private const string Without = "powers taken away";

    public static Section Of(Telling t) => new("years", "Through the years", [.. Blocks(t)]);

    private static IEnumerable<Block> Blocks(Telling t)
    {
        var a = t.Answer;
        var worlds = a.OverTime.Select(s => s.World).Distinct(StringComparer.Ordinal).ToList();
        var outcome = a.OverTime.Where(s => s.IsOutcome && s.Name == t.Outcome && s.Subject == a.Holder && !s.Points.IsEmpty).ToList();
        if (outcome.Count == 0)
        {
            yield return new Paragraph("The runs kept nothing month by month.");
            yield break;
        }
        yield return new Paragraph(
            $"Each line counts, month by month, the histories in which on that day {t.Happens}. The band is the interval of 95 of 100. Dotted lines are dated events that are the same in every history."
        );
        yield return new LinesOverTime([.. outcome.Select(s => Named(s))], Marks(t))
        {
            Title = $"When it comes about, with and without the powers of {t.Office}",
            Alt = $"Two lines from {a.Scenario.Calendar.From.Year} to {a.Scenario.Calendar.Until.Year}. {Ends(outcome)}",
        };
        foreach (var measure in a.OverTime.Where(s => !s.IsOutcome && !s.Points.IsEmpty).GroupBy(s => s.Name, StringComparer.Ordinal))
            yield return Divided(t, measure.Key, [.. measure], worlds);

        Line Named(TimeSeries s) => new(worlds.IndexOf(s.World) == 0 ? With : Without, s.Points, worlds.IndexOf(s.World) > 0);

        string Ends(IReadOnlyList<TimeSeries> lines) =>
            string.Join(" ", lines.Select(s => $"{Telling.Capital(Named(s).Name)} it ends {Figures.InHundred(s.Points[^1].Value)}."));
    }

    // Parts of one whole are drawn one on the other; anything else as a line for the holder.
    private static Chart Divided(Telling t, string name, ImmutableArray<TimeSeries> series, List<string> worlds)
    {
        var a = t.Answer;
        var measure = a.Scenario.Measures.FirstOrDefault(m => m.Name == name);
        var organ = a.Scenario.Charter.Organs.FirstOrDefault(o => measure is not null && ColumnName.Slug(o.Name) == measure.About)?.Name;
        var what = measure?.Meaning ?? name.Replace('_', ' ');
        var title = organ is null ? Telling.Capital(what) : $"{organ}: {what}, of 100";
        var people = a.Scenario.Cast.Contenders.Select(c => a.Scenario[c].Name).OrderBy(n => n == a.Holder ? 0 : 1).ToImmutableArray();
        if (IsPartition(series))
        {
            var drawn = people.Where(p => series.Any(s => s.Subject == p)).ToImmutableArray();
            var panels = worlds
                .Where(w => series.Any(s => s.World == w))
                .Select(w => new PartsPanel(
                    worlds.IndexOf(w) == 0 ? Telling.Capital(With) : Telling.Capital(Without),
                    [.. drawn.Select(p => series.First(s => s.World == w && s.Subject == p).Points)]
                ))
                .ToImmutableArray();
            return new PartsOverTime(drawn, panels, "nobody in particular")
            {
                Title = title,
                Alt =
                    $"Bands from {a.Scenario.Calendar.From.Year} to {a.Scenario.Calendar.Until.Year}, a panel a world. {string.Join(" ", panels.Select(p => $"{p.Title}, {a.Holder} ends with {Figures.OfHundred(p.Series[0][^1].Value)}."))}",
            };
        }
        return new LinesOverTime(
            [
                .. series
                    .Where(s => s.Subject == a.Holder)
                    .Select(s => new Line(worlds.IndexOf(s.World) == 0 ? With : Without, s.Points, worlds.IndexOf(s.World) > 0)),
            ],
            Marks(t)
        )
        {
            Title = $"{title} ({a.Holder})",
            Alt = $"The mean for {a.Holder} over the histories, month by month, with and without the powers.",
            Unit = measure is null ? "hundredths" : $"hundredths of {measure.Unit}",
        };
    }

    private static bool IsPartition(ImmutableArray<TimeSeries> series) =>
        series.Select(s => s.Subject).Distinct(StringComparer.Ordinal).Count() > 1
        && series
            .GroupBy(s => s.World, StringComparer.Ordinal)
            .All(w =>
                Enumerable
                    .Range(0, w.Min(s => s.Points.Length))
                    .All(i => w.All(s => s.Points[i].Value.Value >= 0) && w.Sum(s => s.Points[i].Value.Value) <= 1 + 1e-9)
            );

    private static ImmutableArray<Mark> Marks(Telling t) =>
        [
            .. t
                .Answer.Scenario.Events.Where(e => e.Kind == FactKind.Given)
                .OrderBy(e => e.Date)
                .Take(MostMarks)
                .Select(e => new Mark(e.Date, e.Name)),
        ];
}
