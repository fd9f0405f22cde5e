using System.Collections.Immutable;
using System.Globalization;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Reporting;

/// <summary>How it is told when an outcome was decided.</summary>
public static class DecidedReport
{
    private const double Settled = 0.9;
    private const int MostActs = 6;

    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="acts">What happened in the months of the turning points.</param>
    /// <param name="moves">Which moves were searched, in words.</param>
    /// <param name="frame">What it says of itself.</param>
    public static Report Of(Decided answer, IReadOnlyDictionary<Turn, ImmutableArray<string>> acts, string moves, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentNullException.ThrowIfNull(frame);
        return new Report(
            answer.Title,
            [.. Lead(answer)],
            [
                new("path", "As the history unfolds", [.. Path(answer)]),
                new("turning", "The turning points", [.. Turning(answer, acts)]),
                .. answer.Moves.IsEmpty
                    ? ImmutableArray<Section>.Empty
                    :
                    [
                        new("moves", "What each could still have changed", [.. Moves(answer, moves, text => text)]),
                        Passports.Section([.. answer.Moves.Select(m => m.Passport)]),
                    ],
                .. Cautions.Of(answer.Cautions),
            ],
            [
                $"To get the same again: {frame.Command}",
                frame.Program,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{answer.Worlds.Sum(w => w.Runs)} histories in {answer.Worlds.Length} worlds; fingerprint {Fingerprint.Combine(answer.Worlds.Select(w => w.Fingerprint))}."
                ),
            ]
        );
    }

    /// <summary>The same as one section of a larger report, whose doubts stand elsewhere.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="acts">What happened in the months of the turning points.</param>
    /// <param name="moves">Which moves were searched, in words.</param>
    /// <param name="words">Puts provisions into words.</param>
    internal static Section Section(
        Decided answer,
        IReadOnlyDictionary<Turn, ImmutableArray<string>> acts,
        string moves,
        Func<string, string> words
    ) =>
        new(
            "decided",
            "When was it decided?",
            [
                // That no month is told apart is said where the turning points stand.
                .. Lead(answer).Skip(1).Where(l => answer.Largest is not null || l != Turn(answer)).Select(l => new Paragraph(l)),
                .. Path(answer),
                .. answer.Points.IsEmpty ? [] : Turning(answer, acts),
                .. answer.Moves.IsEmpty
                    ? []
                    : Moves(answer, moves, words)
                        .Append(Passports.Rows("Passports of these moves", [.. answer.Moves.Select(m => m.Passport)], words)),
            ]
        );

    private static IEnumerable<string> Lead(Decided a)
    {
        if (a.Points.IsEmpty)
        {
            yield return "Nothing was finished.";
            yield break;
        }
        yield return $"Under priors, not yet calibrated on the record: before the first day it comes about {Figures.InHundred(a.Points[0].Value)}; with all of {a.Path.Name} known, {Figures.InHundred(a.Points[^1].Value)}.";
        yield return a.Settled(Settled) is not { } settled || settled.Day >= a.Points[^1].Day
            ? "It stays open to the last: at no earlier point does it come to stay above 90 or below 10 of 100."
        : a.BroughtAbout is { } brought && settled.Day > brought.Day
            ? $"It stays open until {Month(brought.Day)}, when the record itself brings it about."
        : $"With what had happened before {Figures.Day(settled.Day)} it is {(settled.Holds ? "at 90 of 100 or more" : "at 10 of 100 or less")}, and stays there.";
        if (Turn(a) is { } turn)
            yield return turn;
    }

    /// <summary>The largest turn in a sentence, or that no month is told apart; null if none was looked at.</summary>
    public static string? Turn(Decided answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var (before, others) = answer.BroughtAbout is null ? ("", answer.Measured) : (" before that", answer.Measured - 1);
        return answer.Largest is { } largest
                ? $"The largest single turn{before} is {Month(largest.Day)}: knowing that month changes it by {Figures.OfHundred(largest.Jump.Change)}."
            : others > 0
                ? $"No single month{before} is told apart as a turning point: {(others == 1 ? "the month that seemed" : $"the {Figures.Count(others)} months that seemed")} to turn it most did not do so on other luck by more than chance would."
            : null;
    }

    private static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static IEnumerable<Block> Path(Decided a)
    {
        yield return new Paragraph(
            a.Path is RecordedPath
                ? "Each point holds the recorded seats up to that day and leaves everything after it open; who follows whom by then is the model's guess, and parameters are drawn from their priors at every point. A point therefore does not learn from the record what the parameters are."
                : "Each point keeps the history's own parameters, people and luck up to that day; from then on luck is fresh. What nobody had looked at by then is drawn afresh too."
        );
        if (a.Points.IsEmpty)
            yield break;
        yield return new LinesOverTime([new Line("as it unfolds", [.. a.Points.Select(p => (p.Day, p.Value))])], [.. Marks(a)])
        {
            Title = $"Of 100 histories that go on from {a.Path.Name} as known before each day, how many end so: {a.Statement}",
            Alt =
                $"A line of {a.Points.Length} points. It begins {Figures.InHundred(a.Points[0].Value)} and ends {Figures.InHundred(a.Points[^1].Value)}.",
            TableEvery = 1,
        };
    }

    // By rank, in the order of days.
    private static IEnumerable<Mark> Marks(Decided a) =>
        a
            .TurningPoints.Where(t => t is { IsToldApart: true, ByDefinition: false })
            .Select((t, i) => new Mark(t.Day, $"turn {i + 1}: {Figures.Month(t.Day)}"))
            .Concat(a.BroughtAbout is { } b ? [new Mark(b.Day, "the record brings it about")] : [])
            .OrderBy(m => m.Day);

    private static IEnumerable<Block> Turning(Decided a, IReadOnlyDictionary<Turn, ImmutableArray<string>> acts)
    {
        yield return new Paragraph(
            "The months in which the probability jumps most, by size. They are chosen on one half of the luck and measured on the other: the largest of many jumps is too large on the luck that chose it. A month in which the record itself brings the outcome about turns it by definition, and tells nothing."
        );
        if (Turn(a) is { } turn && a.Largest is null)
            yield return new Paragraph(turn);
        if (a.TurningPoints.IsEmpty)
            yield break;
        yield return new Table(
            $"Turning points, of 100 histories; paired on the same luck after the month, 95 % intervals, {Figures.Count(a.TurningPoints[0].Jump.Counts.Runs)} histories each",
            [new("month"), new("before it", true), new("with it known", true), new("change", true), new("what happened")],
            [
                .. a.TurningPoints.Select(t =>
                    ImmutableArray.Create<Cell>(
                        Figures.Month(t.Day),
                        t.Jump.Second,
                        t.Jump.First,
                        t.Jump.Change,
                        (t.ByDefinition ? "the record itself brings it about: " : "")
                            + (
                                acts.TryGetValue(t.Turn, out var told) && !told.IsEmpty
                                    ? string.Join("; ", told.Take(MostActs))
                                        + (told.Length > MostActs ? $"; and {told.Length - MostActs} more" : "")
                                    : "nothing recorded: the month itself, and what the model does in it"
                            )
                    )
                ),
            ]
        );
        if (a.Largest is not null && a.TurningPoints.Any(t => !t.IsToldApart))
            yield return new Paragraph("Where an interval holds 0 the turn is not shown to be one.");
        if (a.TurningPoints.Length < a.Measured)
            yield return new Paragraph(
                $"{(a.Measured - a.TurningPoints.Length == 1 ? "One more month was" : $"{Figures.Count(a.Measured - a.TurningPoints.Length)} more months were")} measured and turned no history at all."
            );
    }

    private static IEnumerable<Block> Moves(Decided a, string moves, Func<string, string> words)
    {
        yield return new Paragraph(
            $"{moves} For each actor the move with the largest effect is told, chosen on one half of the luck and measured on the other."
        );
        if (a.Moves.Any(Changes))
            yield return new Table(
                "Best single moves, of 100 histories",
                [
                    new("from"),
                    new("actor"),
                    new("move"),
                    new("without it", true),
                    new("with it", true),
                    new("effect", true),
                    new("tried", true),
                ],
                [
                    .. a
                        .Moves.Where(Changes)
                        .Select(m =>
                            ImmutableArray.Create<Cell>(
                                Figures.Month(m.At.Day),
                                m.Move.Actor,
                                words(m.Move.Text),
                                m.Effect.Second,
                                m.Effect.First,
                                m.Effect.Change,
                                Figures.Count(m.Searched)
                            )
                        ),
                ]
            );
        foreach (var month in a.Moves.Where(m => !Changes(m)).GroupBy(m => m.At.Day))
            yield return new Paragraph(
                $"From {Figures.Month(month.Key)} on nothing tried by {Telling.And([.. month.Select(m => m.Move.Actor)])} changed a single history ({Figures.Count(month.Sum(m => (long)m.Searched))} moves)."
            );
    }

    private static bool Changes(BestMove m) => m.Effect.Counts.OnlyFirst + m.Effect.Counts.OnlySecond > 0;
}
