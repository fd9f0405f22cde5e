using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Writes the words of a scenario: as canonical sentences and in the English of by-laws.</summary>
public sealed class SentenceWriter
{
    private readonly Grammar _grammar;
    private readonly Scenario _scenario;

    /// <summary>A writer with the names of one scenario.</summary>
    public SentenceWriter(Lexicon lexicon, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _scenario = scenario;
        _grammar = Grammar.For(lexicon, Names.Of(scenario), Grammar.RuleFamilies);
    }

    /// <summary>
    /// Every provision under the name by which it is struck: a rule as its whole sentence, a tail as its own words, for example
    /// <c>C2</c> "Congress elects Council from the slate of Secretariat" and <c>C2/slate</c> "from the slate of Secretariat".
    /// </summary>
    public ImmutableDictionary<string, string> Provisions =>
        _scenario.Charter.Provisions.ToImmutableDictionary(p => p.Name, p => _grammar.Write(p.Provision), StringComparer.Ordinal);

    /// <summary>The canonical sentence of a word: what the reader reads as that word and no other.</summary>
    public string Write(Word word) => _grammar.Write(word);

    /// <summary>A word as by-laws put it, with a capital and a full stop.</summary>
    public string ReadBack(Word word) => _grammar.ReadBack(word);
}
