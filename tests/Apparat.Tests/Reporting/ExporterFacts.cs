using System.Collections.Immutable;
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
    public async Task Figures_print_to_one_pdf_with_a_page_of_its_own_size_for_each()
    {
        var folder = Directory.CreateTempSubdirectory("apparat-figures-").FullName;
        try
        {
            var (sheet, pdf) = (Path.Combine(folder, "figures.html"), Path.Combine(folder, "figures.pdf"));
            await File.WriteAllTextAsync(
                sheet,
                FigureFiles.Sheet([.. FigureFiles.Of(SmallReport.OfEverything)]),
                TestContext.Current.CancellationToken
            );

            await Chromium.Print(Chromium.Find()!, sheet, pdf, TestContext.Current.CancellationToken);

            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf, TestContext.Current.CancellationToken));
            Assert.Equal(6, Count(text, "/Type /Page\n"));
            // 720 pixels are 540 points; no two figures need be of one height.
            Assert.Equal(6, Count(text, "/MediaBox [0 0 540 "));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_latex_table_too_wide_or_too_long_for_a_page_is_broken()
    {
        var wide = new Table(
            "wide",
            [new("who"), new("what"), new("how many", true)],
            [
                ["a", new string('w', 200), "1"],
            ]
        );
        var tall = new Table("tall", [new("n", true)], [.. Enumerable.Range(0, 100).Select(n => ImmutableArray.Create<Cell>($"{n}"))]);
        var tex = LatexTables.Of(new Report("r", [], [new("s", "S", [wide, tall])], []));

        Assert.Contains("{l>{\\raggedright\\arraybackslash}p{", tex, StringComparison.Ordinal);
        Assert.Equal(1, Count(tex, "\\begin{longtable}{r}"));
        Assert.Equal(1, Count(tex, "\\end{longtable}"));
        Assert.Equal(1, Count(tex, "\\endhead"));
        Assert.Equal(1, Count(tex, "\\begin{tabular}"));
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
