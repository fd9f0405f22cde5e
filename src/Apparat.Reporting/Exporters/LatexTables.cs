using System.Globalization;
using System.Text;

namespace Apparat.Reporting;

/// <summary>The tables of a report, those behind charts among them, for LaTeX with the packages array, booktabs and longtable.</summary>
public static class LatexTables
{
    private const int LongRows = 36;
    private const int ShortText = 16;
    private const int LineOfText = 92;

    /// <summary>All tables, each a float with its caption; the colophon as a comment, so that a table can be traced to its command.</summary>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append("% ").Append(Line(report.Title)).Append('\n');
        foreach (var line in report.Colophon)
            text.Append("% ").Append(Line(line)).Append('\n');
        text.Append("% \\usepackage{array,booktabs,longtable}\n");
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
        // What does not fit a page is broken over several, and long text is broken within its column.
        var isLong = table.Rows.Length > LongRows;
        var head = string.Join(" & ", table.Columns.Select(c => Escape(c.Heading)));
        text.Append('\n');
        if (isLong)
            text.Append("\\begin{longtable}{");
        else
            text.Append("\\begin{table}\n\\centering\n\\caption{")
                .Append(Escape(table.Caption))
                .Append("}\n\\label{")
                .Append(label)
                .Append("}\n\\begin{tabular}{");
        text.AppendJoin("", Widths(table)).Append("}\n");
        if (isLong)
            text.Append("\\caption{").Append(Escape(table.Caption)).Append("}\\label{").Append(label).Append("}\\\\\n");
        text.Append("\\toprule\n").Append(head).Append(" \\\\\n\\midrule\n");
        if (isLong)
            text.Append("\\endfirsthead\n\\toprule\n").Append(head).Append(" \\\\\n\\midrule\n\\endhead\n");
        foreach (var row in table.Rows)
            text.AppendJoin(" & ", row.Select(Number)).Append(" \\\\\n");
        text.Append(isLong ? "\\bottomrule\n\\end{longtable}\n" : "\\bottomrule\n\\end{tabular}\n\\end{table}\n");
    }

    // About so many letters stand in a line of a page, in the size of tables.
    private static IEnumerable<string> Widths(Table table)
    {
        var longest = table
            .Columns.Select((c, i) => table.Rows.Select(r => r[i].Text.Length).Append(Math.Min(c.Heading.Length, 12)).Max())
            .ToArray();
        var kept = table.Columns.Select((c, i) => c.IsNumber || longest[i] <= ShortText).ToArray();
        var (left, wanted) = (LineOfText - longest.Where((_, i) => kept[i]).Sum(), longest.Where((_, i) => !kept[i]).Sum());
        return table.Columns.Select(
            (c, i) =>
                c.IsNumber ? "r"
                : kept[i] || longest.Sum() <= LineOfText ? "l"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $">{{\\raggedright\\arraybackslash}}p{{{Math.Max(0.12, 0.9 * Math.Max(left, LineOfText / 3) / LineOfText * longest[i] / wanted):0.00}\\linewidth}}"
                )
        );
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
