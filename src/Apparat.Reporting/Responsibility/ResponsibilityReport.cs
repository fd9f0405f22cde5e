using System.Collections.Immutable;
using System.Globalization;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>How it is told who was responsible for a vote.</summary>
public static class ResponsibilityReport
{
    private const string Limits =
        "Responsibility here looks at the votes alone: who set the motion, chose the voters or counted is outside. A degree is 1/(1+k), k the fewest other voters who would have had to vote otherwise before this vote decided (Chockler and Halpern 2004). Under Halpern and Pearl's definition of 2005 a single vote of a majority is a cause of the result; under Halpern's of 2015 it is a part of one, and a cause alone only where it decided.";

    private const int MostLines = 40;

    /// <summary>All divisions of a record.</summary>
    /// <param name="title">What they are of.</param>
    /// <param name="divisions">The divisions.</param>
    /// <param name="needed">Votes that carry, given those voting, where the record does not say.</param>
    /// <param name="rule">That rule in words.</param>
    /// <param name="frame">What the report says of itself.</param>
    public static Report OfRecord(string title, IReadOnlyList<RecordedDivision> divisions, Func<int, int> needed, string rule, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(divisions);
        ArgumentNullException.ThrowIfNull(frame);
        var known = divisions.Select(d => (Division: d, Answerability: d.Answerability(needed))).ToList();
        var counted = known.Where(k => k.Answerability is not null).ToList();
        var silent = known.Where(k => k.Answerability is null).Select(k => k.Division).ToList();
        return new Report(
            $"{title}: who was responsible for each vote",
            [
                $"The record has {divisions.Count} divisions, {counted.Count} of them with votes for and against. It gives counts and no names, so what is said holds of each voter on the winning side.",
                counted.Count == 0
                    ? "Without counts nothing can be said."
                    : $"The closest is {Short(counted.MaxBy(k => k.Answerability!.Most).Division)}: there each vote of the winning side answers for the result to {Degree(counted.Max(k => k.Answerability!.Most))}.",
            ],
            [
                new(
                    "divisions",
                    "The divisions",
                    [
                        new Table(
                            $"Degree of responsibility of each vote on the winning side; needed: {rule}, unless the record says otherwise",
                            [
                                new("date"),
                                new("body"),
                                new("question"),
                                new("for", true),
                                new("against", true),
                                new("needed", true),
                                new("others to change", true),
                                new("degree of each", true),
                                new("sure"),
                            ],
                            [
                                .. counted.Select(k =>
                                {
                                    var winner = k.Answerability!.Voters.MaxBy(v => v.Responsibility)!;
                                    return ImmutableArray.Create<Cell>(
                                        Day(k.Division.Date),
                                        k.Division.Body,
                                        k.Division.Question,
                                        Figures.Count(k.Answerability.For),
                                        Figures.Count(k.Answerability.Against),
                                        Figures.Count(k.Answerability.Needed),
                                        winner.Changes is { } c ? Figures.Count(c) : "-",
                                        Degree(winner.Responsibility),
                                        k.Division.Confidence
                                    );
                                }),
                            ]
                        ),
                        new Paragraph(Limits),
                    ]
                ),
                .. silent.Count == 0
                    ? ImmutableArray<Section>.Empty
                    :
                    [
                        new(
                            "silent",
                            "Divisions of which the record gives no counts",
                            [new Items([.. silent.Select(d => $"{Short(d)}{(d.Note.Length > 0 ? $" ({d.Note})" : "")}")])]
                        ),
                    ],
            ],
            Close(frame)
        );
    }

    /// <summary>One division of a record.</summary>
    public static Report OfRecorded(RecordedDivision division, Func<int, int> needed, string rule, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(division);
        ArgumentNullException.ThrowIfNull(frame);
        var verdict = division.Answerability(needed);
        return new Report(
            $"{Day(division.Date)}, {division.Body}: {division.Question}",
            [
                verdict is null
                    ? $"The record does not give both counts{(division.Note.Length > 0 ? $": {division.Note}" : "")}. Nothing can be said of who was responsible."
                    : Sentence(verdict),
                .. division.Needed is null && verdict is not null
                    ? [$"What was needed is not in the record; {rule} is taken."]
                    : Array.Empty<string>(),
            ],
            [
                .. verdict is null
                    ? ImmutableArray<Section>.Empty
                    : [Voters(verdict), Passports.Section([PassportOf(Short(division), verdict)])],
                new(
                    "record",
                    "The record",
                    [
                        new Items([
                            .. division.Note.Length > 0 ? [division.Note] : Array.Empty<string>(),
                            .. division.Abstained is { } a
                                ? [$"{Figures.Count(a)} abstained; they are not counted among those voting."]
                                : Array.Empty<string>(),
                            $"Source: {division.Source} (sure: {division.Confidence}).",
                        ]),
                    ]
                ),
            ],
            Close(frame)
        );
    }

    /// <summary>All divisions of a simulated history.</summary>
    public static Report OfHistory(string title, int run, IReadOnlyList<SimulatedDivision> divisions, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(divisions);
        ArgumentNullException.ThrowIfNull(frame);
        return new Report(
            $"{title}: who was responsible for each vote of history {run}",
            [
                divisions.Count == 0
                    ? "No motion was voted on in this history."
                    : $"{divisions.Count} divisions; a single vote decided {divisions.Count(d => d.Answerability.Most >= 1)} of them. Look at one with --division and its number.",
            ],
            [
                new(
                    "divisions",
                    "The divisions",
                    [
                        new Table(
                            "Degree: of each vote on the winning side. Foreseen: the probability, of 100, that it would be carried",
                            [new("no.", true), new("month"), new("what"), new("foreseen", true), new("degree of each", true)],
                            [
                                .. divisions.Select(d =>
                                    ImmutableArray.Create<Cell>(
                                        Figures.Count(d.Number),
                                        Figures.Month(d.Day),
                                        d.Text,
                                        (100 * d.Forecast).ToString("0", CultureInfo.InvariantCulture),
                                        Degree(d.Answerability.Most)
                                    )
                                ),
                            ]
                        ),
                        new Paragraph(Limits),
                    ]
                ),
            ],
            Close(frame)
        );
    }

    /// <summary>One division of a simulated history.</summary>
    public static Report OfSimulated(int run, SimulatedDivision division, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(division);
        ArgumentNullException.ThrowIfNull(frame);
        return new Report(
            $"History {run}, division {division.Number}, {Figures.Month(division.Day)}",
            [division.Text, Sentence(division.Answerability)],
            [Voters(division.Answerability), Passports.Section([PassportOf(division.Text, division.Answerability)])],
            Close(frame)
        );
    }

    private static Section Voters(Answerability verdict)
    {
        var lines = verdict.Voters.OrderByDescending(v => v.Responsibility).ThenBy(v => v.Group.Yes != verdict.IsCarried).ToList();
        // Persons nobody could name apart are told together.
        var told = lines
            .GroupBy(v => (Named(v.Group.Name), v.Group.Yes, v.Group.Weight))
            .Select(g => (First: g.First(), Name: g.Key.Item1, Count: g.Sum(v => v.Group.Count)))
            .ToList();
        return new(
            "voters",
            "The voters",
            [
                new Table(
                    "Who answers for the result, and how far",
                    [
                        new("voter"),
                        new("how many", true),
                        new("vote"),
                        new("others to change", true),
                        new("degree", true),
                        new("cause (2005)"),
                        new("cause (2015)"),
                    ],
                    [
                        .. told.Take(MostLines)
                            .Select(t =>
                                ImmutableArray.Create<Cell>(
                                    t.Name,
                                    Figures.Count(t.Count),
                                    t.First.Group.Yes ? "yes" : "no",
                                    t.First.Changes is { } k ? Figures.Count(k) : "-",
                                    Degree(t.First.Responsibility),
                                    t.First.IsCause2005 ? "yes" : "no",
                                    t.First.SmallestCause switch
                                    {
                                        null => "no",
                                        1 => "yes, alone",
                                        var n => $"part of one of {Figures.Count(n.Value)}",
                                    }
                                )
                            ),
                    ]
                ),
                .. told.Count > MostLines
                    ? [new Paragraph($"And {told.Count - MostLines} more; all of them with --json.")]
                    : Array.Empty<Block>(),
                new Paragraph(Limits),
            ]
        );
    }

    /// <summary>What the question of who was responsible for a division carries to be argued with.</summary>
    public static Passport PassportOf(string division, Answerability verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return Passport.OfVote(division, verdict.IsCarried, verdict.Needed);
    }

    private static string Named(string name) => name.IndexOf(" (no. ", StringComparison.Ordinal) is var at and > 0 ? name[..at] : name;

    private static string Sentence(Answerability v) =>
        $"{(v.IsCarried ? "Carried" : "Lost")} {Figures.Count(v.For)} to {Figures.Count(v.Against)}, {Figures.Count(v.Needed)} being needed: "
        + (
            v.Most >= 1 ? "some single votes decided it."
            : v.Most > 0 ? $"no single vote decided it; those on the winning side answer for the result to {Degree(v.Most)} each at most."
            : "no votes could have changed it."
        );

    /// <summary>A degree as the fraction it is: <c>1/6</c>.</summary>
    private static string Degree(double degree) =>
        degree <= 0 ? "0"
        : degree >= 1 ? "1"
        : $"1/{Figures.Count((long)Math.Round(1 / degree))}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Short(RecordedDivision d) => $"{Day(d.Date)}, {d.Body}: {d.Question}";

    private static ImmutableArray<string> Close(Frame frame) => [$"To get the same again: {frame.Command}", frame.Program];
}
