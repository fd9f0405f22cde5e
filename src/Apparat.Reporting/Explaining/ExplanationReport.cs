using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>How an explanation is told: the answer, its doubts, what it rests on, how to get it again.</summary>
public static class ExplanationReport
{
    /// <summary>The whole report of an explanation.</summary>
    public static Report Of(Explanation answer, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(frame);
        var telling = new Telling(answer, frame);
        return new Report(
            answer.Question,
            [.. LeadSentences.Of(telling)],
            [
                DoubtsSection.Of(telling),
                CharterSection.Of(telling),
                YearsSection.Of(telling),
                .. frame.Companions is { Seats.IsEmpty: false } seats ? (Section[])[SeatsSection.Of(telling, seats.Seats)] : [],
                .. frame.Companions is { Decided: { } decided } turning
                    ? (Section[])
                        [
                            DecidedReport.Section(
                                decided with
                                {
                                    Statement = telling.Happens,
                                },
                                turning.Acts,
                                turning.MovesSearched,
                                telling.Worded
                            ),
                        ]
                    : [],
                WindowsSection.Of(telling),
                OfficeOrManSection.Of(telling),
                SharesSection.Of(telling),
                RivalsSection.Of(telling),
                NecessitySection.Of(telling),
                WhetherAndWhoSection.Of(telling),
                WorldsSection.Of(telling),
                .. frame.Companions is { Accounts: { } accounts }
                    ? (Section[])[AccountsReport.Section(accounts with { Headline = "the outcome" }, telling.WordedOfAccounts)]
                    : [],
                .. frame.Claims is { } ledger
                    ? (Section[])[ClaimsSection.Of(ledger, frame.Companions?.Popular, telling.WordedOfAccounts)]
                    : [],
                .. VotesSection.Of(telling) is { } votes ? (Section[])[votes] : [],
                Attacks.Section(answer.Attacks, telling.Worded),
                OfComparisons(telling),
                .. frame.Named.Length > 0 ? (Section[])[FurtherSection.Of(telling)] : [],
                MethodSection.Of(telling),
                SourcesSection.Of(telling),
            ],
            Colophon.Of(telling)
        );
    }

    private static Section OfComparisons(Telling t)
    {
        var section = Passports.Section([.. t.Answer.Windows.SelectMany(w => w.Passports)], t.Worded);
        return t.Answer.Passports.IsEmpty
            ? section
            : section with
            {
                Blocks =
                [
                    .. section.Blocks,
                    Passports.Rows(
                        $"The matrix and the factors: {Figures.Count(t.Answer.Passports.Length)} comparisons, a row each",
                        t.Answer.Passports,
                        t.Worded
                    ),
                    new Paragraph(
                        "A share is the mean of what taking its factor away does over what else is away; the table of rivals asks of each rival's fall what is asked here of the outcome; an attack makes its one change in both worlds of the comparison it attacks."
                    ),
                ],
            };
    }
}
