using Apparat.Language;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Provisions written back as sentences.</summary>
public sealed class ReadBackFacts
{
    [Theory]
    [InlineData("history/bolshevik-party")]
    [InlineData("governance/self-perpetuating-board")]
    public void Every_provision_of_a_charter_has_its_words(string name)
    {
        var scenario = ScenarioFile.Load(name);
        var words = new SentenceWriter(StandardLexicon.Instance, scenario).Provisions;

        Assert.Equal(
            scenario.Charter.Provisions.Select(p => p.Name).Order(StringComparer.Ordinal),
            words.Keys.Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(words.Values, string.IsNullOrWhiteSpace);
        Assert.DoesNotContain(words.Values, w => w.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_is_its_whole_sentence_and_a_tail_its_own_words()
    {
        var words = new SentenceWriter(StandardLexicon.Instance, HandMadeWorlds.Scenario()).Provisions;

        Assert.Equal("Branches elect Council from the slate of Board", words["C2"]);
        Assert.Equal("from the slate of Board", words["C2/slate"]);
    }
}
