using Apparat.Model;

namespace Apparat.Tests;

/// <summary>What a charter leaves open, the law it stands under fills; what it settles, it settles.</summary>
public sealed class DefaultLaw
{
    private const string Law = """
        law: Rules for societies
        organs: {Members: {each: Member}, Committee: {each: Officer}, Trustees: {}}
        clauses:
          1: Members elect Committee by plurality [declared]
          2: Members remove any Officer by two thirds [declared]
          3: Committee needs one third of Committee [declared]
          4: Committee fills vacancies of Committee [declared]
          5: Trustees appoint Committee [declared]
        """;

    private static readonly string Club = Reading.Club + "\nunder: {law: law.yaml, as: {Committee: Board}}\n";

    [Fact]
    public void A_default_fills_a_gap_and_is_shown_as_such()
    {
        var read = Reading.With(Club, ("law.yaml", Law));

        read.ShouldRead();
        var defaults = read.Scenario!.Charter.Clauses.Where(c => c.DefaultOf is not null).ToList();
        Assert.Equal(["default.2", "default.3", "default.4"], defaults.Select(c => c.Id.Text));
        Assert.All(defaults, c => Assert.Equal("Rules for societies", c.DefaultOf));
        Assert.Contains("Members dismiss Board by two thirds", read.ShouldSay("APP613").Message);
        Assert.Equal(2, read.Scenario.Charter.Coverage.Clauses);
    }

    [Fact]
    public void A_clause_on_the_same_matter_puts_the_default_aside()
    {
        var read = Reading.With(
            Club.Replace("clauses:\n", "clauses:\n  2: Board dismisses Board by three quarters [declared]\n"),
            ("law.yaml", Law)
        );

        read.ShouldRead();
        Assert.Equal(["default.3", "default.4"], read.Scenario!.Charter.Clauses.Where(c => c.DefaultOf is not null).Select(c => c.Id.Text));
    }

    [Fact]
    public void What_the_law_says_of_organs_the_charter_lacks_is_not_taken() =>
        Assert.DoesNotContain(Reading.With(Club, ("law.yaml", Law)).Scenario!.Charter.Clauses, c => c.Id.Text == "default.5");

    [Fact]
    public void A_law_that_cannot_be_read_is_told_by_its_own_lines()
    {
        Reading.With(Club, ("other.yaml", Law)).ShouldSay("APP130");
        var said = Reading.With(Club, ("law.yaml", Law.Replace("Members remove any", "Members remoove any"))).ShouldSay("APP303");
        Assert.Equal(("law.yaml", 5, Severity.Error), (said.Span.File, said.Span.Line, said.Severity));
        Reading.With(Club.Replace("{Committee: Board}", "{Comittee: Board}"), ("law.yaml", Law)).ShouldSay("APP202");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("law: [a]")]
    [InlineData("law: x\norgans: [Members]")]
    [InlineData("law: x\nclauses: {1: }")]
    [InlineData("law: x\nsources: nowhere.bib")]
    [InlineData("\0")]
    public void A_damaged_law_is_complained_about(string law) => Assert.False(Reading.With(Club, ("law.yaml", law)).IsUsable);
}
