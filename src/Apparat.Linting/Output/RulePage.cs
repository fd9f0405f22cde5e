using System.Text;

namespace Apparat.Linting;

/// <summary>The page of a rule: what, why, an example before and after, the source, how to fix it. The page in docs is the only text there is.</summary>
/// <param name="Markdown">The whole page.</param>
public sealed record RulePage(string Markdown)
{
    /// <summary>The page of a rule.</summary>
    public static RulePage Of(LintRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        using var stream =
            typeof(RulePage).Assembly.GetManifestResourceStream($"{rule.Id}.md")
            ?? throw new InvalidOperationException($"{rule.Id} has no page in docs/reference/lint-rules.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new RulePage(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }

    /// <summary>Why it matters: the paragraph under that heading.</summary>
    public string Why => Section("Why");

    /// <summary>The page for a terminal: headings and code without marks.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var line in Markdown.TrimEnd('\n').Split('\n'))
            {
                if (line.StartsWith("```", StringComparison.Ordinal))
                    continue;
                text.Append(
                        line.TrimStart('#').TrimStart(' ') is var bare && line.StartsWith('#')
                            ? bare
                            : line.Replace("`", "", StringComparison.Ordinal)
                    )
                    .Append('\n');
            }
            return text.ToString();
        }
    }

    /// <summary>The text under a heading, up to the next.</summary>
    public string Section(string heading)
    {
        var lines = Markdown.Split('\n');
        var start = Array.FindIndex(lines, l => l.TrimStart('#').Trim() == heading);
        return start < 0 ? "" : string.Join('\n', lines.Skip(start + 1).TakeWhile(l => !l.StartsWith('#'))).Trim();
    }

    /// <summary>The scenarios shown under a heading: its fenced blocks.</summary>
    public IReadOnlyList<string> Examples(string heading)
    {
        var parts = Section(heading).Split("```");
        return [.. parts.Where((_, i) => i % 2 == 1).Select(p => p[(p.IndexOf('\n', StringComparison.Ordinal) + 1)..])];
    }
}
