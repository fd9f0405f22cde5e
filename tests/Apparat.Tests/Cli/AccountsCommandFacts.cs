using System.Text.Json.Nodes;
using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat accounts</c>, <c>apparat robustness</c> and <c>--account</c>.</summary>
[Collection(OneConsole.Name)]
public sealed class AccountsCommandFacts : AtTheConsole
{
    private const string Party = "history/bolshevik-party";

    [Fact]
    public async Task Accounts_are_told_with_what_they_make_of_the_headline_and_how_they_fit()
    {
        var said = await Run("accounts", Party, "--runs", "4");

        Assert.Equal(ExitCode.Done, said.Code);
        foreach (
            var told in (string[])
                ["the complete", "the short form", "M0 Null", "M6 Mass recruitment", "Confusion", "prior predictive scores"]
        )
            Assert.Contains(told, said.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_of_ones_own_is_scored_beside_the_others_and_json_has_every_table()
    {
        var mine = Write("mine.yaml", "account: No list\nof: complete.yaml\nswitches: [\"strike C2/slate\"]\n");
        var json = (await Run("accounts", Party, "--account", mine, "--runs", "2", "--json")).Json;

        var text = json.ToJsonString();
        Assert.Contains("mine No list", text, StringComparison.Ordinal);
        Assert.Contains("strike C2/slate", text, StringComparison.Ordinal);
        Assert.Contains("mine: strike C2/slate", text, StringComparison.Ordinal);
        Assert.Contains("What some of them have in common", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_without_accounts_says_where_they_go()
    {
        var said = await Run("accounts", Board, "--runs", "2");

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Contains("accounts", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_an_account_is_told_at_its_line()
    {
        var mine = Write("mine.yaml", "account: No list\nof: complete.yaml\nswitches:\n  - strike C2/slat\n");
        var said = await Run("compare", Party, "--account", mine, "--runs", "2");

        Assert.Equal(ExitCode.BadInput, said.Code);
        Assert.Contains("mine.yaml:4:5", said.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"C2/slate\"?", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_told_with_those_that_are()
    {
        var said = await Run("run", Party, "--account", "M9", "--runs", "2", "--no-files");

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Contains("M0, M1", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_what_is_compared_unless_a_change_is_and_then_both_worlds_are_its()
    {
        var alone = (await Run("compare", Party, "--account", "M1", "--runs", "2", "--json")).Json;
        var both = (await Run("compare", Party, "--account", "M1", "--strike", "C8", "--runs", "2", "--json")).Json;

        Assert.Equal("as it was", (string)alone["first_world"]!);
        Assert.Contains("kept in place", (string)alone["second_world"]!, StringComparison.Ordinal);
        Assert.Contains("kept in place", (string)both["first_world"]!, StringComparison.Ordinal);
        Assert.Contains("C8", (string)both["second_world"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_an_account_is_a_run_of_its_model_with_its_switches()
    {
        var account = (await Run("run", Party, "--account", "M3", "--runs", "2", "--no-files", "--json")).Json;
        var spelt = Accounts.Load(Party, "M3");
        var with = (
            await Run([
                "run",
                spelt.ModelFile,
                .. spelt.Sentences.SelectMany(s => new[] { "--with", s }),
                "--runs",
                "2",
                "--no-files",
                "--json",
            ])
        ).Json;

        Assert.Equal((string)with["fingerprint"]!, (string)account["fingerprint"]!);
    }

    [Fact]
    public async Task Robustness_has_a_row_a_choice_and_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var cut = await Run(
            ["robustness", Board, "--runs", "200", "--progress", "json"],
            cancel.Token,
            line =>
            {
                if (line.StartsWith('{') && (int)JsonNode.Parse(line)!["number"]! == 3)
                    cancel.Cancel();
            }
        );
        var whole = await Run("robustness", Board, "--runs", "10", "--json");

        Assert.Equal(ExitCode.Cancelled, cut.Code);
        Assert.Contains("not defined", cut.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, whole.Code);
        Assert.Contains("candidates for a seat", whole.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_of_a_clause_are_shown_apart()
    {
        var said = await Run("robustness", Party, "--strike", "C8", "--channels", "--runs", "2");

        Assert.Equal(ExitCode.Done, said.Code);
        foreach (var channel in (string[])["gratitude", "career", "fear"])
            Assert.Contains(channel, said.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, (await Run("robustness", Party, "--strike", "C99", "--runs", "2")).Code);
    }
}
