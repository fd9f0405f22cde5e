using System.Text;

namespace Apparat.Reporting;

/// <summary>A report as one page that needs nothing else: no script, no request, legible on a phone, in the dark and in grey print.</summary>
public static class HtmlRenderer
{
    private const string Style = """
        :root{color-scheme:light dark;--paper:#fffdf8;--ink:#1d1b18;--soft:#6a645a;--edge:#d8d2c4;--note:#f3efe4}
        @media(prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece7dc;--soft:#a59d8d;--edge:#3a372f;--note:#22201c}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.55 Georgia,"Iowan Old Style","Times New Roman",serif}
        main{max-width:820px;margin:0 auto;padding:28px 20px 60px}
        h1{font-size:1.75rem;line-height:1.2;margin:.2em 0 .6em}
        h2{font-size:1.2rem;margin:2.4em 0 .5em;padding-top:.6em;border-top:1px solid var(--edge)}
        h3,figcaption,th,td,nav,.callout b,footer,svg{font-family:system-ui,"Segoe UI",Helvetica,Arial,sans-serif}
        .lead{font-size:1.12rem;border-left:4px solid #0072B2;padding-left:16px}
        .callout{background:var(--note);border-left:4px solid #E69F00;padding:10px 14px;margin:12px 0;border-radius:0 4px 4px 0}
        .callout.scope{border-color:#56B4E9}.callout.prior{border-color:#0072B2}
        .callout b{font-size:.72rem;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);display:block}
        .callout small{color:var(--soft);display:block}
        nav ol{columns:2;font-size:.9rem;padding-left:1.2em}
        nav a,a{color:inherit}
        figure{margin:18px 0}
        figcaption{font-size:.9rem;font-weight:600;margin-bottom:6px}
        figure svg{width:100%;height:auto;display:block}
        .wide{overflow-x:auto}
        .wide svg{min-width:560px}
        table{border-collapse:collapse;width:100%;font-size:.84rem;margin:8px 0}
        caption{text-align:left;font-weight:600;padding:6px 0;font-family:system-ui,Helvetica,Arial,sans-serif;font-size:.9rem}
        th,td{border-bottom:1px solid var(--edge);padding:4px 8px;text-align:left;vertical-align:top}
        th.n,td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        details{font-size:.9rem;color:var(--soft)}
        footer{margin-top:3em;border-top:1px solid var(--edge);padding-top:1em;font-size:.8rem;color:var(--soft);overflow-wrap:anywhere}
        @media(max-width:560px){body{font-size:16px}nav ol{columns:1}}
        @media print{:root{--paper:#fff;--ink:#000;--soft:#333;--edge:#999;--note:#fff}body{font-size:11pt}nav,details{display:none}h2{break-after:avoid}figure,table,.callout{break-inside:avoid}main{max-width:none;padding:0}}
        """;

    /// <summary>Renders a report.</summary>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<title>").Append(E(report.Title)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>").Append(E(report.Title)).Append("</h1>\n<div class=\"lead\">\n");
        foreach (var line in report.Lead)
            page.Append("<p>").Append(E(line)).Append("</p>\n");
        page.Append("</div>\n<nav aria-label=\"Contents\"><ol>\n");
        foreach (var section in report.Sections)
            page.Append("<li><a href=\"#").Append(E(section.Id)).Append("\">").Append(E(section.Heading)).Append("</a></li>\n");
        page.Append("</ol></nav>\n");
        foreach (var section in report.Sections)
        {
            page.Append("<section id=\"").Append(E(section.Id)).Append("\">\n<h2>").Append(E(section.Heading)).Append("</h2>\n");
            foreach (var block in section.Blocks)
                page.Append(Render(block));
            page.Append("</section>\n");
        }
        page.Append("<footer>\n");
        foreach (var line in report.Colophon)
            page.Append("<div>").Append(E(line)).Append("</div>\n");
        return page.Append("</footer>\n</main>\n</body>\n</html>\n").ToString();
    }

    private static string Render(Block block) =>
        block switch
        {
            Paragraph p => $"<p>{E(p.Text)}</p>\n",
            Items items => $"<ul>\n{string.Concat(items.Texts.Select(t => $"<li>{E(t)}</li>\n"))}</ul>\n",
            Callout c => $"<div class=\"callout {c.Kind.ToString().ToLowerInvariant()}\"><b>{c.Kind}</b>{E(c.Text)}{(c.More.Length > 0 ? $"<small>{E(c.More)}</small>" : "")}</div>\n",
            Table t => $"<div class=\"wide\">{Render(t)}</div>\n",
            Chart c => $"<figure><figcaption>{E(c.Title)}</figcaption><div class=\"wide\">\n{SvgCharts.Draw(c)}</div><details><summary>The numbers</summary><div class=\"wide\">{Render(c.Data with { Caption = "" })}</div></details></figure>\n",
            _ => "",
        };

    private static string Render(Table table)
    {
        var html = new StringBuilder("<table>\n");
        if (table.Caption.Length > 0)
            html.Append("<caption>").Append(E(table.Caption)).Append("</caption>\n");
        html.Append("<thead><tr>");
        foreach (var column in table.Columns)
            html.Append(column.IsNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Append(E(column.Heading)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
                html.Append(table.Columns[i].IsNumber ? "<td class=\"n\">" : "<td>").Append(E(row[i].Text)).Append("</td>");
            html.Append("</tr>\n");
        }
        return html.Append("</tbody></table>\n").ToString();
    }

    private static string E(string text) => SvgWriter.Escape(text);
}
