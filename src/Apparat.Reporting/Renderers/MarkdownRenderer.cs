using System.Text;

namespace Apparat.Reporting;

/// <summary>A report in Markdown, for summaries and repositories.</summary>
public static class MarkdownRenderer
{
    /// <summary>Renders a report.</summary>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder($"# {Escape(report.Title)}\n\n");
        foreach (var line in report.Lead)
            text.Append(Escape(line)).Append("\n\n");
        foreach (var section in report.Sections)
        {
            text.Append("## ").Append(Escape(section.Heading)).Append("\n\n");
            foreach (var block in section.Blocks)
                text.Append(Render(block)).Append('\n');
        }
        foreach (var line in report.Colophon)
            text.Append(Escape(line)).Append("  \n");
        return text.ToString();
    }

    private static string Render(Block block) =>
        block switch
        {
            Paragraph p => $"{Escape(p.Text)}\n",
            Items items => string.Concat(items.Texts.Select(t => $"- {Escape(t)}\n")),
            Callout c => $"> **{c.Kind}.** {Escape(c.Text)} {Escape(c.More)}".TrimEnd() + "\n",
            Folded f => $"### {Escape(f.Summary)}\n\n{string.Join("\n", f.Blocks.Select(Render))}",
            Table t => Render(t),
            Chart c => $"{Render(c.Data with { Caption = c.Title })}\n{Escape(c.Alt)}\n",
            _ => "",
        };

    private static string Render(Table table)
    {
        var text = new StringBuilder();
        if (table.Caption.Length > 0)
            text.Append("**").Append(Escape(table.Caption)).Append("**\n\n");
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(c => Escape(c.Heading))).Append(" |\n|");
        foreach (var column in table.Columns)
            text.Append(column.IsNumber ? " ---: |" : " --- |");
        text.Append('\n');
        foreach (var row in table.Rows)
            text.Append("| ").AppendJoin(" | ", row.Select(c => Escape(c.Text))).Append(" |\n");
        return text.ToString();
    }

    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#')
                safe.Append('\\');
            safe.Append(c is '\n' or '\r' ? ' ' : c);
        }
        return safe.ToString();
    }
}
