using System.Globalization;
using System.Text.Json.Nodes;
using Apparat.Cli;
using Parquet;

namespace Apparat.Tests;

/// <summary><c>apparat run</c>: what it prints, and what is in its folder.</summary>
[Collection(OneConsole.Name)]
public sealed class RunFacts : AtTheConsole
{
    [Fact]
    public async Task A_run_prints_shares_with_intervals_and_the_fingerprint()
    {
        var said = await Run("run", Board, "--runs", "120", "--seed", "7", "--out", Path("a"));

        Assert.Equal(ExitCode.Done, said.Code);
        Golden.Holds(Plain(said.Out), "tests", "Apparat.Tests", "Cases", "cli", "run.txt");
    }

    [Theory]
    [InlineData("history/bolshevik-party/complete")]
    [InlineData("history/bolshevik-party/complete.yaml")]
    public async Task A_measure_that_is_the_same_for_everyone_is_told_once_and_no_mean_leaves_what_can_be_measured(string name)
    {
        var said = await Run("run", name, "--runs", "3", "--no-files", "--json");
        var means = said.Json["worlds"]![0]!["means"]!.AsArray();

        var size = Assert.Single(means, m => (string?)m!["measure"] == "size_of_central_committee");
        Assert.Null(size!["person"]);
        Assert.All(means.Where(m => (string?)m!["unit"] == "probability"), m => Assert.InRange((double)m!["mean"]!["low"]!, 0, 1));
    }

    [Fact]
    public async Task A_result_folder_has_everything_it_follows_from()
    {
        await Run("run", Board, "--runs", "20", "--seed", "7", "--acts", "2", "--out", Path("a"));

        Assert.Equal(
            [
                "acts.csv",
                "acts.parquet",
                "columns.json",
                "people.csv",
                "people.parquet",
                "plan.json",
                "provenance.json",
                "runs.csv",
                "runs.parquet",
                System.IO.Path.Combine("scenario", "scenario.yaml"),
                "turns.csv",
                "turns.parquet",
            ],
            Files(Path("a")).Keys
        );
    }

    [Fact]
    public async Task A_rerun_is_the_same_to_the_last_byte_on_any_number_of_threads()
    {
        await Run("run", Board, "--runs", "60", "--seed", "7", "--acts", "3", "--threads", "1", "--out", Path("a"));
        await Run("run", Board, "--runs", "60", "--seed", "7", "--acts", "3", "--threads", "3", "--out", Path("b"));

        Same(Path("a"), Path("b"));
    }

    [Fact]
    public async Task Every_column_of_every_table_is_described_flat_and_in_snake_case()
    {
        await Run("run", Board, "--runs", "5", "--acts", "1", "--out", Path("a"));
        var tables = JsonNode.Parse(File.ReadAllText(Path("a/columns.json")))!["tables"]!.AsObject();

        foreach (var (table, columns) in tables)
        {
            var heading = File.ReadLines(Path($"a/{table}.csv")).First();
            Assert.Equal(heading, string.Join(',', columns!.AsArray().Select(c => (string)c!["name"]!)));
            Assert.All(
                columns.AsArray(),
                c =>
                {
                    Assert.Matches("^[a-z][a-z0-9_]*$", (string)c!["name"]!);
                    Assert.Contains((string)c["type"]!, new[] { "int64", "double", "bool", "string", "date" });
                    Assert.NotEmpty((string)c["meaning"]!);
                    Assert.NotEmpty((string)c["source"]!);
                }
            );
        }
    }

    [Fact]
    public async Task What_is_missing_is_null_in_parquet_and_empty_in_csv_and_never_zero()
    {
        await Run("run", Board, "--runs", "30", "--seed", "7", "--out", Path("a"));
        var lines = File.ReadAllLines(Path("a/runs.csv"));
        var at = Array.IndexOf(lines[0].Split(','), "rules_second_trustee_first");
        await using var reader = await ParquetReader.CreateAsync(
            Path("a/runs.parquet"),
            new ParquetOptions { UseDateOnlyTypeForDates = true }
        );
        using var group = reader.OpenRowGroupReader(0);
        var days = new DateOnly?[group.RowCount];
        await group.ReadAsync<DateOnly>(reader.Schema.DataFields[at], days.AsMemory());

        Assert.Contains(null, days);
        Assert.Equal(
            days.Select(d => d?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
            lines.Skip(1).Select(l => l.Split(',')[at])
        );
    }

    [Fact]
    public async Task People_and_turns_agree_with_runs()
    {
        await Run("run", Board, "--runs", "12", "--seed", "3", "--out", Path("a"));
        var runs = Csv("runs");
        var people = Csv("people").Where(p => p["person"] == "First trustee").Select(p => p["rules"]);
        var last = Csv("turns")
            .Where(t => t["person"] == "First trustee" && t["measure"] == "rules" && t["date"] == "2029-12-01")
            .Select(t => t["value"] == "1" ? "true" : "false");

        Assert.Equal(runs.Select(r => r["rules_first_trustee"]), people);
        Assert.Equal(runs.Select(r => r["rules_first_trustee"]), last);
    }

    [Fact]
    public async Task The_record_of_what_was_made_holds_no_clock_and_no_place()
    {
        await Run("run", Board, "--runs", "5", "--out", Path("a"));

        foreach (var json in new[] { "plan.json", "columns.json", "provenance.json" })
        {
            var text = File.ReadAllText(Path($"a/{json}"));
            Assert.DoesNotContain(System.IO.Path.GetTempPath(), text, StringComparison.Ordinal);
            Assert.DoesNotContain(DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', text);
        }
    }

    [Fact]
    public async Task Provenance_gives_each_prior_with_its_source_and_says_what_was_set()
    {
        await Run("run", Board, "--runs", "5", "--set", "B1/slate.share=0.5", "--out", Path("a"));
        var made = JsonNode.Parse(File.ReadAllText(Path("a/provenance.json")))!;
        var priors = made["priors"]!.AsArray().ToDictionary(p => (string)p!["parameter"]!, p => p!);

        Assert.Equal(
            ("0.5", "set for these runs"),
            ((string)priors["B1/slate.share"]["prior"]!, (string)priors["B1/slate.share"]["source"]!)
        );
        Assert.All(priors.Values, p => Assert.NotEmpty((string)p["source"]!));
        Assert.Equal(5, (int)made["runs"]!);
        Assert.False((bool)made["calibrated"]!);
    }

    [Fact]
    public async Task Results_are_never_written_over_without_being_told_to()
    {
        await Run("run", Board, "--runs", "5", "--seed", "1", "--out", Path("a"));
        var before = Files(Path("a"));

        var refused = await Run("run", Board, "--runs", "5", "--seed", "2", "--out", Path("a"));

        Assert.Equal(ExitCode.WrongUse, refused.Code);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before["runs.csv"], Files(Path("a"))["runs.csv"]);
        Assert.Equal(ExitCode.Done, (await Run("run", Board, "--runs", "5", "--seed", "2", "--out", Path("a"), "--force")).Code);
        Assert.NotEqual(before["runs.csv"], Files(Path("a"))["runs.csv"]);
    }

    [Fact]
    public async Task A_folder_of_other_things_is_left_alone_even_when_forced()
    {
        Directory.CreateDirectory(Path("home"));
        Write("home/letter.txt", "dear");

        var said = await Run("run", Board, "--runs", "5", "--out", Path("home"), "--force");

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Equal(["letter.txt"], Files(Path("home")).Keys);
    }

    [Fact]
    public async Task Nothing_half_written_is_left_when_a_run_fails()
    {
        var said = await Run("run", Board, "--runs", "5", "--with", "strike B99", "--out", Path("a"));

        Assert.Equal(ExitCode.BadInput, said.Code);
        Assert.Contains("B99", said.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path(".")));
    }

    [Fact]
    public async Task Struck_clauses_and_settings_make_another_world_and_say_so()
    {
        var asItWas = (await Run("run", Board, "--runs", "200", "--no-files", "--json")).Json;
        var struck = (await Run("run", Board, "--runs", "200", "--with", "strike B1/slate", "--no-files", "--json")).Json;
        var off = (await Run("run", Board, "--runs", "200", "--set", "B1/slate=off", "--no-files", "--json")).Json;

        Assert.NotEqual((string)asItWas["fingerprint"]!, (string)struck["fingerprint"]!);
        Assert.Equal((string)struck["fingerprint"]!, (string)off["fingerprint"]!);
        Assert.Contains("B1/slate struck", (string)struck["worlds"]![0]!["world"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_design_plays_every_point_on_the_same_luck()
    {
        var design = Write("points.csv", "B1/slate.share,B4\n0.2,on\n0.9,\n0.9,off\n");
        var said = await Run("run", Board, "--runs", "40", "--design", design, "--json", "--out", Path("a"));
        var alone = await Run("run", Board, "--runs", "40", "--set", "B1/slate.share=0.9", "--set", "B4=off", "--json", "--no-files");
        var rows = Csv("runs");

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Equal(3, said.Json["worlds"]!.AsArray().Count);
        Assert.Equal(120, rows.Count);
        Assert.Equal(["1", "2", "3"], rows.Select(r => r["point"]).Distinct());
        Assert.True(JsonNode.DeepEquals(alone.Json["worlds"]![0]!["shares"], said.Json["worlds"]![2]!["shares"]));
        Assert.Equal("0.2", rows[0]["param_b1_slate_share"]);
    }

    [Theory]
    [InlineData("nonsense\n0.2\n", ExitCode.BadInput, "design.csv:2")]
    [InlineData("B1/slate.share\n", ExitCode.BadInput, "no rows")]
    [InlineData("B4,B4\noff,off\n", ExitCode.BadInput, "name of its own")]
    [InlineData("B4,B3\noff\n", ExitCode.BadInput, "row 1")]
    public async Task A_bad_design_is_told_where(string design, int code, string told)
    {
        var said = await Run("run", Board, "--runs", "4", "--design", Write("points.csv", design), "--no-files");

        Assert.Equal(code, said.Code);
        Assert.Contains(told, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_go_on_until_the_shares_are_precise()
    {
        var said = await Run("run", Board, "--until", "0.03", "--at-most", "5000", "--json", "--out", Path("a"));
        var runs = (int)said.Json["runs"]!;

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.True((bool)said.Json["is_precise"]!);
        Assert.InRange(runs, 1, 4999);
        Assert.All(
            said.Json["worlds"]![0]!["shares"]!.AsArray(),
            s => Assert.True((double)s!["share"]!["high"]! - (double)s["share"]!["low"]! <= 0.06)
        );
        Assert.Equal(ExitCode.Done, (await Run("verify", Path("a"))).Code);
    }

    [Fact]
    public async Task A_precision_that_is_missed_has_its_exit_code_and_its_files()
    {
        var said = await Run("run", Board, "--until", "0.01", "--at-most", "50", "--json", "--out", Path("a"));

        Assert.Equal(ExitCode.Imprecise, said.Code);
        Assert.False((bool)said.Json["is_precise"]!);
        Assert.Contains("--at-most", said.Error, StringComparison.Ordinal);
        Assert.Equal(51, File.ReadAllLines(Path("a/runs.csv")).Length);
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_has_its_exit_code_after_everything_is_written()
    {
        var said = await Run("run", Board, "--runs", "30", "--assert", "rules(Second trustee) > 0.5", "--out", Path("a"));

        Assert.Equal(ExitCode.Findings, said.Code);
        Assert.Contains("rules(Second trustee) > 0.5 does not hold", said.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path("a/runs.parquet")));
        Assert.Equal(ExitCode.Done, (await Run("run", Board, "--runs", "30", "--assert", "rules(someone) <= 1", "--no-files")).Code);
        Assert.Equal(ExitCode.WrongUse, (await Run("run", Board, "--runs", "30", "--assert", "defeats(Nobody) > 1", "--no-files")).Code);
    }

    [Fact]
    public async Task Cancelled_runs_keep_what_is_finished_and_can_be_verified()
    {
        using var cancel = new CancellationTokenSource();
        var said = await Run(
            ["run", Board, "--runs", "100000", "--progress", "json", "--out", Path("a")],
            cancel.Token,
            line =>
            {
                if (line.Contains("apparat/progress/1", StringComparison.Ordinal))
                    cancel.Cancel();
            }
        );
        var kept = File.ReadAllLines(Path("a/runs.csv")).Length - 1;

        Assert.Equal(ExitCode.Cancelled, said.Code);
        Assert.InRange(kept, 1, 99999);
        Assert.Contains($"{kept} histories that were finished are kept", said.Error, StringComparison.Ordinal);
        Assert.False((bool)JsonNode.Parse(File.ReadAllText(Path("a/provenance.json")))!["is_complete"]!);
        Assert.Equal(ExitCode.Done, (await Run("verify", Path("a"))).Code);
    }

    [Fact]
    public async Task Progress_goes_to_standard_error_as_lines_of_json_and_data_to_standard_output()
    {
        var said = await Run("run", Board, "--runs", "40", "--progress", "json", "--json", "--no-files");
        var lines = said.Error.Split('\n').Where(l => l.StartsWith('{')).Select(l => JsonNode.Parse(l)!).ToList();

        Assert.Equal("apparat/run/1", (string)said.Json["schema"]!);
        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.Equal("apparat/progress/1", (string)l["schema"]!));
        Assert.Equal(lines.Select(l => (int)l["done"]!), lines.Select(l => (int)l["done"]!).Order());
        Assert.All(lines, l => Assert.Equal(40, (int)l["total"]!));
    }

    private List<Dictionary<string, string>> Csv(string table)
    {
        var lines = File.ReadAllLines(Path($"a/{table}.csv"));
        var heading = lines[0].Split(',');
        return [.. lines.Skip(1).Select(l => heading.Zip(l.Split(',')).ToDictionary(c => c.First, c => c.Second))];
    }
}
