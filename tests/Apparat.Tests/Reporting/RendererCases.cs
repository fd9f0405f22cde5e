using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Apparat.Reporting;

namespace Apparat.Tests;

/// <summary>One report in four forms.</summary>
public sealed partial class RendererCases
{
    private const int MostBytes = 3_000_000;

    [Fact]
    public void Text_is_kept_to_the_character() => Golden.Holds(TextRenderer.Render(SmallReport.OfEverything), Path("everything.txt"));

    [Fact]
    public void Markdown_is_kept_to_the_character() =>
        Golden.Holds(MarkdownRenderer.Render(SmallReport.OfEverything), Path("everything.md"));

    [Fact]
    public void Json_is_kept_to_the_character() => Golden.Holds(JsonRenderer.Render(SmallReport.OfEverything), Path("everything.json"));

    [Fact]
    public void Text_keeps_to_its_hundred_columns() =>
        Assert.All(
            TextRenderer.Render(ExplanationReport.Of(SmallReport.Explanation(), SmallReport.Frame)).Split('\n'),
            line => Assert.InRange(line.Length, 0, 100)
        );

    [Fact]
    public void Every_block_of_the_report_is_in_every_form()
    {
        var forms = Forms(SmallReport.OfEverything);
        string[] said = ["These are priors.", "Nothing outside.", "Folded away", "60 (50 to 69)", "Pictures", "apparat explain small"];

        Assert.All(forms.Where(f => f.Name != "json"), f => Assert.All(said, s => Assert.Contains(s, f.Text, StringComparison.Ordinal)));
        var json = JsonNode.Parse(forms.First(f => f.Name == "json").Text)!;
        Assert.Equal("apparat/report/1", json["schema"]!.GetValue<string>());
        var folded = json["sections"]![0]!["blocks"]!.AsArray().First(b => b!["kind"]!.GetValue<string>() == "folded")!;
        Assert.Equal(0.6, folded["blocks"]![0]!["rows"]![0]![1]!["value"]!.GetValue<double>());
        Assert.Null(folded["blocks"]![0]!["rows"]![1]![1]);
        Assert.Equal(
            SmallReport.Charts.Length,
            json["sections"]![1]!["blocks"]!.AsArray().Count(b => b!["alt"]!.GetValue<string>().Length > 0)
        );
    }

    [Fact]
    public void Language_and_place_of_the_reader_change_nothing()
    {
        var here = Forms(SmallReport.OfEverything);
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var (separator, minus, digits) in new[] { (",", "-", "."), ("٫", "\u2212", "٬"), ("'", "~", " ") })
            {
                var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
                culture.NumberFormat.NumberDecimalSeparator = separator;
                culture.NumberFormat.NumberGroupSeparator = digits;
                culture.NumberFormat.NegativeSign = minus;
                culture.DateTimeFormat.DateSeparator = "/";
                CultureInfo.CurrentCulture = culture;

                Assert.Equal(here, Forms(SmallReport.OfEverything));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("explanation")]
    [InlineData("unfinished")]
    public void The_page_is_well_formed_small_and_asks_nobody(string name)
    {
        var html = HtmlRenderer.Render(ReportOf(name));
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal));

        Assert.InRange(html.Length, 1, MostBytes);
        Assert.Empty(page.Descendants("script"));
        Assert.DoesNotMatch(Outside(), Namespaces().Replace(html, ""));
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.Descendants("a").Attributes("href"), a => Assert.Contains(a.Value[1..], ids));
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("explanation")]
    public void Every_chart_of_the_page_has_a_description_and_a_table(string name)
    {
        var page = XDocument.Parse(HtmlRenderer.Render(ReportOf(name)).Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal));
        var figures = page.Descendants("figure").ToArray();

        Assert.True(figures.Length >= 6);
        Assert.All(
            figures,
            f =>
            {
                var pictures = f.Descendants().Where(e => e.Name.LocalName == "svg").ToArray();
                Assert.Equal(2, pictures.Length);
                Assert.All(pictures, p => Assert.True(p.Attribute("aria-label")!.Value.Length > 20));
                Assert.NotEmpty(f.Descendants("table").Descendants("tbody").Elements("tr"));
            }
        );
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(Forms(SmallReport.OfEverything), Forms(SmallReport.OfEverything));

    [Fact]
    public void Print_has_its_own_quotation_marks_and_minus()
    {
        var html = HtmlRenderer.Render(SmallReport.OfEverything);

        Assert.Contains("How far does “the chair” explain it?", html, StringComparison.Ordinal);
        Assert.Contains("\u22125 of 100 (\u22129 to \u22121)", html, StringComparison.Ordinal);
        Assert.Contains("apparat explain small --runs 100", html, StringComparison.Ordinal);
    }

    internal static Report ReportOf(string name) =>
        name == "everything"
            ? SmallReport.OfEverything
            : ExplanationReport.Of(SmallReport.Explanation(whole: name == "explanation"), SmallReport.Frame);

    private static (string Name, string Text)[] Forms(Report report) =>
        [
            ("text", TextRenderer.Render(report)),
            ("markdown", MarkdownRenderer.Render(report)),
            ("json", JsonRenderer.Render(report)),
            ("html", HtmlRenderer.Render(report)),
        ];

    private static string[] Path(string file) => ["tests", "Apparat.Tests", "Reporting", "Golden", file];

    [GeneratedRegex("https?://|//[a-z]+\\.|url\\((?!#)|@import", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Outside();

    [GeneratedRegex("xmlns(:[a-z]+)?=\"[^\"]*\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespaces();
}
