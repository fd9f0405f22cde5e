using Apparat.Model;

namespace Apparat.Language;

/// <summary>Rules read back as sentences in their canonical form.</summary>
public static class SentenceText
{
    /// <summary>A writer of the rules of a scenario.</summary>
    public static Func<Rule, string> For(Lexicon lexicon, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var names = new Names();
        foreach (var organ in scenario.Charter.Organs)
            names.Declare(typeof(OrganId), organ.Name, organ.Id.Index);
        foreach (var person in scenario.Cast.People)
            names.Declare(typeof(PersonId), person.Name, person.Id.Index);
        for (var i = 0; i < scenario.Documents.Length; i++)
            names.Declare(typeof(DocumentId), scenario.Documents[i].Name, i);
        for (var i = 0; i < scenario.Charter.Clauses.Length; i++)
            names.Declare(typeof(ClauseId), scenario.Charter.Clauses[i].Id.Text, i);
        var grammar = Grammar.For(lexicon, names, Grammar.RuleFamilies);
        return rule => grammar.Write(rule);
    }
}
