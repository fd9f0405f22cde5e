using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Apparat.Analysis;
using Apparat.Numerics;
using Apparat.Reporting;

namespace Apparat.Tests;

/// <summary>Pages opened in a real Chromium, at a desk, on a phone and as printed.</summary>
public sealed class PagesInABrowser
{
    private const int FewRuns = 20;

    [Theory]
    [InlineData("everything")]
    [InlineData("explanation")]
    [InlineData("shares near 0")]
    [InlineData("history/bolshevik-party")]
    [InlineData("governance/self-perpetuating-board")]
    public async Task A_page_opens_without_a_complaint_and_its_charts_are_drawn(string name)
    {
        var folder = Directory.CreateTempSubdirectory("apparat-page-").FullName;
        try
        {
            var page = Path.Combine(folder, "page.html");
            await File.WriteAllTextAsync(page, HtmlRenderer.Render(await ReportOf(name)));

            foreach (var seen in (await Look(page)).AsArray().Select(s => s!))
            {
                var width = seen["width"]!.GetValue<int>();
                Assert.Empty(seen["errors"]!.AsArray());
                Assert.Empty(seen["requests"]!.AsArray());
                Assert.True(seen["pageWidth"]!.GetValue<int>() <= width, $"{name} is wider than {width} pixels: {seen["tooWide"]}");
                Assert.Empty(seen["tooWide"]!.AsArray());
                Assert.NotEmpty(seen["figures"]!.AsArray());
                foreach (var figure in seen["figures"]!.AsArray().Select(f => f!))
                {
                    Assert.Equal(1, figure["pictures"]!.GetValue<int>());
                    Assert.True(figure["marks"]!.GetValue<int>() > 3, figure.ToJsonString());
                    Assert.True(figure["words"]!.GetValue<int>() > 3, figure.ToJsonString());
                    Assert.True(figure["alt"]!.GetValue<bool>(), figure.ToJsonString());
                    Assert.True(figure["rows"]!.GetValue<int>() > 0, figure.ToJsonString());
                    Assert.True(
                        figure["outside"]!.AsArray().Count == 0,
                        $"At {width} pixels words leave the picture: {figure["title"]}: {figure["outside"]}"
                    );
                    Assert.True(
                        figure["overlapping"]!.AsArray().Count == 0,
                        $"At {width} pixels words cover each other: {figure["title"]}: {figure["overlapping"]}"
                    );
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A shipped scenario is played just enough to fill its page.
    private static async Task<Report> ReportOf(string name)
    {
        if (name == "shares near 0")
            return NearNothing();
        if (!name.Contains('/', StringComparison.Ordinal))
            return RendererCases.ReportOf(name);
        var scenario = ScenarioFile.Load(name);
        ImmutableArray<RecordedDivision> divisions = Responsible.FileOf(name) is { } file ? Responsible.Recorded(file) : [];
        var (answer, beside) = await Apparat.Explain.Everything(
            scenario,
            name,
            divisions,
            1,
            new ExplainSizes().For(FewRuns),
            CompanionSizes.For(FewRuns)
        );
        return ExplanationReport.Of(
            answer,
            new Frame(ProgramVersion.Line, $"apparat explain {name}", Apparat.Explain.Provisions(scenario))
            {
                Claims = Apparat.Claims.Of(name),
                Divisions = divisions,
                Companions = beside,
                Named = name,
            }
        );
    }

    // The longest numbers there are: a minus, and decimals on both sides of 0.
    private static Report NearNothing()
    {
        var least = Estimate.Normal(-0.001, 0.004, 800);
        var parts = Enumerable.Range(1, 4).Select(i => new Part($"Factor {i}", PartKind.Rules, least)).ToImmutableArray();
        return new(
            "Shares",
            ["None is far from 0."],
            [
                new(
                    "shares",
                    "Shares",
                    [
                        new Attribution([new Part("Luck", PartKind.Luck, Estimate.Normal(1, 0.004, 800))], parts)
                        {
                            Title = "Shares",
                            Alt = "Four rows with their dots at 0.",
                        },
                    ]
                ),
            ],
            []
        );
    }

    private static async Task<JsonNode> Look(string page)
    {
        var chromium = Chromium.Find();
        Assert.True(chromium is not null, $"The page tests need Chromium. {Chromium.HowToInstall}");
        var start = new ProcessStartInfo("node", [Path.Combine(Golden.Root, "tests", "pages", "look.mjs"), chromium, page])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var look = Process.Start(start)!;
        var errors = look.StandardError.ReadToEndAsync();
        var seen = await look.StandardOutput.ReadToEndAsync();
        await look.WaitForExitAsync();
        Assert.True(look.ExitCode == 0, await errors);
        return JsonNode.Parse(seen)!;
    }
}
