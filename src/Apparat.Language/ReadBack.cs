using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Writes the provisions of a charter back as sentences, with the templates that read them.</summary>
public static class ReadBack
{
    /// <summary>
    /// Every provision under the name by which it is struck: a rule as its whole sentence, a tail as its own words, for example
    /// <c>C2</c> "Congress elects Council from the slate of Board" and <c>C2/slate</c> "from the slate of Board".
    /// </summary>
    public static ImmutableDictionary<string, string> Of(Scenario scenario, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(lexicon);
        var names = new Names();
        foreach (var organ in scenario.Charter.Organs)
            names.Declare(typeof(OrganId), organ.Name, organ.Id.Index);
        foreach (var person in scenario.Cast.People)
            names.Declare(typeof(PersonId), person.Name, person.Id.Index);
        foreach (var document in scenario.Documents)
            names.Declare(typeof(DocumentId), document.Name, document.Id.Index);
        var grammar = Grammar.For(lexicon, names, Grammar.RuleFamilies);
        return scenario.Charter.Provisions.ToImmutableDictionary(p => p.Name, p => grammar.Write(p.Provision), StringComparer.Ordinal);
    }
}
