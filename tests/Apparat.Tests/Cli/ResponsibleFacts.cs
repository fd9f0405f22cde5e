using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat responsible</c>: who was responsible for a vote.</summary>
[Collection(OneConsole.Name)]
public sealed class ResponsibleFacts : AtTheConsole
{
    private const string Party = "history/bolshevik-party";

    [Fact]
    public async Task A_division_of_a_history_is_told_voter_by_voter()
    {
        var said = await Run("responsible", Board, "--run", "3", "--seed", "3", "--division", "1");

        Assert.Equal(ExitCode.Done, said.Code);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", "responsible-history.txt");
    }

    [Fact]
    public async Task A_division_of_the_record_is_told_with_its_source()
    {
        var said = await Run("responsible", Party, "--division", "1925-12-23");

        Assert.Equal(ExitCode.Done, said.Code);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", "responsible-record.txt");
    }

    [Fact]
    public async Task All_divisions_are_listed_for_machines_with_those_nothing_can_be_said_of()
    {
        var divisions = (await Run("responsible", Party, "--json")).Json["divisions"]!.AsArray();

        Assert.Equal(38, divisions.Count);
        Assert.Contains(divisions, d => d!["verdict"] is null);
        Assert.Contains(divisions, d => d!["verdict"] is { } v && (int)v["for"]! == 559 && (int)v["needed"]! == 313);
    }

    [Theory]
    [InlineData("two thirds", 416)]
    [InlineData("500", 500)]
    public async Task What_was_needed_may_be_said(string rule, int needed) =>
        Assert.Equal(
            needed,
            (int)
                (await Run("responsible", Party, "--division", "1925-12-23", "--needed", rule, "--json")).Json["divisions"]![0]![
                    "verdict"
                ]!["needed"]!
        );

    [Theory]
    [InlineData("date,body,question,for\n", "lacks the column")]
    [InlineData("date,body,question,for,against\n1 May,B,Q,1,2\n", "not a date")]
    [InlineData("date,body,question,for,against\n2000-05-01,B,Q,many,2\n", "no count of votes")]
    [InlineData("date,body,question,for,against\n2000-05-01,B,\"Q,1,2\n", "line")]
    public async Task A_bad_file_of_votes_is_named_with_its_line_and_its_repair(string text, string told)
    {
        var said = await Run("responsible", Board, "--votes", Write("votes.csv", text));

        Assert.Equal(ExitCode.BadInput, said.Code);
        Assert.Contains(told, said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no record/votes.csv", "responsible", Board)]
    [InlineData("no division of 1900-01-01", "responsible", Party, "--division", "1900-01-01")]
    [InlineData("is not a date", "responsible", Party, "--division", "yesterday")]
    [InlineData("has divisions 1 to", "responsible", Board, "--run", "3", "--division", "1000")]
    [InlineData("is no rule", "responsible", Party, "--needed", "most")]
    public async Task What_cannot_be_asked_is_said_with_what_can(string told, params string[] args)
    {
        var said = await Run(args);

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Contains(told, said.Error, StringComparison.Ordinal);
    }
}
