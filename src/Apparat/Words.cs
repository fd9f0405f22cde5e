using System.Collections.Immutable;
using System.Text;
using Apparat.Language;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>The words a scenario may use.</summary>
public static class Words
{
    /// <summary>The pages of all words, by family and name.</summary>
    public static ImmutableArray<WordPage> All { get; } = WordPage.All(StandardLexicon.Instance);

    /// <summary>The words somebody means by a name or by a piece of a sentence; empty if nothing comes close.</summary>
    public static ImmutableArray<WordPage> Find(string text) => WordPage.Find(All, text);

    /// <summary>The JSON Schema of scenario files, with the examples of all words: <c>docs/reference/scenario.schema.json</c>.</summary>
    public static string Schema() => ScenarioSchema.Text(StandardLexicon.Instance);

    /// <summary>The reference of all words, in Markdown: <c>docs/reference/words.md</c>.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append("# Words\n\n");
        text.Append("<!-- Made from the vocabulary: APPARAT_RECORD=1 dotnet run --project tests/Apparat.Tests -->\n\n");
        text.Append(
            "Every sentence a scenario may say. What stands in angle brackets is filled in; what stands in square brackets may be left out. "
        );
        text.Append(
            "A sentence is one head and any of the tails it takes, in any order, each tail once; `shall` and `may` are silent, `must` makes a duty. "
        );
        text.Append("Words marked *linted* are read and linted but not played, and say why.\n");
        foreach (var (title, about) in WordPage.Order)
        {
            var pages = All.Where(p => p.Family == title).ToList();
            if (pages.Count == 0)
                continue;
            text.Append("\n## ").Append(title).Append("\n\n").Append(char.ToUpperInvariant(about[0])).Append(about[1..]).Append(".\n");
            foreach (var page in pages)
                Append(text, page);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, WordPage page)
    {
        text.Append("\n### ").Append(page.Name).Append(page.Played ? "" : " *(linted)*").Append("\n\n");
        if (page.Meaning.Length > 0)
            text.Append(page.Meaning).Append("\n\n");
        foreach (var sentence in page.Sentences)
            text.Append("- `").Append(sentence).Append("`\n");
        if (page.Example is { } example && !page.Sentences.Contains(example, StringComparer.Ordinal))
            text.Append("- for example: *").Append(example).Append("*\n");
        if (page.Wording is { } wording)
            text.Append("- in by-laws: ")
                .Append(wording.Replace("<", "`<", StringComparison.Ordinal).Replace(">", ">`", StringComparison.Ordinal))
                .Append('\n');
        if (page.With.Length > 0)
            text.Append(page.IsTail ? "- stands with: " : "- takes: ")
                .Append(string.Join(", ", page.With.Select(w => page.IsTail ? w.Name : $"`{w.Sentence}`")))
                .Append('\n');
        foreach (var hold in page.Holds)
            text.Append("- hold: ")
                .Append(hold.Replace("<", "`<", StringComparison.Ordinal).Replace(">", ">`", StringComparison.Ordinal))
                .Append('\n');
        if (page.References.Length > 0)
            text.Append("- if struck: ").Append(string.Join("; or ", page.References)).Append('\n');
        if (page.Unplayed is { } why)
            text.Append("- not played: ").Append(why).Append('\n');
        if (page.PlayedAs is { } instead)
            text.Append("- played in its place: ").Append(instead).Append('\n');
        if (page.Standard)
            text.Append("- in force unless the scenario chooses its own\n");
        if (page.Parameters.Length == 0)
            return;
        text.Append("\n| parameter | prior | unit | meaning | source |\n| --- | --- | --- | --- | --- |\n");
        foreach (var p in page.Parameters)
            text.Append("| `")
                .Append(p.Name)
                .Append("` | `")
                .Append(p.Prior.Notation)
                .Append("` | ")
                .Append(p.Unit)
                .Append(" | ")
                .Append(p.Meaning)
                .Append(" | ")
                .Append(p.Source)
                .Append(" |\n");
    }
}
