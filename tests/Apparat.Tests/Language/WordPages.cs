using Apparat.Language;

namespace Apparat.Tests;

/// <summary>The list of words, its reference page, and what comes of asking for a word.</summary>
public sealed class WordPages
{
    [Fact]
    public void The_reference_page_is_what_the_code_says() => Golden.Holds(Words.Markdown(), "docs", "reference", "words.md");

    [Fact]
    public void Every_word_has_a_meaning_and_an_example() =>
        Assert.All(Words.All, p => Assert.True(p.Meaning.Length > 20 && p.Example is not null, $"{p.Name} has no summary or no example"));

    [Fact]
    public void Every_tail_is_taken_by_a_head() =>
        Assert.All(Words.All.Where(p => p.IsTail), p => Assert.True(p.With.Length > 0, $"no head takes {p.Name}"));

    [Theory]
    [InlineData("elects", "Elects")]
    [InlineData("Elects", "Elects")]
    [InlineData("from the slate of", "Slate")]
    [InlineData("fills vacancies", "FillsVacancies")]
    [InlineData("dismises", "Dismisses")]
    public void A_word_is_found_by_name_by_sentence_and_when_mistyped(string asked, string name) =>
        Assert.Contains(Words.Find(asked), p => p.Name == name);

    [Fact]
    public void What_no_word_says_finds_nothing() => Assert.Empty(Words.Find("photosynthesis"));
}
