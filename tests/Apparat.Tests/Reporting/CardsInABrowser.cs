using System.Diagnostics;
using System.Text.Json.Nodes;
using Apparat.Analysis;
using Apparat.Reporting;

namespace Apparat.Tests;

/// <summary>The page of cards in a real Chromium: at a desk, on a phone, without scripting, and printed.</summary>
public sealed class CardsInABrowser
{
    private static readonly string Flagship = Path.Combine(Golden.Root, "docs", "flagship");

    private static string Newest(string ending) => Directory.GetFiles(Flagship, $"*{ending}").Order(StringComparer.Ordinal).Last();

    private static CardTable Kept() => CardJson.Read(File.ReadAllText(Newest("-cards.json")), ScenarioFile.Load("history/bolshevik-party"));

    [Fact]
    public async Task A_switch_changes_the_numbers_and_every_sheet_prints()
    {
        var table = Kept();
        var folder = Directory.CreateTempSubdirectory("apparat-cards-").FullName;
        try
        {
            var page = Path.Combine(folder, "cards.html");
            await File.WriteAllTextAsync(page, CardPage.Of(table, ["apparat cards history/bolshevik-party --all"]));

            var seen = await Look(page);

            Assert.Empty(seen["errors"]!.AsArray());
            Assert.Empty(seen["requests"]!.AsArray());
            Assert.Equal(Shown(table, table.AllOn), Texts(seen["before"]));
            Assert.Equal(Shown(table, table.AllOn & ~1), Texts(seen["after"]));
            Assert.Equal(Shown(table, 0), Texts(seen["none"]));
            Assert.Equal(Texts(seen["before"]), Texts(seen["again"]));
            Assert.StartsWith($"Off: {table.Cards[0].Name}.", (string)seen["setting"]!, StringComparison.Ordinal);
            Assert.Equal("solid", (string)seen["outline"]!);
            Assert.True((bool)seen["firstScreen"]!, "Title, answer and cards do not fit on the first screen.");
            Assert.Equal(["0 1"], Texts(seen["pairsShown"]));
            Assert.Equal(["1 2"], Texts(seen["pairsChosen"]));
            foreach (var width in new[] { seen["deskWidth"]!, seen["phoneWidth"]! })
            {
                Assert.True((int)width["page"]! <= (int)width["window"]!, width.ToJsonString());
                Assert.Empty(width["outside"]!.AsArray());
            }
            Assert.Equal(256, (int)seen["withoutScripting"]!["settings"]!);
            Assert.Equal(28, (int)seen["withoutScripting"]!["pairs"]!);
            Assert.Equal(1, (int)seen["plan"]!);
            Assert.Equal(2, (int)seen["lesson"]!);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_page_kept_for_those_who_build_nothing_is_small_and_has_every_setting_of_its_table()
    {
        var page = File.ReadAllText(Newest("-cards.html"));
        var table = Kept();

        Assert.True(page.Length < 3_000_000, $"{page.Length} characters");
        Assert.True(table.IsFull);
        Assert.All(
            table.Settings,
            s =>
                Assert.Contains(
                    $"<tr data-on=\"{string.Concat(Enumerable.Range(0, table.Cards.Length).Select(i => (s.On & (1 << i)) != 0 ? '1' : '0'))}\">",
                    page,
                    StringComparison.Ordinal
                )
        );
    }

    private static string[] Shown(CardTable table, int on) =>
        [.. Enumerable.Range(0, table.Statements.Length).Select(s => Figures.Hundredths(table[on]![s]))];

    private static string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(t => (string)t!)];

    private static async Task<JsonObject> Look(string page)
    {
        var chromium = Chromium.Find();
        Assert.True(chromium is not null, $"The page tests need Chromium. {Chromium.HowToInstall}");
        var start = new ProcessStartInfo("node", [Path.Combine(Golden.Root, "tests", "pages", "cards.mjs"), chromium, page])
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
        return JsonNode.Parse(seen)!.AsObject();
    }
}
