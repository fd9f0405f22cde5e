using System.Globalization;

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

    private static IEnumerable<Chart> Charts(Block block) =>
        block switch
        {
            Chart chart => [chart],
            Folded folded => folded.Blocks.SelectMany(Charts),
            _ => [],
        };
}
