using System.Collections.Immutable;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>An explanation on one screen: the answer, the two windows, the office or the man, the shares, the rivals, the gravest doubts.</summary>
public static class ExplanationBrief
{
    private const int Doubts = 3;

    /// <summary>The short report of an explanation.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="frame">What it says of itself.</param>
    /// <param name="closing">Last lines: where the page is, how to see more.</param>
    public static Report Of(Explanation answer, Frame frame, ImmutableArray<string> closing)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(frame);
        var t = new Telling(answer, frame);
        return new Report(
            answer.Question,
            [.. LeadSentences.Of(t)],
            [
                new("windows", "The powers of the office, of 100 histories (95 % interval)", [Windows(answer)]),
                new(
                    "man",
                    $"Who comes out, by who sits in the chair, of 100 histories ({Figures.Count(answer.Matrix.Runs)} a world)",
                    [Matrix(answer)]
                ),
                .. answer.Shares.IsEmpty
                    ? ImmutableArray<Section>.Empty
                    :
                    [
                        new(
                            "shares",
                            "Where the 100 of 100 come from: rules, people, events, luck",
                            [SharesSection.Chart(t, answer.Shares[0]) with { Title = "" }]
                        ),
                    ],
                .. answer.Rivals.Rows.IsEmpty
                    ? ImmutableArray<Section>.Empty
                    :
                    [
                        new(
                            "rivals",
                            "Factor by rival: how many fewer of 100 end with each out when it alone is taken away",
                            [Rivals(answer)]
                        ),
                    ],
                .. frame.Companions is { } more && Beside(t, more).ToImmutableArray() is { IsEmpty: false } lines
                    ? (Section[])[new("beside", "Beside it", [new Items(lines)])]
                    : [],
                new("doubts", "Keep in mind", [new Items([.. DoubtsSection.Cautions(t).Take(Doubts).Select(c => c.Text)])]),
            ],
            closing
        );
    }

    private static IEnumerable<string> Beside(Telling t, Companions more) =>
        [
            .. more.Decided is { } decided && DecidedReport.Turn(decided) is { } turn ? [turn] : Array.Empty<string>(),
            .. more.Substitution is { } s
                ? [$"{Telling.Capital(s.NewcomerName)} in the chair comes out {Figures.InHundred(s.Newcomer.Subject)}."]
                : Array.Empty<string>(),
            .. more.Accounts is { } accounts ? AccountsReport.Verdict(accounts).Take(1) : [],
        ];

    private static Table Windows(Explanation a) =>
        new(
            "",
            [new(""), new("with", true), new("without", true), new("difference", true), new("with another replacement", true)],
            [
                .. a.Windows.SelectMany(w =>
                    new[]
                    {
                        ImmutableArray.Create<Cell>(
                            WindowsSection.Name(w),
                            w.PowersStruck.First,
                            w.PowersStruck.Second,
                            w.PowersStruck.Change,
                            w.PowersStruckSecond.Change
                        ),
                    }.Concat(
                        w.FirstSizes is { } sizes
                            ? [ImmutableArray.Create<Cell>("   bodies at their first size", sizes.First, sizes.Second, sizes.Change, "")]
                            : []
                    )
                ),
            ]
        );

    private static Table Matrix(Explanation a) =>
        new(
            "",
            [new(""), .. OfficeOrManSection.Columns.Select(c => new TableColumn(c, IsNumber: true))],
            [
                .. a.Matrix.Rows.Select(r =>
                    ImmutableArray.Create<Cell>(r.Contender, r.InOfficeWithPowers, r.InOfficeWithout, r.AnotherInOffice)
                ),
            ]
        );

    private static Table Rivals(Explanation a) =>
        new(
            "",
            [new(""), .. a.Rivals.Rivals.Select(r => new TableColumn(r, IsNumber: true))],
            [
                .. a.Rivals.Rows.Select(r =>
                    ImmutableArray.CreateRange<Cell>([
                        new Cell(Telling.Capital(r.Factor)),
                        .. r.Rivals.Select(d => new Cell(Figures.HundredthsShort(d.Change), d.Change)),
                    ])
                ),
            ]
        );
}
