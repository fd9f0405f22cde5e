using System.Text.Json.Nodes;
using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat substitute</c>: the office or the man.</summary>
[Collection(OneConsole.Name)]
public sealed class SubstituteFacts : AtTheConsole
{
    private static readonly string[] Chair = ["substitute", Board, "--office", "Chair", "--runs", "40", "--seed", "3"];

    [Fact]
    public async Task A_substitution_says_who_comes_out_by_who_sits_there_and_splits_it_exactly()
    {
        var said = await Run([.. Chair, "--offices", "Chair,Director"]);

        Assert.Equal(ExitCode.Done, said.Code);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", "substitute.txt");
    }

    [Fact]
    public async Task For_machines_every_cell_is_mean_and_office_and_person_and_fit()
    {
        var json = (await Run([.. Chair, "--json"])).Json;

        Assert.Equal("apparat/substitute/1", (string)json["schema"]!);
        foreach (var row in json["rows"]!.AsArray())
        {
            for (var c = 0; c < 3; c++)
                Assert.Equal(
                    Value(row!["cells"]![c]),
                    Value(json["mean"]) + Value(json["office_effects"]![c]) + Value(row["person"]) + Value(row["fit"]![c]),
                    12
                );
        }
        Assert.Equal("the median outsider", (string)json["newcomer"]!["name"]!);
    }

    [Fact]
    public async Task Stored_worlds_give_the_same_answer_and_a_changed_scenario_is_not_taken_for_the_stored_one()
    {
        var fresh = await Run([.. Chair, "--json"]);

        Assert.Equal(fresh.Out, (await Run([.. Chair, "--json"])).Out);
        var changed = await Run([.. Chair, "--json", "--set", "B1/slate.share=0"]);
        Assert.NotEqual((string)fresh.Json["scenario_digest"]!, (string)changed.Json["scenario_digest"]!);
        Assert.Equal(changed.Out, (await Run([.. Chair, "--json", "--set", "B1/slate.share=0", "--fresh"])).Out);
    }

    [Theory]
    [InlineData("--office", "Throne", "no office")]
    [InlineData("--on", "wins", "no outcome")]
    [InlineData("--man", "Napoleon", "no contender")]
    [InlineData("--offices", "Throne", "no office")]
    public async Task What_cannot_be_asked_is_said_with_what_can(string option, string value, string told)
    {
        var said = await Run("substitute", Board, option, value, "--runs", "5");

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Contains(told, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_it_keeps_the_worlds_that_are_finished()
    {
        using var cancel = new CancellationTokenSource();
        var said = await Run(
            ["substitute", Board, "--runs", "300", "--progress", "json", "--json"],
            cancel.Token,
            line =>
            {
                if (line.StartsWith('{') && (int)JsonNode.Parse(line)!["number"]! == 3)
                    cancel.Cancel();
            }
        );

        Assert.Equal(ExitCode.Cancelled, said.Code);
        Assert.False((bool)said.Json["is_complete"]!);
        Assert.Equal(300, (int)said.Json["rows"]![0]!["with_powers"]!["he"]!["runs"]!);
    }

    private static double Value(JsonNode? estimate) => (double)estimate!["value"]!;
}
