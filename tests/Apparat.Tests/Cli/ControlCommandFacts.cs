using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat control</c> as its users meet it.</summary>
[Collection(OneConsole.Name)]
public sealed class ControlCommandFacts : AtTheConsole
{
    private const string Group = """
        scenario: A group of companies
        from: 2020-01-01
        until: 2021-12-31
        organs:
          Family Trust: {seats: 1, source: declared}
          Bank:         {seats: 1, source: declared}
          Holding:      {seats: 1, source: declared}
          Foundry:      {seats: 1, source: declared}
          Railway:      {seats: 1, source: declared}
        clauses:
          1: Family Trust holds 40% of the votes of Holding [declared]
          2: Railway holds 15% of the votes of Holding [declared]
          3: Holding holds 60% of the votes of Foundry [declared]
          4: Foundry holds 30% of the votes of Railway [declared]
          5: Family Trust holds one quarter of the votes in Railway [declared]
          6: Bank holds 45% of the votes of Holding [declared]
        """;

    [Fact]
    public async Task What_it_says_is_kept()
    {
        var said = await Run("control", Write("group.yaml", Group), "--threshold", "1/3");

        Assert.Equal(ExitCode.Done, said.Code);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", "control.txt");
    }

    [Fact]
    public async Task The_json_gives_every_threshold_exactly()
    {
        var json = (await Run("control", Write("group.yaml", Group), "--json")).Json;

        Assert.Equal("apparat/control/1", (string?)json["schema"]);
        var family = json["control"]!.AsArray().First(c => (string?)c!["by"] == "Family Trust" && (string?)c["body"] == "Railway")!;
        Assert.Equal("2/5", (string?)family["up_to_exact"]);
        Assert.False((bool)family["at_threshold"]!);
    }

    [Theory]
    [InlineData("--threshold", "half")]
    [InlineData("--threshold", "3/2")]
    [InlineData("--threshold", "120%")]
    public async Task A_threshold_that_is_none_is_refused(params string[] args) =>
        Assert.Equal(ExitCode.WrongUse, (await Run(["control", Write("group.yaml", Group), .. args])).Code);

    [Fact]
    public async Task Without_held_votes_it_says_how_to_write_them()
    {
        var said = await Run("control", Board);

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Contains("holds 30% of the votes of", said.Error, StringComparison.Ordinal);
    }
}
