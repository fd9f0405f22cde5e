using System.Text;
using System.Xml.Linq;
using Apparat.Reporting;

namespace Apparat.Tests;

/// <summary>What others take away: figures, tables, sources, print.</summary>
public sealed class ExporterFacts
{
    [Fact]
    public void Every_chart_becomes_a_figure_file_named_in_reading_order()
    {
        var files = FigureFiles.Of(SmallReport.OfEverything).ToArray();

        Assert.Equal(Enumerable.Range(1, 6).Select(i => $"0{i}-pictures.svg"), files.Select(f => f.Name));
        Assert.All(files, f => Assert.Equal("svg", XDocument.Parse(f.Svg).Root!.Name.LocalName));
    }

    [Fact]
    public void Latex_tables_are_whole_escaped_and_can_be_traced_to_their_command()
    {
        var tex = LatexTables.Of(SmallReport.OfEverything);

        Assert.Equal(7, Count(tex, "\\begin{tabular}"));
        Assert.Equal(7, Count(tex, "\\bottomrule"));
        Assert.Contains("% To get the same again: apparat explain small --runs 100", tex, StringComparison.Ordinal);
        Assert.Contains("(95 \\% interval)", tex, StringComparison.Ordinal);
        Assert.Contains("Dots: with $<$and$>$ without", tex, StringComparison.Ordinal);
        Assert.Contains("$-$5 ($-$9 to $-$1)", tex, StringComparison.Ordinal);
        foreach (var row in tex.Split('\n').Where(l => l.EndsWith("\\\\", StringComparison.Ordinal)))
            Assert.Equal(0, Count(row.Replace("\\&", "", StringComparison.Ordinal), "%") - Count(row, "\\%"));
    }

    [Fact]
    public void Only_sources_that_are_cited_are_given_as_bibtex()
    {
        var scenario = ScenarioFile.Load("history/bolshevik-party");
        var bib = BibTex.Of(
            scenario with
            {
                Sources = scenario.Sources.Add(new Model.Source("uncited", "book", scenario.Sources[0].Fields)),
            }
        );

        Assert.Contains("{pavlyuchenkov2008,", bib, StringComparison.Ordinal);
        Assert.DoesNotContain("{uncited,", bib, StringComparison.Ordinal);
        Assert.Equal(Count(bib, "{"), Count(bib, "}"));
    }

    [Fact]
    public async Task The_page_prints_to_pdf()
    {
        var folder = Directory.CreateTempSubdirectory("apparat-pdf-").FullName;
        try
        {
            var (page, pdf) = (Path.Combine(folder, "a page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllTextAsync(page, HtmlRenderer.Render(SmallReport.OfEverything));
            var chromium = Chromium.Find();
            Assert.True(chromium is not null, $"Printing needs Chromium. {Chromium.HowToInstall}");

            await Chromium.Print(chromium, page, pdf);

            Assert.Equal("%PDF-", Encoding.ASCII.GetString((await File.ReadAllBytesAsync(pdf))[..5]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
