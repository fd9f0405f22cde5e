using System.Text.Json.Nodes;
using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat compare</c>: two worlds on common luck.</summary>
[Collection(OneConsole.Name)]
public sealed class CompareFacts : AtTheConsole
{
    private static readonly string[] Struck = ["compare", Board, "--strike", "B1/slate", "--runs", "150", "--seed", "3"];

    [Fact]
    public async Task A_comparison_says_both_probabilities_their_difference_and_what_it_measures()
    {
        var said = await Run(Struck);

        Assert.Equal(ExitCode.Done, said.Code);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", "compare.txt");
    }

    [Fact]
    public async Task For_machines_it_says_the_same_and_the_counts_behind_it()
    {
        var json = (await Run([.. Struck, "--json"])).Json;
        var counts = json["counts"]!;
        long both = (long)counts["both"]!,
            first = (long)counts["only_first"]!,
            second = (long)counts["only_second"]!,
            neither = (long)counts["neither"]!;

        Assert.Equal("apparat/compare/1", (string)json["schema"]!);
        Assert.Equal(150, both + first + second + neither);
        Assert.Equal((both + first) / 150.0, (double)json["first"]!["value"]!, 12);
        Assert.Equal((first - second) / 150.0, (double)json["difference"]!["value"]!, 12);
        Assert.True((double)json["pn"]!["value"]! >= (double)json["pn_bounds"]![0]! - 1e-12);
        Assert.Contains("open nominations", (string)json["second_world"]!, StringComparison.Ordinal);
        Assert.Contains("less that part", (string)json["estimand"]!, StringComparison.Ordinal);
        Assert.Contains(json["cautions"]!.AsArray(), c => ((string)c!["what"]!).Contains("not yet calibrated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_can_be_attacked_and_carries_its_passport_into_text_json_and_page()
    {
        var page = Path("page.html");
        var json = (await Run([.. Struck, "--attacks", "40", "--json", "--html", page])).Json;
        var text = (await Run([.. Struck, "--attacks", "40"])).Out;

        Assert.Equal(5, json["attacks"]!["attacks"]!.AsArray().Count(a => a!["difference"] is not null));
        Assert.Contains("open nominations", (string)json["passport"]!["replacements"]![0]!, StringComparison.Ordinal);
        Assert.NotNull(json["judgement"]!["counterfactual_effect_size"]);
        Assert.Contains("Where to attack it", text, StringComparison.Ordinal);
        Assert.Contains("Passport of the comparison", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_makes_no_difference()
    {
        var json = (await Run("compare", Board, "--set", "B1.share=1", "--runs", "60", "--on", "rules(someone)", "--json")).Json;

        Assert.Equal(0, (double)json["difference"]!["value"]!);
        Assert.Equal((string)json["first_fingerprint"]!, (string)json["second_fingerprint"]!);
    }

    [Fact]
    public async Task Stored_worlds_give_the_same_answer_as_fresh_ones()
    {
        var fresh = await Run([.. Struck, "--json"]);
        var stored = await Run([.. Struck, "--json"]);
        var again = await Run([.. Struck, "--json", "--fresh"]);

        Assert.Equal(fresh.Out, stored.Out);
        Assert.Equal(fresh.Out, again.Out);
    }

    [Fact]
    public async Task A_change_in_both_worlds_is_named_in_both()
    {
        var json = (await Run([.. Struck, "--in", "there are no alliances", "--json"])).Json;

        Assert.Contains("alliances", (string)json["first_world"]!, StringComparison.Ordinal);
        Assert.Contains("alliances", (string)json["second_world"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("difference > 0.05", ExitCode.Done)]
    [InlineData("difference.low > 0.05", ExitCode.Done)]
    [InlineData("difference > 0.95", ExitCode.Findings)]
    [InlineData("pn.high <= 0", ExitCode.Findings)]
    [InlineData("luck > 1", ExitCode.WrongUse)]
    [InlineData("difference is large", ExitCode.WrongUse)]
    public async Task A_condition_decides_the_exit_code_whatever_the_format(string condition, int code)
    {
        Assert.Equal(code, (await Run([.. Struck, "--assert", condition])).Code);
        Assert.Equal(code, (await Run([.. Struck, "--assert", condition, "--json"])).Code);
    }

    [Fact]
    public async Task What_never_happens_has_no_probability_of_necessity_and_satisfies_no_condition()
    {
        string[] never = ["compare", Board, "--strike", "B4", "--on", "rules(Second trustee)", "--runs", "5"];
        var json = (await Run([.. never, "--json"])).Json;
        var text = await Run(never);

        Assert.Null(json["pn"]);
        Assert.Null(json["pn_bounds"]);
        Assert.Contains("not defined, seen 0 of 5", text.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, (await Run([.. never, "--assert", "pn >= 0"])).Code);
    }

    [Theory]
    [InlineData("wins(First trustee)", "no outcome")]
    [InlineData("rules(Napoleon)", "contenders only")]
    public async Task What_cannot_be_asked_is_said_with_what_can(string on, string told)
    {
        var said = await Run("compare", Board, "--strike", "B4", "--on", on, "--runs", "5");

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Contains(told, said.Error, StringComparison.Ordinal);
        Assert.Contains("rules(X)", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_compare_with_is_wrong_use() => Assert.Equal(ExitCode.WrongUse, (await Run("compare", Board)).Code);

    [Fact]
    public async Task Cancelled_it_answers_from_the_pairs_that_are_finished()
    {
        using var cancel = new CancellationTokenSource();
        var said = await Run(
            ["compare", Board, "--strike", "B4", "--runs", "2000", "--progress", "json", "--json"],
            cancel.Token,
            line =>
            {
                if (line.StartsWith('{') && (int)JsonNode.Parse(line)!["number"]! == 2)
                    cancel.Cancel();
            }
        );

        Assert.Equal(ExitCode.Cancelled, said.Code);
        Assert.False((bool)said.Json["is_complete"]!);
        Assert.InRange((int)said.Json["runs"]!, 1, 1999);
    }
}
