using System.Text;

namespace Apparat.Reporting;

/// <summary>A report for a terminal: plain text of 100 columns.</summary>
public static class TextRenderer
{
    private const int Width = 100;
    private const int Narrowest = 7;
    private const int Gap = 2;

    /// <summary>Renders a report.</summary>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append(Wrap(report.Title, "")).Append('=', Math.Min(Width, report.Title.Length)).Append('\n');
        foreach (var line in report.Lead)
            text.Append(Wrap(line, ""));
        foreach (var section in report.Sections)
        {
            text.Append('\n').Append(section.Heading).Append('\n').Append('-', Math.Min(Width, section.Heading.Length)).Append('\n');
            text.AppendJoin('\n', section.Blocks.Select(Render));
        }
        text.Append('\n');
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
            Folded f => Wrap(f.Summary, "") + "\n" + string.Join("\n", f.Blocks.Select(Render)),
            Table t => Render(t),
            Attribution a => Render(a),
            Chart c => Render(c.Data with { Caption = c.Title }),
            _ => "",
        };

    // One bar for the families, then a row with its own bar for every part.
    private static string Render(Attribution chart)
    {
        const int bar = 30;
        const string signs = ".#+o ";
        var text = new StringBuilder(chart.Title.Length == 0 ? "" : Wrap(chart.Title, "")).Append('[');
        var whole = chart.Families.Sum(f => Math.Max(0, f.Value.Value));
        double done = 0;
        var drawn = 0;
        foreach (var family in chart.Families)
        {
            done += Math.Max(0, family.Value.Value);
            var until = whole > 0 ? (int)Math.Round((Width - 2) * done / whole) : 0;
            text.Append(signs[(int)family.Kind], Math.Max(0, until - drawn));
            drawn = Math.Max(drawn, until);
        }
        text.Append(' ', Width - 2 - drawn).Append("]\n");
        text.Append(
            Wrap(
                string.Join(
                    "   ",
                    chart.Families.Select(f =>
                        $"{(f.Kind == PartKind.Luck ? "blank" : signs[(int)f.Kind].ToString())} {f.Name} {Figures.Hundredths(f.Value)}"
                    )
                ),
                ""
            )
        );
        var most = Math.Max(
            0.01,
            chart
                .Parts.Where(p => p.Kind is not (PartKind.Luck or PartKind.Baseline))
                .Select(p => Math.Abs(p.Value.Value))
                .DefaultIfEmpty(1)
                .Max()
        );
        var names = chart.Parts.Max(p => p.Name.Length);
        foreach (var part in chart.Parts.Where(p => p.Kind is not (PartKind.Luck or PartKind.Baseline)))
        {
            var length = double.IsNaN(part.Value.Value) ? 0 : (int)Math.Round(bar * Math.Abs(part.Value.Value) / most);
            var line =
                $"  {part.Name.PadRight(names)}  {Figures.Hundredths(part.Value), 16}  {new string(part.Value.Value < 0 ? '-' : signs[(int)part.Kind], length)}";
            text.Append(line.TrimEnd()).Append('\n');
        }
        return text.ToString();
    }

    private static string Render(Table table)
    {
        var widths = Widths(table);
        var text = new StringBuilder(table.Caption.Length == 0 ? "" : Wrap(table.Caption, ""));
        Row([.. table.Columns.Select(c => c.Heading)]);
        text.Append('-', Math.Min(Width, widths.Sum() + (Gap * (widths.Length - 1)))).Append('\n');
        foreach (var row in table.Rows)
            Row([.. row.Select(c => c.Text)]);
        return text.ToString();

        void Row(string[] cells)
        {
            var lines = cells.Select((c, i) => Lines(c, widths[i]).ToList()).ToArray();
            for (var l = 0; l < lines.Max(x => x.Count); l++)
            {
                var line = new StringBuilder();
                for (var i = 0; i < cells.Length; i++)
                {
                    var part = l < lines[i].Count ? lines[i][l] : "";
                    line.Append(i > 0 ? new string(' ', Gap) : "")
                        .Append(table.Columns[i].IsNumber ? part.PadLeft(widths[i]) : part.PadRight(widths[i]));
                }
                text.Append(line.ToString().TrimEnd()).Append('\n');
            }
        }
    }

    // Columns as wide as their widest cell; where a row is too long, the widest gives way first, and its cells are wrapped.
    private static int[] Widths(Table table)
    {
        var widths = table
            .Columns.Select((c, i) => table.Rows.Select(r => r[i].Text.Length).Append(Math.Min(c.Heading.Length, 14)).Max())
            .ToArray();
        var words = table
            .Columns.Select(
                (c, i) =>
                    table
                        .Rows.SelectMany(r => r[i].Text.Split(' '))
                        .Concat(c.Heading.Split(' '))
                        .Select(w => w.Length)
                        .Append(Narrowest)
                        .Max()
            )
            .ToArray();
        while (widths.Sum() + (Gap * (widths.Length - 1)) > Width)
        {
            var widest = Enumerable
                .Range(0, widths.Length)
                .Where(i => widths[i] > words[i])
                .OrderByDescending(i => widths[i] - (table.Columns[i].IsNumber ? 20 : 0))
                .FirstOrDefault(-1);
            if (widest < 0)
                break;
            widths[widest]--;
        }
        return widths;
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
        var line = new StringBuilder(text.StartsWith("  ", StringComparison.Ordinal) ? " " : "");
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
