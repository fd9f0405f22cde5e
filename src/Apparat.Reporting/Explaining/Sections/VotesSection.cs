namespace Apparat.Reporting;

/// <summary>Who answers for the recorded votes of the years asked about.</summary>
internal static class VotesSection
{
    private const string Majority = "more than half of those voting";

    /// <summary>The section; null if no division of those years is recorded.</summary>
    public static Section? Of(Telling t)
    {
        var calendar = t.Answer.Scenario.Calendar;
        var divisions = t.Frame.Divisions.Where(d => d.Date.Year >= calendar.From.Year && d.Date <= calendar.Until).ToList();
        if (divisions.Count == 0)
            return null;
        var report = ResponsibilityReport.OfRecord(t.Answer.Scenario.Name, divisions, voting => (voting / 2) + 1, Majority, t.Frame);
        return new(
            "votes",
            "Who was responsible for each recorded vote?",
            [
                .. report.Lead.Select(l => new Paragraph(l)),
                .. report.Sections[0].Blocks,
                .. report.Sections.Skip(1).Select(s => new Folded(s.Heading, s.Blocks)),
            ]
        );
    }
}
