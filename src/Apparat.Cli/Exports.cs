using System.CommandLine;
using Apparat.Analysis;
using Apparat.Reporting;

namespace Apparat.Cli;

/// <summary>The other forms in which an explanation can be taken away, as options of <c>apparat explain</c>.</summary>
internal sealed class Exports
{
    private readonly Option<string?> _markdown = File("--markdown", "Write the whole report in Markdown.");
    private readonly Option<string?> _latex = File("--latex", "Write every table for LaTeX (booktabs).");
    private readonly Option<string?> _bibtex = File("--bibtex", "Write the sources the scenario cites as BibTeX.");
    private readonly Option<string?> _perRun = File("--shares", "Write the shares of every single run as CSV.");
    private readonly Option<string?> _pdf = File("--pdf", "Print the page to a PDF as well; needs Chromium.");

    private readonly Option<string?> _figures = new("--figures")
    {
        Description =
            "Write every chart as an SVG file of its own into a folder, and where Chromium is present all of them as figures.pdf, a page each.",
        HelpName = "DIR",
    };

    public IEnumerable<Option> Options => [_markdown, _latex, _bibtex, _perRun, _figures, _pdf];

    /// <summary>Refuses, before anything is played, what could not be written afterwards.</summary>
    /// <exception cref="UsageException">A file is there already, or there is no browser to print with.</exception>
    public void Check(ParseResult parse, bool force)
    {
        foreach (var option in new[] { _markdown, _latex, _bibtex, _perRun, _pdf })
        {
            if (parse.GetValue(option) is { } file)
                Page.Free(file, force);
        }
        if (parse.GetValue(_figures) is { } folder && !force && Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.svg").Any())
            throw new UsageException($"{folder} holds figures already; add --force to write over them, or give another folder.");
        if (parse.GetValue(_pdf) is not null)
            Browser();
    }

    /// <summary>Writes what was asked for.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="report">The report.</param>
    /// <param name="answer">The explanation it tells.</param>
    /// <param name="page">The page as written.</param>
    /// <param name="force">Whether files may be replaced.</param>
    /// <param name="now">Told what is being written, where it takes long.</param>
    /// <param name="cancel">Ends the printing.</param>
    public async Task Write(
        ParseResult parse,
        Report report,
        Explanation answer,
        string page,
        bool force,
        Action<string> now,
        CancellationToken cancel
    )
    {
        if (parse.GetValue(_markdown) is { } text)
            Page.Write(text, MarkdownRenderer.Render(report), force);
        if (parse.GetValue(_latex) is { } tables)
            Page.Write(tables, LatexTables.Of(report), force);
        if (parse.GetValue(_bibtex) is { } sources)
            Page.Write(sources, BibTex.Of(answer.Scenario), force);
        if (parse.GetValue(_perRun) is { } shares)
            Page.Write(shares, SharesCsv.Of(answer.Shares), force);
        if (parse.GetValue(_figures) is { } folder)
        {
            now("drawing the figures");
            var figures = FigureFiles.Of(report).ToList();
            foreach (var (name, svg) in figures)
                Page.Write(Path.Combine(folder, name), svg, force);
            if (figures.Count > 0 && Chromium.Find() is { } browser)
            {
                now("printing the figures");
                var sheet = Page.Write(Path.Combine(folder, "figures.html"), FigureFiles.Sheet(figures), force: true);
                await Chromium.Print(browser, sheet, Path.Combine(folder, "figures.pdf"), cancel).ConfigureAwait(false);
                System.IO.File.Delete(sheet);
            }
        }
        if (parse.GetValue(_pdf) is { } pdf)
        {
            now("printing the page");
            await Chromium.Print(Browser(), page, pdf, cancel).ConfigureAwait(false);
        }
    }

    private static string Browser() => Chromium.Find() ?? throw new UsageException($"--pdf needs Chromium. {Chromium.HowToInstall}");

    private static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };
}
