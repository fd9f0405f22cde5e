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
                WindowsSection.Of(telling),
                SharesSection.Of(telling),
                OfficeOrManSection.Of(telling),
                RivalsSection.Of(telling),
                NecessitySection.Of(telling),
                WhetherAndWhoSection.Of(telling),
                WorldsSection.Of(telling),
                Attacks.Section(answer.Attacks),
                Passports.Section([.. answer.Windows.SelectMany(w => w.Passports)], telling.Worded),
                .. frame.Claims is { } ledger ? (Section[])[ClaimsSection.Of(ledger)] : [],
                MethodSection.Of(telling),
                SourcesSection.Of(telling),
            ],
            Colophon.Of(telling)
        );
    }
}
