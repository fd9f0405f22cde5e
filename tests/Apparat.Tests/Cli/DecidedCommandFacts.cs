using System.Text.Json.Nodes;
using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat decided</c>: when was it decided?</summary>
[Collection(OneConsole.Name)]
public sealed class DecidedCommandFacts : AtTheConsole
{
    private static readonly string[] History = ["decided", Board, "--run", "3", "--runs", "20", "--step", "24", "--seed", "3"];

    [Fact]
    public async Task A_history_is_told_with_its_turning_points_and_what_could_still_have_been_done()
    {
        var said = await Run(History);

        Assert.Equal(ExitCode.Done, said.Code);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", "decided.txt");
    }

    [Fact]
    public async Task The_last_point_knows_how_it_ended_and_the_same_question_gives_the_same_answer()
    {
        var said = await Run([.. History, "--moves", "0", "--json"]);
        var last = said.Json["points"]!.AsArray()[^1]!;

        Assert.Equal("2029-12-31", (string)last["known_before"]!);
        Assert.True((double)last["probability"]!["value"]! is 0 or 1);
        Assert.Equal(said.Out, (await Run([.. History, "--moves", "0", "--json"])).Out);
        Assert.Empty(said.Json["moves"]!.AsArray());
    }

    [Fact]
    public async Task Without_a_record_there_is_only_a_simulated_history_to_follow()
    {
        var said = await Run("decided", Board, "--runs", "5");

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Contains("--run", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_it_tells_the_points_that_are_finished()
    {
        using var cancel = new CancellationTokenSource();
        var said = await Run(
            ["decided", Board, "--run", "3", "--step", "24", "--seed", "3", "--runs", "300", "--progress", "json", "--json"],
            cancel.Token,
            line =>
            {
                if (line.StartsWith('{') && (int)JsonNode.Parse(line)!["number"]! == 3)
                    cancel.Cancel();
            }
        );

        Assert.Equal(ExitCode.Cancelled, said.Code);
        Assert.False((bool)said.Json["is_complete"]!);
        Assert.InRange(said.Json["points"]!.AsArray().Count, 2, 5);
    }
}
