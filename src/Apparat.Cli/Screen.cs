using Apparat.Reporting;
using Spectre.Console;
using Paragraph = Apparat.Reporting.Paragraph;
using Table = Apparat.Reporting.Table;

namespace Apparat.Cli;

/// <summary>Reports on standard output: with ruled tables on a terminal, as plain text elsewhere and where colour is not wanted.</summary>
internal static class Screen
{
    public static void Show(Report report)
    {
        if (Terminal.IsPlain)
            Terminal.Data(TextRenderer.Render(report));
        else
            Draw(report);
    }

    private static void Draw(Report report)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]{report.Title}[/]");
        foreach (var line in report.Lead)
            AnsiConsole.WriteLine(line);
        foreach (var section in report.Sections)
        {
            AnsiConsole.WriteLine();
            AnsiConsole.MarkupLineInterpolated($"[bold]{section.Heading}[/]");
            foreach (var block in section.Blocks)
                Draw(block);
        }
        AnsiConsole.WriteLine();
        foreach (var line in report.Colophon)
            AnsiConsole.MarkupLineInterpolated($"[dim]{line}[/]");
    }

    private static void Draw(Block block)
    {
        switch (block)
        {
            case Table table:
                Draw(table);
                break;
            case Chart chart:
                Draw(chart.Data with { Caption = chart.Title });
                break;
            case Items items:
                foreach (var item in items.Texts)
                    AnsiConsole.WriteLine($"- {item}");
                break;
            case Callout callout:
                AnsiConsole.MarkupLineInterpolated($"[yellow]{callout.Text}[/] {callout.More}");
                break;
            case Folded folded:
                AnsiConsole.WriteLine(folded.Summary);
                foreach (var inner in folded.Blocks)
                    Draw(inner);
                break;
            case Paragraph paragraph:
                AnsiConsole.WriteLine(paragraph.Text);
                break;
        }
    }

    private static void Draw(Table table)
    {
        AnsiConsole.MarkupLineInterpolated($"[dim]{table.Caption}[/]");
        var ruled = new Spectre.Console.Table { Border = TableBorder.Rounded };
        foreach (var column in table.Columns)
            ruled.AddColumn(
                new Spectre.Console.TableColumn(Markup.Escape(column.Heading))
                {
                    Alignment = column.IsNumber ? Justify.Right : Justify.Left,
                    NoWrap = column.IsNumber,
                }
            );
        foreach (var row in table.Rows)
            ruled.AddRow([.. row.Select(c => Markup.Escape(c.Text))]);
        AnsiConsole.Write(ruled);
    }
}
