using System.Text.Json.Nodes;
using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat cards</c>: mechanisms under textbook names.</summary>
[Collection(OneConsole.Name)]
public sealed class CardsFacts : AtTheConsole
{
    private const string Runs = "30";

    private string Small()
    {
        var board = File.ReadAllText(System.IO.Path.Combine(Golden.Root, "scenarios", Board, "scenario.yaml"));
        return Write(
            "board.yaml",
            board
                + """

                cards:
                  The chair's hand: {factors: [The chair's list, The chair's agenda], worked: The chair names who may be chosen.}
                  The man:          {factors: Qualities of the holder}
                  Allies:           {without: there are no alliances}
                stages:
                  the others: [Second trustee, Third trustee]
                """
        );
    }

    [Fact]
    public async Task Cards_are_played_alone_and_off_alone_and_a_page_is_written()
    {
        var said = await Run("cards", Small(), "--runs", Runs, "--html", Path("page.html"));

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Contains("The chair's hand", said.Out, StringComparison.Ordinal);
        Assert.Contains("the others", said.Out, StringComparison.Ordinal);
        Assert.Contains("<title>How far does the chair explain", File.ReadAllText(Path("page.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_filled_from_a_kept_table_is_the_page_that_was_played()
    {
        var small = Small();
        Assert.Equal(
            ExitCode.Done,
            (await Run("cards", small, "--all", "--runs", Runs, "--out", Path("t.json"), "--html", Path("a.html"))).Code
        );

        var filled = await Run("cards", small, "--table", Path("t.json"), "--html", Path("b.html"), "--json");

        Assert.Equal(ExitCode.Done, filled.Code);
        Assert.Equal(File.ReadAllText(Path("a.html")), File.ReadAllText(Path("b.html")));
        Assert.Equal(8, filled.Json["settings"]!.AsArray().Count);
        Assert.Equal(
            File.ReadAllText(Path("t.json")),
            JsonNode
                .Parse(filled.Out)!
                .ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n"
        );
    }

    [Fact]
    public async Task Every_comparison_of_cards_has_its_passport_in_text_json_and_page()
    {
        var small = Small();
        var json = (await Run("cards", small, "--runs", Runs, "--html", Path("page.html"), "--json")).Json;
        var (brief, full) = (
            (await Run("cards", small, "--runs", Runs, "--html", Path("b.html"))).Out,
            (await Run("cards", small, "--runs", Runs, "--html", Path("c.html"), "--full")).Out
        );
        var two = (await Run("cards", small, "--compare", "Allies", "The man", "--runs", Runs, "--full")).Out;

        // Three cards, each taken away and alone; three pairs, the one or the other taken away and alone.
        Assert.Equal(12, json["passports"]!.AsArray().Count);
        Assert.All(json["passports"]!.AsArray(), p => Assert.StartsWith("Suppose: ", (string)p!["antecedent"]!, StringComparison.Ordinal));
        Assert.Contains("Passports of the comparisons", full, StringComparison.Ordinal);
        Assert.DoesNotContain("Passports of the comparisons", brief, StringComparison.Ordinal);
        Assert.Contains("Passports of the comparisons", File.ReadAllText(Path("page.html")), StringComparison.Ordinal);
        Assert.Contains(
            "in the second world: First trustee with",
            string.Join(' ', two.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_table_of_histories_that_are_not_played_so_any_more_is_refused()
    {
        var small = Small();
        await Run("cards", small, "--runs", Runs, "--out", Path("t.json"), "--html", Path("a.html"));
        File.WriteAllText(
            small,
            File.ReadAllText(small).Replace("slate share: 0.3..0.9", "slate share: 0.3..0.4", StringComparison.Ordinal)
        );

        var said = await Run("cards", small, "--table", Path("t.json"), "--html", Path("b.html"));

        Assert.Equal(ExitCode.BadInput, said.Code);
        Assert.Contains("another state of the scenario", said.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path("b.html")));
    }

    [Fact]
    public async Task Two_cards_compared_alone_say_which_mattered_more_and_why()
    {
        var said = await Run("cards", Small(), "--compare", "The chair's hand", "Allies", "--runs", Runs);

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.StartsWith("Which mattered more: The chair's hand, or Allies?", said.Out, StringComparison.Ordinal);
        Assert.Contains("Why: ", said.Out, StringComparison.Ordinal);
        Assert.Contains("The chair names who may be chosen.", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stored_settings_give_the_same_answer_as_fresh_ones()
    {
        var small = Small();
        string[] asked = ["cards", small, "--compare", "The man", "Allies", "--runs", Runs, "--json"];

        var played = await Run(asked);
        var stored = await Run(asked);
        var fresh = await Run([.. asked, "--fresh"]);

        Assert.Equal(played.Out, stored.Out);
        Assert.Equal(played.Out, fresh.Out);
        Assert.Contains("180 stored before", stored.Error, StringComparison.Ordinal);
        Assert.Contains(" 0 stored before", fresh.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_play_keeps_what_is_finished_and_says_so()
    {
        using var cancel = new CancellationTokenSource();
        var said = await Run(
            ["cards", Small(), "--all", "--runs", "400", "--fresh", "--progress", "json", "--html", Path("part.html")],
            cancel.Token,
            heard: text =>
            {
                if (text.Contains("\"number\":3", StringComparison.Ordinal))
                    cancel.Cancel();
            }
        );

        Assert.Equal(ExitCode.Cancelled, said.Code);
        Assert.Contains("Cancelled: answered from", said.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path("part.html")));
    }

    [Theory]
    [InlineData("--compare", "The man")]
    [InlineData("--compare", "The man", "Nobody")]
    [InlineData("--compare", "The man", "The man")]
    public async Task Cards_that_cannot_be_compared_are_told_with_those_there_are(params string[] asked)
    {
        var said = await Run(["cards", Small(), .. asked]);

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Contains("The chair's hand", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_without_cards_is_told_what_to_add()
    {
        var said = await Run("cards", Board);

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Contains("has no cards", said.Error, StringComparison.Ordinal);
    }
}
