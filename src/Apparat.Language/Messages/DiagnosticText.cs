using System.Collections.Immutable;
using System.Text;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Prints diagnostics for people: place, message, the line with a caret, what was expected, the likely repair.</summary>
public static class DiagnosticText
{
    private const int Width = 150;

    /// <summary>One diagnostic.</summary>
    /// <param name="diagnostic">What to print.</param>
    /// <param name="lines">The lines of the files by name; a missing file prints no line.</param>
    public static string Render(Diagnostic diagnostic, IReadOnlyDictionary<string, ImmutableArray<string>> lines)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(lines);
        var text = new StringBuilder();
        var (span, place) = (diagnostic.Span, "");
        if (span.Line > 0)
            place = $"{span.File}:{span.Line}:{span.Column}: ";
        text.Append(place).Append(Name(diagnostic.Severity)).Append(' ').Append(diagnostic.Code).Append(": ").Append(diagnostic.Message).Append('\n');
        if (span.Line > 0 && lines.TryGetValue(span.File, out var file) && span.Line <= file.Length)
            AppendLine(text, file[span.Line - 1], span);
        if (diagnostic.Expected is { } expected)
            text.Append("  expected: ").Append(expected).Append('\n');
        if (diagnostic.Repair is { } repair)
            text.Append("  repair:   ").Append(repair).Append('\n');
        return text.ToString();
    }

    private static string Name(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };

    // A long line is shown around the place only, so that the caret stays on the screen.
    private static void AppendLine(StringBuilder text, string line, SourceSpan span)
    {
        var from = Math.Max(0, span.Column - 1 - (Width / 2));
        var shown = line.Length <= Width ? line : line.Substring(Math.Min(from, line.Length), Math.Min(Width, line.Length - Math.Min(from, line.Length)));
        var at = line.Length <= Width ? span.Column - 1 : span.Column - 1 - from;
        text.Append("    ").Append(shown.Replace('\t', ' ')).Append('\n');
        var length = Math.Clamp(span.Length, 1, Math.Max(1, shown.Length - at));
        text.Append("    ").Append(' ', Math.Max(0, at)).Append('^', length).Append('\n');
    }
}
