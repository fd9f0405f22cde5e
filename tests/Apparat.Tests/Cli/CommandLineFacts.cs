using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Apparat.Cli;

namespace Apparat.Tests;

/// <summary>What holds for every command: help, exit codes, streams, standard input, signals.</summary>
[Collection(OneConsole.Name)]
public sealed class CommandLineFacts : AtTheConsole
{
    public static IEnumerable<TheoryDataRow<string>> Ours =>
        new[]
        {
            "run",
            "tell",
            "compare",
            "explain",
            "substitute",
            "decided",
            "responsible",
            "merge",
            "verify",
            "version",
            "reach",
            "control",
        }.Select(c => new TheoryDataRow<string>(c));

    [Theory]
    [MemberData(nameof(Ours))]
    public async Task Help_teaches_by_examples(string command)
    {
        var said = await Run(command, "--help");

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Contains("Examples:\n  apparat ", said.Out, StringComparison.Ordinal);
        Assert.Empty(said.Error);
        if (command is "run" or "compare" or "tell" or "merge" or "verify" or "substitute" or "decided" or "responsible")
            Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", $"help-{command}.txt");
    }

    [Fact]
    public async Task Without_a_command_help_is_given_with_the_table_of_exit_codes()
    {
        var said = await Run();

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Equal(said.Out, (await Run("--help")).Out);
        foreach (var command in Ours.Select(o => o.Data))
            Assert.Contains($"\n  {command} ", said.Out, StringComparison.Ordinal);
        Assert.EndsWith(ExitCode.Table, said.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--jsno", "Did you mean --json?")]
    [InlineData("--format", "A file of that name needs -- in front of it.")]
    public async Task An_unknown_option_is_no_file(string option, string repair)
    {
        var said = await Run("lint", Board, option);

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Empty(said.Out);
        Assert.StartsWith($"apparat: There is no option {option}. {repair}\n", said.Error, StringComparison.Ordinal);
        Assert.Contains(option, (await Run("lint", "--", option)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "nowhere/at-all")]
    [InlineData("run", "governance/self-perpetuating-board", "--runs", "0")]
    [InlineData("run", "governance/self-perpetuating-board", "--runs", "many")]
    [InlineData("run", "governance/self-perpetuating-board", "--no-files", "--seed", "-1")]
    [InlineData("run", "governance/self-perpetuating-board", "--no-files", "--threads", "-1")]
    [InlineData("run", "governance/self-perpetuating-board", "--no-files", "--slice", "4/3")]
    [InlineData("run", "governance/self-perpetuating-board", "--no-files", "--slice", "one")]
    [InlineData("run", "governance/self-perpetuating-board", "--no-files", "--runs", "2", "--slice", "3/3")]
    [InlineData("run", "governance/self-perpetuating-board", "--no-files", "--until", "2")]
    [InlineData("run", "governance/self-perpetuating-board", "--no-files", "--until", "0.1", "--slice", "1/2")]
    [InlineData("run", "governance/self-perpetuating-board", "--no-files", "--progress", "loud")]
    [InlineData("run", "governance/self-perpetuating-board", "--no-files", "--frobnicate")]
    [InlineData("run", "governance/self-perpetuating-board", "--no-files", "--design", "nowhere.csv")]
    [InlineData("tell", "governance/self-perpetuating-board", "--run", "-1")]
    [InlineData("merge", "--out", "x")]
    [InlineData("merge", "nowhere")]
    [InlineData("verify", "nowhere")]
    [InlineData("frobnicate")]
    public async Task Wrong_use_is_said_on_standard_error_with_exit_code_2(params string[] args)
    {
        var said = await Run(args);

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.StartsWith("apparat: ", said.Error, StringComparison.Ordinal);
        Assert.Empty(said.Out);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("tell")]
    [InlineData("compare")]
    [InlineData("explain")]
    public async Task A_bad_scenario_is_shown_with_its_place_and_exit_code_3_in_every_format(string command)
    {
        var bad = Write(
            "bad.yaml",
            "scenario: Broken\nfrom: 2020-01-01\nuntil: 2019-01-01\norgans:\n  Board: {seats: 3}\nclauses:\n  B1: Board anoints Board\n"
        );
        string[] args = command == "compare" ? [command, bad, "--strike", "B1"] : [command, bad];
        var text = await Run(args);
        var json = await Run([.. args, "--json"]);

        Assert.Equal(ExitCode.BadInput, text.Code);
        Assert.Equal(ExitCode.BadInput, json.Code);
        Assert.Contains("bad.yaml:7:", text.Error, StringComparison.Ordinal);
        Assert.Empty(text.Out);
    }

    [Theory]
    [InlineData("run", "--runs", "5", "--with", "strike B77", "--no-files")]
    [InlineData("run", "--runs", "5", "--set", "nonsense=1", "--no-files")]
    [InlineData("run", "--runs", "5", "--set", "B1/slate.share=many", "--no-files")]
    [InlineData("tell", "--with", "nonsense")]
    [InlineData("compare", "--strike", "B77")]
    public async Task A_change_that_cannot_be_read_is_bad_input(string command, params string[] rest)
    {
        var said = await Run([command, Board, .. rest]);

        Assert.Equal(ExitCode.BadInput, said.Code);
        Assert.Empty(said.Out);
        Assert.NotEmpty(said.Error);
    }

    [Fact]
    public async Task Versions_are_printed_for_scripts()
    {
        var json = (await Run("version", "--json")).Json;

        Assert.Equal("apparat/version/1", (string)json["schema"]!);
        Assert.Equal(
            (ProgramVersion.Program, ProgramVersion.Model, ProgramVersion.Results),
            ((string)json["program"]!, (string)json["model"]!, (int)json["results_version"]!)
        );
        Assert.Contains(ProgramVersion.Program, (await Run("version")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_for_machines_names_its_schema_and_holds_no_number_that_is_none()
    {
        await Run("run", Board, "--runs", "4", "--slice", "1/1", "--out", Path("a"));
        string[][] commands =
        [
            ["run", Board, "--runs", "4", "--no-files", "--json"],
            ["tell", Board, "--json"],
            ["compare", Board, "--strike", "B4", "--runs", "4", "--on", "rules(Third trustee)", "--json"],
            ["merge", Path("a"), "--out", Path("b"), "--json"],
            ["verify", Path("a"), "--json"],
            ["version", "--json"],
        ];
        foreach (var command in commands)
        {
            var said = await Run(command);
            Assert.Equal(ExitCode.Done, said.Code);
            Assert.StartsWith("apparat/", (string)said.Json["schema"]!, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", said.Out, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', said.Out);
            Assert.EndsWith("}\n", said.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_explanation_cancelled_is_answered_from_what_is_finished()
    {
        using var cancel = new CancellationTokenSource();
        var worlds = new HashSet<int>();
        var now = new List<string>();
        var said = await Run(
            ["explain", Board, "--runs", "200", "--fresh", "--html", Path("board.html"), "--progress", "json", "--json"],
            cancel.Token,
            line =>
            {
                if (!line.StartsWith('{'))
                    return;
                var told = JsonNode.Parse(line)!;
                if (told["now"] is { } work)
                {
                    now.Add((string)work!);
                    return;
                }
                worlds.Add((int)told["number"]!);
                if (worlds.Count == 3)
                    cancel.Cancel();
            }
        );

        Assert.Equal(ExitCode.Cancelled, said.Code);
        Assert.Equal(["drawing the page"], now);
        Assert.True(worlds.Count >= 3);
        Assert.NotNull(said.Json);
        Assert.True(File.Exists(Path("board.html")));
    }

    [Fact]
    public async Task Cancelled_before_anything_is_finished_there_is_an_answer_without_numbers()
    {
        var now = new CancellationToken(canceled: true);
        var source = ScenarioFile.LoadSource(Board);
        var change = ScenarioFile.Change(source.Scenario, ["strike B4"], [])!;

        var explanation = await Explain.Run(source.Scenario, 1, cancel: now);
        var runs = await Simulate.Run(
            new RunOrder
            {
                Source = source,
                Seed = 1,
                Runs = 5,
            },
            Path("a"),
            cancel: now
        );
        var answer = await Counterfactual.Run(
            source.Scenario,
            null,
            change,
            Counterfactual.About(source.Scenario, null),
            1,
            5,
            new Apparat.Simulation.LocalRunner(),
            cancel: now
        );

        Assert.False(explanation.IsComplete);
        Assert.False(answer.IsComplete);
        Assert.False(answer.Difference.Change.IsDefined);
        Assert.False(runs.IsComplete);
        Assert.Equal(0, runs.Runs);
        Assert.Single(await File.ReadAllLinesAsync(Path("a/runs.csv")));
        Assert.Equal(ExitCode.Done, (await Run("verify", Path("a"))).Code);
    }

    [Fact]
    public async Task A_page_that_is_there_is_refused_before_anything_is_played()
    {
        Write("board.html", "mine");

        var said = await Run("explain", Board, "--runs", "1000000", "--html", Path("board.html"));

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Equal("mine", File.ReadAllText(Path("board.html")));
    }

    [Fact]
    public async Task The_program_reads_a_scenario_from_standard_input_and_is_silent_about_it()
    {
        var yaml = await File.ReadAllTextAsync(ScenarioFile.Find(Board));
        var (code, output, error) = await Process(yaml, null, "run", "-", "--runs", "30", "--seed", "9", "--json", "--out", Path("a"));
        var named = (await Run("run", Board, "--runs", "30", "--seed", "9", "--json", "--no-files")).Json;

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal((string)named["fingerprint"]!, (string)JsonNode.Parse(output)!["fingerprint"]!);
        Assert.DoesNotContain('\u001b', error);
        Assert.Equal(ExitCode.Done, (await Run("verify", Path("a"))).Code);
    }

    [Fact]
    public async Task The_program_stopped_by_a_signal_keeps_what_is_finished_and_exits_with_130()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (code, _, error) = await Process("", "SIGTERM", "run", Board, "--runs", "10000000", "--progress", "json", "--out", Path("a"));

        Assert.Equal(ExitCode.Cancelled, code);
        Assert.Contains("what is finished is kept", error, StringComparison.Ordinal);
        Assert.True(File.ReadLines(Path("a/runs.csv")).Count() > 1);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path("."), "*.part"));
    }

    // Starts the program on its own; with a signal, sends it as soon as the program tells progress.
    private async Task<(int Code, string Out, string Error)> Process(string input, string? signal, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Path("."),
        };
        start.ArgumentList.Add(System.IO.Path.Combine(AppContext.BaseDirectory, "Apparat.Cli.dll"));
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = new StringBuilder();
        var told = false;
        process.ErrorDataReceived += (_, e) =>
        {
            error.Append(e.Data).Append('\n');
            if (signal is null || told || e.Data?.Contains("apparat/progress/1", StringComparison.Ordinal) != true)
                return;
            told = true;
            using var kill = System.Diagnostics.Process.Start(
                "kill",
                ["-s", signal[3..], process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
            );
            kill.WaitForExit();
        };
        process.BeginErrorReadLine();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, error.ToString());
    }
}
