using System.Text;

namespace Apparat.Reporting;

/// <summary>A report for a terminal: plain text, at most 100 columns where words allow.</summary>
public static class TextRenderer
{
    private const int Width = 100;

    /// <summary>Renders a report.</summary>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append(Wrap(report.Title, "")).Append('=', Math.Min(Width, report.Title.Length)).Append("\n\n");
        foreach (var line in report.Lead)
            text.Append(Wrap(line, "")).Append('\n');
        foreach (var section in report.Sections)
        {
            text.Append(section.Heading).Append('\n').Append('-', Math.Min(Width, section.Heading.Length)).Append('\n');
            foreach (var block in section.Blocks)
                text.Append(Render(block)).Append('\n');
        }
        foreach (var line in report.Colophon)
            text.Append(Wrap(line, ""));
        return text.ToString();
    }

    private static string Render(Block block) =>
        block switch
        {
            Paragraph p => Wrap(p.Text, ""),
            Items items => string.Concat(items.Texts.Select(t => Wrap(t, "  ", "- "))),
            Callout c => Wrap(c.Text, "  ", c.Kind == CalloutKind.Caution ? "! " : "* ") + (c.More.Length > 0 ? Wrap(c.More, "    ") : ""),
            Table t => Render(t),
            Chart c => Render(c.Data with { Caption = c.Title }),
            _ => "",
        };

    private static string Render(Table table)
    {
        var widths = table.Columns.Select((c, i) => table.Rows.Select(r => r[i].Text.Length).Append(c.Heading.Length).Max()).ToArray();
        // The first column gives way when a row is too long for the line.
        widths[0] = Math.Max(16, Math.Min(widths[0], Width - (2 * (widths.Length - 1)) - widths.Skip(1).Sum()));
        var text = new StringBuilder(table.Caption.Length == 0 ? "" : Wrap(table.Caption, ""));
        Row([.. table.Columns.Select(c => c.Heading)]);
        text.Append('-', Math.Min(140, widths.Sum() + (2 * (widths.Length - 1)))).Append('\n');
        foreach (var row in table.Rows)
            Row([.. row.Select(c => c.Text)]);
        return text.ToString();

        void Row(string[] cells)
        {
            var first = Lines(cells[0], widths[0]).ToList();
            for (var l = 0; l < first.Count; l++)
            {
                var line = new StringBuilder(first[l].PadRight(widths[0]));
                for (var i = 1; i < cells.Length && l == first.Count - 1; i++)
                    line.Append("  ").Append(table.Columns[i].IsNumber ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i]));
                text.Append(line.ToString().TrimEnd()).Append('\n');
            }
        }
    }

    private static string Wrap(string text, string indent, string bullet = "")
    {
        var wrapped = new StringBuilder();
        var first = true;
        foreach (var line in Lines(text, Width - indent.Length - bullet.Length))
        {
            wrapped.Append(indent).Append(first ? bullet : new string(' ', bullet.Length)).Append(line).Append('\n');
            first = false;
        }
        return wrapped.ToString();
    }

    private static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        yield return line.ToString();
    }
}
