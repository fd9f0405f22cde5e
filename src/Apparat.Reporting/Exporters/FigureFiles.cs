using System.Globalization;
using System.Text;

namespace Apparat.Reporting;

/// <summary>The charts of a report as SVG files, one each, numbered in reading order.</summary>
public static class FigureFiles
{
    /// <summary>Name and text of each file.</summary>
    public static IEnumerable<(string Name, string Svg)> Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var press = new ChartPress();
        var number = 0;
        foreach (var (section, chart) in report.Sections.SelectMany(s => s.Blocks.SelectMany(Charts).Select(c => (s, c))))
        {
            number++;
            var name = string.Create(CultureInfo.InvariantCulture, $"{number:00}-{section.Id}");
            yield return ($"{name}.svg", press.Figure(chart, $"f{number.ToString(CultureInfo.InvariantCulture)}"));
        }
    }

    /// <summary>The same as one page to print, each figure on a sheet of its own size: with its number LaTeX takes it from the PDF.</summary>
    /// <param name="figures">The figures, from <see cref="Of"/>.</param>
    public static string Sheet(IReadOnlyList<(string Name, string Svg)> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var (styles, bodies) = (new StringBuilder(), new StringBuilder());
        foreach (var (i, (_, svg)) in figures.Index())
        {
            var from = svg.IndexOf("<svg", StringComparison.Ordinal);
            var head = svg[from..svg.IndexOf('>', from)];
            styles.Append(
                CultureInfo.InvariantCulture,
                $"@page f{i}{{size:{Side(head, "width")}px {Side(head, "height")}px;margin:0}}\n.f{i}{{page:f{i}}}\n"
            );
            bodies.Append(CultureInfo.InvariantCulture, $"<div class=\"f{i}\">{svg[from..]}</div>\n");
        }
        return $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>Figures</title><style>\nbody{{margin:0}}\nsvg{{display:block;break-inside:avoid}}\n{styles}</style></head><body>\n{bodies}</body></html>\n";

        static string Side(string head, string name)
        {
            var from = head.IndexOf($" {name}=\"", StringComparison.Ordinal) + name.Length + 3;
            return head[from..head.IndexOf('"', from)];
        }
    }

    private static IEnumerable<Chart> Charts(Block block) =>
        block switch
        {
            Chart chart => [chart],
            Folded folded => folded.Blocks.SelectMany(Charts),
            _ => [],
        };
}
