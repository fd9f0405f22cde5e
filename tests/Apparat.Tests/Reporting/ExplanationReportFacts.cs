using Apparat.Reporting;

namespace Apparat.Tests;

/// <summary>What an explanation tells its reader.</summary>
public sealed class ExplanationReportFacts
{
    [Fact]
    public void The_answer_is_three_sentences_with_their_numbers_and_their_doubt_first()
    {
        var report = ExplanationReport.Of(SmallReport.Explanation(), SmallReport.Frame);

        Assert.Equal(3, report.Lead.Length);
        Assert.StartsWith("Under priors, not yet calibrated", report.Lead[0], StringComparison.Ordinal);
        Assert.All(report.Lead, line => Assert.Matches("of [0-9,]+ histories|of 100", line));
        Assert.Contains("so that in the other", report.Lead[0], StringComparison.Ordinal);
        Assert.Equal("doubts", report.Sections[0].Id);
    }

    [Fact]
    public void The_outcome_is_told_in_words_and_never_as_a_formula()
    {
        foreach (var whole in new[] { true, false })
        {
            var text = TextRenderer.Render(ExplanationReport.Of(SmallReport.Explanation(whole), SmallReport.Frame));

            Assert.Contains("A sits in the Council and no other living", text, StringComparison.Ordinal);
            Assert.DoesNotContain("wins(", text, StringComparison.Ordinal);
            Assert.DoesNotContain("P(", text, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Powers_are_told_by_their_words_and_not_only_by_their_numbers()
    {
        var text = TextRenderer.Render(ExplanationReport.Of(SmallReport.Explanation(), SmallReport.Frame));

        Assert.Contains("from the slate of Board (C2)", text, StringComparison.Ordinal);
        Assert.Contains("Board appoints Branches (C1)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("C2/slate", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_map_shows_the_circle_through_the_office_and_what_the_office_adds_to_the_statute()
    {
        var map = Charts().OfType<CharterMap>().Single();

        Assert.Equal("Board", Assert.Single(map.Organs, o => o.IsOffice).Name);
        Assert.Contains(map.Arrows, a => a is { From: "Board", To: "Branches", OfOffice: true, InCircle: true });
        Assert.Contains(map.Arrows, a => a is { From: "Branches", To: "Council", OfOffice: false, InCircle: true });
        Assert.Contains(map.Arrows, a => a is { From: "Board", To: "Council", Does: "draws up the list", OfOffice: true });
    }

    [Fact]
    public void The_bar_of_families_is_whole()
    {
        foreach (var shares in Charts().OfType<Attribution>())
            Assert.Equal(1, shares.Families.Sum(f => f.Value.Value), 1e-9);
    }

    [Fact]
    public void The_command_to_get_it_again_stands_at_the_foot() =>
        Assert.Contains(
            "apparat explain small --runs 200 --seed 1",
            ExplanationReport.Of(SmallReport.Explanation(), SmallReport.Frame).Colophon[0],
            StringComparison.Ordinal
        );

    [Fact]
    public void One_screen_has_the_answer_the_office_the_shares_the_rivals_and_three_doubts()
    {
        var brief = ExplanationBrief.Of(SmallReport.Explanation(), SmallReport.Frame, ["The page: small.html"]);
        var lines = TextRenderer.Render(brief).TrimEnd().Split('\n');

        Assert.InRange(lines.Length, 30, 75);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Equal(["windows", "man", "shares", "rivals", "doubts"], brief.Sections.Select(s => s.Id));
        Assert.Equal(3, Assert.IsType<Items>(brief.Sections[^1].Blocks[0]).Texts.Length);
        Assert.Equal("The page: small.html", lines[^1]);
    }

    [Fact]
    public void An_answer_cut_short_is_told_as_far_as_it_goes()
    {
        var report = ExplanationReport.Of(SmallReport.Explanation(whole: false), SmallReport.Frame);

        Assert.Contains(report.Sections[0].Blocks.OfType<Callout>(), c => c.Kind == CalloutKind.Caution);
        Assert.Contains("not defined", TextRenderer.Render(report), StringComparison.Ordinal);
    }

    private static IEnumerable<Chart> Charts() =>
        ExplanationReport.Of(SmallReport.Explanation(), SmallReport.Frame).Sections.SelectMany(s => s.Blocks).OfType<Chart>();
}
