using System.Collections.Immutable;
using Apparat.Language;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>A clause read back.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Sentences">Its sentences: name, canonical form, and the English of by-laws.</param>
/// <param name="Says">The document's own words; null if not given.</param>
/// <param name="Gist">What the document says in other words than its own; null if not given.</param>
/// <param name="DefaultOf">The law that fills a gap of the charter with it; null for a clause of the charter.</param>
public sealed record ReadClause(
    string Id,
    ImmutableArray<(string Name, string Canonical, string English)> Sentences,
    string? Says,
    string? Gist,
    string? DefaultOf
);

/// <summary>Reads a charter back in the English of by-laws, so that its writer sees what was understood.</summary>
public static class ReadBack
{
    /// <summary>Every clause of a charter, in its order.</summary>
    public static ImmutableArray<ReadClause> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var writer = new SentenceWriter(StandardLexicon.Instance, scenario);
        return
        [
            .. scenario.Charter.Clauses.Select(c => new ReadClause(
                c.Id.Text,
                [.. c.Rules.Select((r, i) => (i == 0 ? c.Id.Text : $"{c.Id.Text}/{i + 1}", writer.Write(r), writer.ReadBack(r)))],
                c.Says,
                c.Gist,
                c.DefaultOf
            )),
        ];
    }
}
