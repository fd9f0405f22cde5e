using System.Text.Json.Nodes;
using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat merge</c> and <c>apparat verify</c>: slices make the whole, and a result can be held to its word.</summary>
[Collection(OneConsole.Name)]
public sealed class MergeFacts : AtTheConsole
{
    [Fact]
    public async Task Slices_joined_are_the_whole_to_the_last_byte()
    {
        string[] order = ["run", Board, "--runs", "50", "--seed", "5", "--acts", "4", "--turns", "20", "--set", "B1/slate.share=0.3..0.5"];
        await Run([.. order, "--out", Path("whole")]);
        foreach (var k in new[] { 1, 2, 3 })
            Assert.Equal(ExitCode.Done, (await Run([.. order, "--slice", $"{k}/3", "--out", Path($"part{k}")])).Code);

        var said = await Run("merge", Path("part3"), Path("part1"), Path("part2"), "--out", Path("joined"), "--json");

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Equal(50, (int)said.Json["runs"]!);
        Same(Path("whole"), Path("joined"));
    }

    [Fact]
    public async Task Slices_of_a_design_joined_are_the_whole()
    {
        var design = Write("points.csv", "B4\non\noff\n");
        string[] order = ["run", Board, "--runs", "9", "--design", design, "--turns", "3"];
        await Run([.. order, "--out", Path("whole")]);
        await Run([.. order, "--slice", "1/2", "--out", Path("part1")]);
        await Run([.. order, "--slice", "2/2", "--out", Path("part2")]);

        await Run("merge", Path("part1"), Path("part2"), "--out", Path("joined"));

        Same(Path("whole"), Path("joined"));
    }

    [Fact]
    public async Task Missing_double_and_foreign_slices_are_refused_by_name()
    {
        foreach (var k in new[] { 1, 2, 3 })
            await Run("run", Board, "--runs", "9", "--seed", "5", "--slice", $"{k}/3", "--out", Path($"part{k}"));
        await Run("run", Board, "--runs", "9", "--seed", "6", "--slice", "3/3", "--out", Path("seed"));
        await Run("run", Board, "--runs", "9", "--seed", "5", "--slice", "3/4", "--out", Path("quarter"));
        await Run("run", Board, "--runs", "9", "--seed", "5", "--out", Path("whole"));

        await Refused("Slice 3 of 3 is missing", "part1", "part2");
        await Refused("Slice 2/3 is there twice", "part1", "part2", "part2", "part3");
        await Refused("seed is 6 there and 5 here", "part1", "part2", "seed");
        await Refused("one of 4 slices, not of 3", "part1", "part2", "quarter");
        await Refused("not a slice but a whole result", "part1", "part2", "whole");
        await Refused("There is no folder", "part1", "nowhere");

        async Task Refused(string why, params string[] parts)
        {
            var said = await Run(["merge", .. parts.Select(Path), "--out", Path("joined")]);
            Assert.Equal(ExitCode.WrongUse, said.Code);
            Assert.Contains(why, said.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Path("joined")));
        }
    }

    [Fact]
    public async Task A_damaged_slice_is_a_bad_file()
    {
        await Run("run", Board, "--runs", "6", "--slice", "1/2", "--out", Path("part1"));
        await Run("run", Board, "--runs", "6", "--slice", "2/2", "--out", Path("part2"));
        File.WriteAllBytes(Path("part2/people.parquet"), [1, 2, 3]);
        Assert.Equal(ExitCode.BadInput, (await Run("merge", Path("part1"), Path("part2"), "--out", Path("joined"))).Code);
        Write("part2/plan.json", "{\"schema\": \"apparat/plan/1\"}");
        Assert.Equal(ExitCode.BadInput, (await Run("merge", Path("part2"), Path("part1"), "--out", Path("joined"))).Code);
        Write("part2/plan.json", "nonsense");
        Assert.Equal(ExitCode.BadInput, (await Run("verify", Path("part2"))).Code);
        Assert.False(Directory.Exists(Path("joined")));
    }

    [Fact]
    public async Task A_result_is_verified_by_playing_it_again()
    {
        await Run("run", Board, "--runs", "20", "--acts", "2", "--with", "strike B4", "--out", Path("a"));

        var said = await Run("verify", Path("a"), "--json");

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.True((bool)said.Json["holds"]!);
        Assert.Equal((string)said.Json["stated"]!, (string)said.Json["played"]!);
    }

    [Theory]
    [InlineData("runs.csv", "runs.csv: run 0")]
    [InlineData("people.csv", "people.csv: run 0")]
    [InlineData("provenance.json", "provenance.json: the fingerprint")]
    public async Task A_number_that_was_changed_is_found(string file, string told)
    {
        await Run("run", Board, "--runs", "6", "--out", Path("a"));
        var text = File.ReadAllText(Path($"a/{file}"));
        var fingerprint = (string)JsonNode.Parse(File.ReadAllText(Path("a/provenance.json")))!["fingerprint"]!;
        var at = text.IndexOf(file == "provenance.json" ? fingerprint[..8] : ",true", StringComparison.Ordinal);
        File.WriteAllText(
            Path($"a/{file}"),
            file == "provenance.json"
                ? text.Replace(fingerprint, new string('0', 32), StringComparison.Ordinal)
                : text.Remove(at, 5).Insert(at, ",false")
        );

        var said = await Run("verify", Path("a"));

        Assert.Equal(ExitCode.Findings, said.Code);
        Assert.Contains(told, said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_was_changed_after_the_run_is_found()
    {
        await Run("run", Board, "--runs", "3", "--out", Path("a"));
        File.AppendAllText(Path("a/scenario/scenario.yaml"), "# a word more\n");

        var said = await Run("verify", Path("a"));

        Assert.Equal(ExitCode.BadInput, said.Code);
        Assert.Contains("was changed", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_another_slice_do_not_pass_for_this_one()
    {
        await Run("run", Board, "--runs", "6", "--seed", "1", "--out", Path("a"));
        await Run("run", Board, "--runs", "6", "--seed", "2", "--out", Path("b"));
        File.Copy(Path("b/runs.parquet"), Path("a/runs.parquet"), overwrite: true);

        var said = await Run("verify", Path("a"));

        Assert.Equal(ExitCode.Findings, said.Code);
        Assert.Contains("runs.parquet: run 0, fingerprint", said.Out, StringComparison.Ordinal);
    }
}
