using System.Collections.Immutable;
using System.Text;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>
/// Puts a scenario file into its one form: each sentence as its canonical form has it, keys aligned with their neighbours, lines ended by a line feed.
/// Comments, blank lines, quotes and everything that is no sentence stay as they are. Sentences folded over several lines are left alone.
/// </summary>
public sealed class ScenarioFormatter(Lexicon lexicon)
{
    // A key longer than this stands for itself and does not push its neighbours away.
    private const int WidestKey = 28;

    /// <summary>The formatted text; the text itself, with diagnostics, if it is no YAML.</summary>
    /// <param name="text">A scenario file.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="open">Gives the bytes of files beside it; null for none.</param>
    public (string Text, ImmutableArray<Diagnostic> Diagnostics) Format(
        string text,
        string name = "scenario.yaml",
        Func<string, byte[]?>? open = null
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var before = Read(plain, name, open);
        if (before.Root is null)
            return (text, before.Diagnostics);
        var lines = plain.Split('\n').ToList();
        foreach (var line in Replacements(before, lines).GroupBy(r => r.Line))
        {
            foreach (var edit in line.OrderByDescending(r => r.Column))
                lines[edit.Line - 1] =
                    lines[edit.Line - 1][..(edit.Column - 1)] + edit.New + lines[edit.Line - 1][(edit.Column - 1 + edit.Length)..];
        }
        var said = string.Join('\n', lines);
        Align(Read(said, name, open).Root, lines);
        var after = string.Join('\n', lines).TrimEnd('\n') + "\n";
        return SameMeaning(before, Read(after, name, open))
            ? (after, before.Diagnostics)
            : throw new InvalidOperationException($"Formatting {name} would change what it means; it is left as it is.");
    }

    private ReadResult Read(string text, string name, Func<string, byte[]?>? open) =>
        new ScenarioReader(lexicon).ReadText(text, name, open);

    private static IEnumerable<(int Line, int Column, int Length, string New)> Replacements(ReadResult read, List<string> lines)
    {
        // Sentences of a law or of a scenario this one is based on stand in other files.
        foreach (var (node, words, canonical) in read.Sentences.Where(s => s.Node.File == read.Root?.File))
        {
            var citation = node.Text[words.Length..].Trim();
            var text = citation.Length == 0 ? canonical : $"{canonical} {citation}";
            if (text != node.Text && Source(node, lines) is { } source)
                yield return (node.Line, node.Column, source.Length, Quoted(text, node));
        }
        foreach (var (_, organ) in read.Root?["organs"]?.Entries ?? [])
        {
            if (
                organ.Entries.Select(e => e.Key).FirstOrDefault(k => k.Text == "member") is { } old
                && organ["each"] is null
                && Source(old, lines) is { } key
            )
                yield return (old.Line, old.Column, key.Length, "each");
        }
    }

    // The scalar as the file writes it, if it stands on one line without escapes; null otherwise.
    private static string? Source(Node node, List<string> lines)
    {
        var written = node.Quote is { } q ? $"{q}{node.Text}{q}" : node.Text;
        var line = lines[node.Line - 1];
        return node.Column - 1 + written.Length <= line.Length && line.AsSpan(node.Column - 1, written.Length).SequenceEqual(written)
            ? written
            : null;
    }

    private static string Quoted(string text, Node node)
    {
        var quote = node.Quote ?? (NeedsQuotes(text, node.InFlow) ? '"' : null);
        return quote switch
        {
            '\'' => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
            '"' => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            _ => text,
        };
    }

    private static bool NeedsQuotes(string text, bool inFlow) =>
        (inFlow && text.IndexOfAny([',', '[', ']', '{', '}']) >= 0)
        || text.Contains(": ", StringComparison.Ordinal)
        || text.EndsWith(':')
        || text.Contains(" #", StringComparison.Ordinal)
        || "[]{}&*!|>'\"%@`#,?:-".Contains(text[0], StringComparison.Ordinal);

    // Values on neighbouring lines of one map stand below one another; whatever takes more than a line ends the neighbourhood.
    private static void Align(Node? node, List<string> lines)
    {
        if (node is not { InFlow: false })
            return;
        foreach (var item in node.Items)
            Align(item, lines);
        foreach (var (_, value) in node.Entries)
            Align(value, lines);
        if (node.Kind != NodeKind.Map || node.Entries.IsEmpty || lines[node.Line - 1].AsSpan(node.Column - 1).StartsWith("{"))
            return;
        var group = new List<(Node Key, Node Value)>();
        var last = 0;
        foreach (var entry in node.Entries)
        {
            if (entry.Key.Line != last + 1)
                Align(group, lines);
            last = 0;
            if (entry.Key.Line != entry.Value.Line || entry.Value.IsEmpty || Source(entry.Key, lines) is not { Length: <= WidestKey })
                continue;
            group.Add(entry);
            last = entry.Key.Line;
        }
        Align(group, lines);
    }

    private static void Align(List<(Node Key, Node Value)> group, List<string> lines)
    {
        if (group.Count > 0)
        {
            var width = group.Max(e => Source(e.Key, lines)!.Length);
            foreach (var (key, value) in group)
            {
                var end = key.Column - 1 + Source(key, lines)!.Length;
                var line = lines[key.Line - 1];
                if (line[end] == ':' && string.IsNullOrWhiteSpace(line[(end + 1)..(value.Column - 1)]))
                    lines[key.Line - 1] = $"{line[..(end + 1)]}{new string(' ', key.Column + width - end)}{line[(value.Column - 1)..]}";
            }
        }
        group.Clear();
    }

    // The trees agree but for sentences, and the sentences agree in their canonical form.
    private static bool SameMeaning(ReadResult before, ReadResult after)
    {
        var said = new HashSet<Node>(before.Sentences.Select(s => s.Node), ReferenceEqualityComparer.Instance);
        return before.Sentences.Select(s => s.Canonical).SequenceEqual(after.Sentences.Select(s => s.Canonical))
            && before.Diagnostics.Count(d => d.Severity == Severity.Error) == after.Diagnostics.Count(d => d.Severity == Severity.Error)
            && Same(before.Root!, after.Root);

        bool Same(Node a, Node? b) =>
            b is not null
            && a.Kind == b.Kind
            && (a.Kind != NodeKind.Text || a.Text == b.Text || said.Contains(a))
            && a.Items.Length == b.Items.Length
            && a.Items.Zip(b.Items).All(p => Same(p.First, p.Second))
            && a.Entries.Length == b.Entries.Length
            && a.Entries.Zip(b.Entries)
                .All(p =>
                    (p.First.Key.Text == p.Second.Key.Text || (p.First.Key.Text, p.Second.Key.Text) == ("member", "each"))
                    && Same(p.First.Value, p.Second.Value)
                );
    }
}
