using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Apparat.Reporting;

/// <summary>
/// A report as one page that needs nothing else: no script, no request; legible on a phone, in print, in grey and read aloud. Every chart is
/// drawn for the width of a page and again for a phone, and carries its numbers as a table.
/// </summary>
public static partial class HtmlRenderer
{
    /// <summary>Renders a report.</summary>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var press = new ChartPress();
        return new Writer(press).Page(report);
    }

    private sealed partial class Writer(ChartPress press)
    {
        private int _charts;
        private int _tables;

        public string Page(Report report)
        {
            var page = new StringBuilder();
            page.Append(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            );
            page.Append("<title>")
                .Append(E(report.Title))
                .Append("</title>\n<style>\n")
                .Append(Resource.Text("page.css"))
                .Append("</style>\n</head>\n<body>\n<main>\n");
            page.Append("<header>\n<h1>").Append(E(report.Title)).Append("</h1>\n<div class=\"lead\">\n");
            foreach (var line in report.Lead)
                page.Append("<p>").Append(E(line)).Append("</p>\n");
            page.Append("</div>\n</header>\n<nav aria-label=\"Contents\"><details><summary>Contents</summary>\n<ol>\n");
            foreach (var section in report.Sections)
                page.Append("<li><a href=\"#").Append(E(section.Id)).Append("\">").Append(E(section.Heading)).Append("</a></li>\n");
            page.Append("</ol></details></nav>\n");
            foreach (var section in report.Sections)
            {
                page.Append("<section id=\"").Append(E(section.Id)).Append("\">\n<h2>").Append(E(section.Heading)).Append("</h2>\n");
                foreach (var block in section.Blocks)
                    page.Append(Render(block));
                page.Append("</section>\n");
            }
            page.Append("<footer>\n");
            foreach (var line in report.Colophon)
                page.Append("<p>").Append(Markup.Escape(line)).Append("</p>\n");
            return page.Append("</footer>\n</main>\n</body>\n</html>\n").ToString();
        }

        private string Render(Block block) =>
            block switch
            {
                Paragraph p => $"<p>{E(p.Text)}</p>\n",
                Items items => $"<ul>\n{string.Concat(items.Texts.Select(t => $"<li>{E(t)}</li>\n"))}</ul>\n",
                Callout c =>
                    $"<aside class=\"{c.Kind.ToString().ToLowerInvariant()}\"><b>{Name(c.Kind)}</b><p>{E(c.Text)}</p>{(c.More.Length > 0 ? $"<p class=\"more\">{E(c.More)}</p>" : "")}</aside>\n",
                Folded f =>
                    $"<details{(f.Printed ? " class=\"printed\"" : "")}><summary>{E(f.Summary)}</summary>\n{string.Concat(f.Blocks.Select(Render))}</details>\n",
                Table t => Render(t),
                Chart c => Render(c),
                _ => "",
            };

        private string Render(Chart chart)
        {
            _charts++;
            var wide = string.Create(CultureInfo.InvariantCulture, $"c{_charts}w");
            var narrow = string.Create(CultureInfo.InvariantCulture, $"c{_charts}n");
            return $"<figure>\n<figcaption>{E(chart.Title)}</figcaption>\n<div class=\"wide\">{press.Draw(chart, ChartPress.Wide, wide)}</div>\n<div class=\"narrow\">{press.Draw(chart, ChartPress.Narrow, narrow)}</div>\n"
                + $"<details class=\"numbers\"><summary>As a table</summary>\n{Render(chart.Data with { Caption = "" }, chart.Title)}</details>\n</figure>\n";
        }

        // The caption stands outside the part that scrolls sideways on a phone.
        private string Render(Table table, string? name = null)
        {
            _tables++;
            var id = string.Create(CultureInfo.InvariantCulture, $"t{_tables}");
            var html = new StringBuilder("<div class=\"table\">\n");
            if (table.Caption.Length > 0)
                html.Append("<p class=\"caption\" id=\"").Append(id).Append("\">").Append(E(table.Caption)).Append("</p>\n");
            var label = table.Caption.Length > 0 ? $"aria-labelledby=\"{id}\"" : $"aria-label=\"{E(name ?? "")}\"";
            html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" ").Append(label).Append(">\n<table>\n<thead><tr>");
            foreach (var column in table.Columns)
                html.Append(column.IsNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .Append(E(column.Heading))
                    .Append("</th>");
            html.Append("</tr></thead>\n<tbody>\n");
            foreach (var row in table.Rows)
            {
                html.Append("<tr>");
                for (var i = 0; i < row.Length; i++)
                {
                    html.Append(Markup.Open(row[i].Text, isRow: i == 0, table.Columns[i].IsNumber));
                    html.Append(Number(row[i])).Append(i == 0 ? "</th>" : "</td>");
                }
                html.Append("</tr>\n");
            }
            return html.Append("</tbody>\n</table>\n</div>\n</div>\n").ToString();
        }

        // A date is not broken at its hyphens.
        [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Day();

        // An interval is quieter than its number.
        private static string Number(Cell cell)
        {
            var at = cell.Value is null ? -1 : cell.Text.IndexOf(" (", StringComparison.Ordinal);
            return at < 0
                ? Day().Replace(E(cell.Text), "<span class=\"day\">$0</span>")
                : $"{E(cell.Text[..at])} <i>{E(cell.Text[(at + 1)..])}</i>";
        }
    }

    private static string Name(CalloutKind kind) =>
        kind switch
        {
            CalloutKind.Scope => "Outside the question",
            CalloutKind.Prior => "How to read the numbers",
            _ => "Caution",
        };

    private static string E(string text) => Markup.Escape(Markup.Typeset(text));
}
