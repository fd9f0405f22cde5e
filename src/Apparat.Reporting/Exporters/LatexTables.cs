using System.Text;

namespace Apparat.Reporting;

/// <summary>The tables of a report, those behind charts among them, for LaTeX with the package booktabs.</summary>
public static class LatexTables
{
    /// <summary>All tables, each a float with its caption; the colophon as a comment, so that a table can be traced to its command.</summary>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append("% ").Append(Line(report.Title)).Append('\n');
        foreach (var line in report.Colophon)
            text.Append("% ").Append(Line(line)).Append('\n');
        text.Append("% \\usepackage{booktabs}\n");
        foreach (var section in report.Sections)
        {
            var number = 0;
            foreach (var table in section.Blocks.SelectMany(Tables))
                Write(text, table, $"tab:{section.Id}-{++number}");
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, Table table, string label)
    {
        text.Append("\n\\begin{table}\n\\centering\n\\caption{")
            .Append(Escape(table.Caption))
            .Append("}\n\\label{")
            .Append(label)
            .Append("}\n\\begin{tabular}{");
        foreach (var column in table.Columns)
            text.Append(column.IsNumber ? 'r' : 'l');
        text.Append("}\n\\toprule\n").AppendJoin(" & ", table.Columns.Select(c => Escape(c.Heading))).Append(" \\\\\n\\midrule\n");
        foreach (var row in table.Rows)
            text.AppendJoin(" & ", row.Select(Number)).Append(" \\\\\n");
        text.Append("\\bottomrule\n\\end{tabular}\n\\end{table}\n");
    }

    private static IEnumerable<Table> Tables(Block block) =>
        block switch
        {
            Table table => [table],
            Chart chart => [chart.Data],
            Folded folded => folded.Blocks.SelectMany(Tables),
            _ => [],
        };

    // A hyphen before a digit in a number is a minus.
    private static string Number(Cell cell)
    {
        var text = Escape(cell.Text);
        if (cell.Value is null)
            return text;
        var set = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
            set.Append(text[i] == '-' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) ? "$-$" : text[i].ToString());
        return set.ToString();
    }

    private static string Line(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(
                c switch
                {
                    '\\' => "\\textbackslash{}",
                    '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{c}",
                    '~' => "\\textasciitilde{}",
                    '^' => "\\textasciicircum{}",
                    '\u00B1' => "$\\pm$",
                    '<' => "$<$",
                    '>' => "$>$",
                    '\n' or '\r' => " ",
                    _ => c.ToString(),
                }
            );
        }
        return safe.ToString();
    }
}
