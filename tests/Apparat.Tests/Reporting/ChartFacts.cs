using System.Text.Json.Nodes;
using System.Xml.Linq;
using Apparat.Reporting;

namespace Apparat.Tests;

/// <summary>Every kind of chart, drawn.</summary>
public sealed class ChartFacts
{
    public static TheoryData<string> Kinds => [.. SmallReport.Charts.Select(c => c.GetType().Name)];

    [Fact]
    public void There_is_a_sample_of_every_kind() =>
        Assert.Equal(
            typeof(Chart).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Chart))).Select(t => t.Name).Order(StringComparer.Ordinal),
            SmallReport.Charts.Select(c => c.GetType().Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_is_a_picture_with_marks_title_and_description(string kind)
    {
        using var press = new ChartPress();
        foreach (var width in new[] { ChartPress.Wide, ChartPress.Narrow })
        {
            var chart = Sample(kind);
            var svg = XElement.Parse(press.Draw(chart, width, "c1"));

            Assert.Equal("svg", svg.Name.LocalName);
            Assert.StartsWith($"0 0 {width} ", svg.Attribute("viewBox")!.Value, StringComparison.Ordinal);
            Assert.Equal(chart.Alt, svg.Attribute("aria-label")!.Value);
            Assert.Equal(chart.Title, svg.Elements().First().Value);
            Assert.True(svg.Descendants().Count(e => e.Name.LocalName is "path" or "rect" or "circle" or "polygon" or "polyline") > 3);
            Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("undefined", svg.ToString(), StringComparison.Ordinal);
            Assert.All(svg.DescendantsAndSelf().Attributes("id"), id => Assert.StartsWith("c1-", id.Value, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_carries_its_numbers_as_a_table(string kind)
    {
        var data = Sample(kind).Data;

        Assert.NotEmpty(data.Rows);
        Assert.All(data.Rows, r => Assert.Equal(data.Columns.Length, r.Length));
    }

    [Fact]
    public void A_chart_has_the_same_bytes_whatever_was_drawn_before_it()
    {
        using var one = new ChartPress();
        using var other = new ChartPress();
        var alone = SmallReport.Charts.Select(c => Fresh(c)).ToArray();
        var inOrder = SmallReport.Charts.Select(c => one.Draw(c, ChartPress.Wide, "x")).ToArray();
        var backwards = SmallReport.Charts.Reverse().Select(c => other.Draw(c, ChartPress.Wide, "x")).Reverse().ToArray();

        Assert.Equal(alone, inOrder);
        Assert.Equal(alone, backwards);

        static string Fresh(Chart chart)
        {
            using var press = new ChartPress();
            return press.Draw(chart, ChartPress.Wide, "x");
        }
    }

    [Fact]
    public void A_picture_changes_when_a_number_does()
    {
        using var press = new ChartPress();
        var chart = (IntervalDots)Sample(nameof(IntervalDots));
        var other = chart with { Rows = chart.Rows.SetItem(0, chart.Rows[1]) };

        Assert.NotEqual(press.Draw(chart, ChartPress.Wide, "x"), press.Draw(other, ChartPress.Wide, "x"));
    }

    [Fact]
    public void A_figure_stands_alone_in_a_file()
    {
        using var press = new ChartPress();
        var svg = XDocument.Parse(press.Figure(Sample(nameof(Matrix)), "m"));

        Assert.Equal("720", svg.Root!.Attribute("width")!.Value);
        Assert.StartsWith("#", svg.Root.Attribute("color")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Drawing_scripts_are_told_numbers_in_hundredths_and_null_for_what_is_not_defined()
    {
        var rows = Sample(nameof(IntervalDots)).Drawing["rows"]!.AsArray();

        Assert.Equal(60, rows[0]!["value"]!.GetValue<double>());
        Assert.Null(rows[2]!["value"]);
    }

    private static Chart Sample(string kind) => SmallReport.Charts.First(c => c.GetType().Name == kind);
}
