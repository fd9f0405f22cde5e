using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>The two readings of the question side by side, and the same answers under other choices.</summary>
internal static class WindowsSection
{
    public static Section Of(Telling t) => new("windows", "What the powers of the office did", [.. Blocks(t)]);

    /// <summary>A window in the reader's words.</summary>
    public static string Name(WindowAnswer w) => w.IsForward ? $"From {Figures.Day(w.From)}" : $"After {Figures.Day(w.From)}";

    private static IEnumerable<Block> Blocks(Telling t)
    {
        var a = t.Answer;
        yield return new Paragraph(
            a.Windows.Length > 1
                ? $"Two questions hide in one. The first asks what the powers did from the start. The second holds the recorded seats up to {Figures.Day(a.Windows[1].From)} and asks what they still added with everyone already placed; who followed whom by then is the model's guess."
                : "The powers are taken away from the first day on; title, seat and rank stay."
        );
        yield return new Paragraph(
            "A power is never merely removed: something stands in its place, and what that is can decide the answer. Each answer is therefore given under two replacements, listed under \"With what it was compared\"."
        );
        foreach (var window in a.Windows)
        {
            var rows = Worlds(window);
            yield return new IntervalDots(rows)
            {
                Title = $"{Name(window)}{(window.IsForward ? "" : ", everyone already placed")}: histories of 100 in which {t.Happens}",
                Alt =
                    $"Dots with intervals for {rows.Length} worlds. {string.Join(" ", rows.Take(2).Select(r => $"{Telling.Capital(r.Label)}: {Figures.Hundredths(r.Value)} of 100."))}",
            };
        }
        yield return new Table(
            "Differences, history by history on the same luck; of 100 histories, with the interval of 95 of 100",
            [
                new("window"),
                new("the powers, against"),
                new("with", true),
                new("against", true),
                new("difference", true),
                new("histories", true),
            ],
            [
                .. a.Windows.SelectMany(w =>
                    Differences(w)
                        .Select(x =>
                            ImmutableArray.Create<Cell>(
                                Name(w),
                                x.Name,
                                x.Difference.First,
                                x.Difference.Second,
                                x.Difference.Change,
                                Figures.Count(x.Difference.Counts.Runs)
                            )
                        )
                ),
            ]
        );
        if (a.Windows[0].FirstSizes is not null)
            yield return new Paragraph(
                "The sizes of bodies and the days of meetings are held at the record although somebody decided them. \"First sizes\" shows the answer without those decisions: bodies keep their first size and meet as the statute says."
            );
    }

    private static ImmutableArray<(string Label, Estimate Value, bool Strong)> Worlds(WindowAnswer w)
    {
        var rows = ImmutableArray.CreateBuilder<(string Label, Estimate Value, bool Strong)>();
        rows.Add(("with the powers", w.PowersStruck.First, true));
        rows.Add(("taken away, first replacement", w.PowersStruck.Second, true));
        rows.Add(("taken away, second replacement", w.PowersStruckSecond.Second, false));
        if (w.FirstSizes is { } sizes)
        {
            rows.Add(("first sizes, with the powers", sizes.First, false));
            rows.Add(("first sizes, taken away", sizes.Second, false));
        }
        if (w.AnotherInChair is { } another)
            rows.Add(("another contender in the chair", another.Second, false));
        return rows.ToImmutable();
    }

    private static IEnumerable<(string Name, Difference Difference)> Differences(WindowAnswer w)
    {
        yield return ("taken away, first replacement", w.PowersStruck);
        yield return ("taken away, second replacement", w.PowersStruckSecond);
        if (w.FirstSizes is { } sizes)
            yield return ("first sizes: taken away", sizes);
        if (w.AnotherInChair is { } another)
            yield return ("another contender in the chair", another);
    }
}
