using System.Collections.Immutable;
using System.Text;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Prints diagnostics for people: place, message, the line with a caret, what was expected, the likely repair.</summary>
public static class DiagnosticText
{
    private const int Width = 150;
    private const int Wrap = 110;

    /// <summary>One diagnostic.</summary>
    /// <param name="diagnostic">What to print.</param>
    /// <param name="lines">The lines of the files by name; a missing file or an empty line prints none.</param>
    public static string Render(Diagnostic diagnostic, IReadOnlyDictionary<string, ImmutableArray<string>> lines)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(lines);
        var text = new StringBuilder();
        var (span, place) = (diagnostic.Span, "");
        if (span.Line > 0)
            place = $"{span.File}:{span.Line}:{span.Column}: ";
        AppendWrapped(text, $"{place}{Name(diagnostic.Severity)} {diagnostic.Code}: ", "  ", diagnostic.Message);
        if (span.Line > 0 && lines.TryGetValue(span.File, out var file) && span.Line <= file.Length && file[span.Line - 1].Length > 0)
            AppendLine(text, file[span.Line - 1], span);
        if (diagnostic.Expected is { } expected)
            AppendWrapped(text, "  expected: ", "            ", expected);
        if (diagnostic.Repair is { } repair)
            AppendWrapped(text, "  repair:   ", "            ", repair);
        return text.ToString();
    }

    private static string Name(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };

    // Breaks between words, never inside one; a line feed in the text starts a line of its own.
    private static void AppendWrapped(StringBuilder text, string head, string indent, string body)
    {
        text.Append(head);
        var column = head.Length;
        var fresh = true;
        foreach (var line in body.Split('\n'))
        {
            if (!fresh || column > head.Length)
            {
                text.Append('\n').Append(indent);
                column = indent.Length;
                fresh = true;
            }
            foreach (var word in line.Split(' '))
            {
                if (!fresh && column + 1 + word.Length > Wrap)
                {
                    text.Append('\n').Append(indent);
                    column = indent.Length;
                    fresh = true;
                }
                if (!fresh)
                {
                    text.Append(' ');
                    column++;
                }
                text.Append(word);
                column += word.Length;
                fresh = false;
            }
        }
        text.Append('\n');
    }

    // A long line is shown around the place only, so that the caret stays on the screen; signs that would move the cursor are shown as a dot.
    private static void AppendLine(StringBuilder text, string line, SourceSpan span)
    {
        var from = line.Length <= Width ? 0 : Math.Clamp(span.Column - 1 - (Width / 2), 0, line.Length);
        var shown = line.Substring(from, Math.Min(Width, line.Length - from));
        var at = Math.Clamp(span.Column - 1 - from, 0, shown.Length);
        text.Append("    ");
        foreach (var c in shown)
            text.Append(
                c == '\t' ? ' '
                : char.IsControl(c) ? '\u00b7'
                : c
            );
        text.Append('\n');
        text.Append("    ").Append(' ', at).Append('^', Math.Clamp(span.Length, 1, Math.Max(1, shown.Length - at))).Append('\n');
    }
}
