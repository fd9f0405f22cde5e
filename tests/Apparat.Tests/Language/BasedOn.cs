using Apparat.Language;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>A scenario may say only in what it differs from another.</summary>
public sealed class BasedOn
{
    private static readonly (string, string) Parent = ("club.yaml", Reading.Club);

    [Fact]
    public void What_it_does_not_name_is_as_in_the_other()
    {
        var child = Reading.With("scenario: The same club\nbased on: club.yaml\n", Parent);

        child.ShouldRead();
        var parent = Reading.Text(Reading.Club).Scenario!;
        Assert.Equal("The same club", child.Scenario!.Name);
        Assert.Equal(parent.Calendar, child.Scenario.Calendar);
        Assert.Equal(parent.Charter.Organs.Select(o => (o.Name, o.Seats)), child.Scenario.Charter.Organs.Select(o => (o.Name, o.Seats)));
        Assert.Equal(parent.Charter.Clauses.Select(c => c.Id), child.Scenario.Charter.Clauses.Select(c => c.Id));
    }

    [Fact]
    public void What_it_names_is_laid_over_name_by_name()
    {
        var child = Reading.With(
            """
            based on: club.yaml
            until: 2022-12-31
            organs: {Board: {seats: 7}}
            clauses:
              4: Chair sets the agenda of Board [declared]
            """,
            Parent
        );

        child.ShouldRead();
        var board = child.Scenario!.Charter.Organs.Single(o => o.Name == "Board");
        Assert.Equal(7, board.Seats);
        Assert.Equal(new DateOnly(2022, 12, 31), child.Scenario.Calendar.Until);
        Assert.Equal(["3.1", "3.10", "4"], child.Scenario.Charter.Clauses.Select(c => c.Id.Text));
    }

    [Fact]
    public void A_name_with_nothing_behind_it_takes_away()
    {
        var child = Reading.With("based on: club.yaml\nclauses:\n  3.10:\n", Parent);

        child.ShouldRead();
        Assert.Equal(["3.1"], child.Scenario!.Charter.Clauses.Select(c => c.Id.Text));
    }

    [Fact]
    public void It_may_stand_on_one_that_stands_on_a_third()
    {
        var child = Reading.With(
            "based on: middle.yaml\norgans: {Board: {seats: 9}}\n",
            Parent,
            ("middle.yaml", "based on: club.yaml\nuntil: 2023-12-31\norgans: {Board: {seats: 7}}\n")
        );

        child.ShouldRead();
        Assert.Equal(9, child.Scenario!.Charter.Organs.Single(o => o.Name == "Board").Seats);
        Assert.Equal(2023, child.Scenario.Calendar.Until.Year);
    }

    [Fact]
    public void Whatever_is_in_the_other_files_is_part_of_its_fingerprint()
    {
        var one = Reading.With("based on: club.yaml\n", Parent).Scenario!.Digest;
        var other = Reading.With("based on: club.yaml\n", ("club.yaml", Reading.Club.Replace("seats: 5", "seats: 6"))).Scenario!.Digest;

        Assert.NotEqual(one, other);
    }

    [Fact]
    public void A_mistake_of_the_other_is_told_by_the_lines_of_the_other()
    {
        var said = Reading
            .With("based on: club.yaml\n", ("club.yaml", Reading.Club.Replace("Board elects Chair", "Board elekts Chair")))
            .ShouldSay("APP303");

        Assert.Equal(("club.yaml", 14), (said.Span.File, said.Span.Line));
    }

    [Theory]
    [InlineData("based on: other.yaml", "APP135")]
    [InlineData("based on: scenario.yaml", "APP134")]
    [InlineData("based on:", "APP133")]
    [InlineData("based on: [club.yaml]", "APP110")]
    [InlineData("based on: round.yaml", "APP134")]
    [InlineData("based on: list.yaml", "APP116")]
    public void One_that_cannot_be_used_is_told(string line, string code) =>
        Reading.With(line, Parent, ("round.yaml", "based on: scenario.yaml"), ("list.yaml", "[1, 2]")).ShouldSay(code);

    [Fact]
    public void Formatting_leaves_the_other_alone()
    {
        var (text, _) = new ScenarioFormatter(StandardLexicon.Instance).Format(
            "based on: club.yaml\nclauses:\n  4: the Chair shall set the agenda of Board [declared]\n",
            open: name => name == "club.yaml" ? System.Text.Encoding.UTF8.GetBytes(Reading.Club) : null
        );

        Assert.Equal("based on: club.yaml\nclauses:\n  4: Chair sets the agenda of Board [declared]\n", text);
    }
}
