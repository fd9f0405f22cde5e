using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat amend</c>: a cure, its price, and a file that other commands take.</summary>
[Collection(OneConsole.Name)]
public sealed class AmendCommandFacts : AtTheConsole
{
    private const string Club = """
        scenario: a club
        from: 2026-01-01
        until: 2026-12-31
        organs:
          Members: {count: 500, turnout: 0.25}
          Board:   {seats: 9, term: 3 years}
          Chair:   {office of: Board, term: 3 years}
        clauses:
          B1: Board coopts Board by majority, from the slate of Chair
          B2: Board elects Chair by majority
          X1: Members amend these by-laws by two thirds

        """;

    [Fact]
    public async Task The_amendments_are_told_with_price_effect_and_passage()
    {
        var said = await Run("amend", Write("club.yaml", Club), "--finding", "CAP001");

        Assert.Equal(ExitCode.Done, said.Code);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", "amend.txt");
    }

    [Fact]
    public async Task A_threshold_of_capture_cost_is_reached_by_changes_that_leave_the_finding()
    {
        var json = (await Run("amend", Write("club.yaml", Club), "--finding", "CAP001", "--cost", "5", "--json")).Json;
        var answer = json["findings"]![0]!;

        Assert.Equal("apparat/amend/1", (string)json["schema"]!);
        Assert.Equal("capture cost is at least 5", (string)answer["goal"]!);
        Assert.Contains(
            answer["amendments"]!.AsArray(),
            a => (string)a!["changes"]![0]! == "strike B1/slate" && a["left"]!.AsArray().Count == 1
        );
    }

    [Fact]
    public async Task The_file_written_is_taken_by_lint_compare_run_and_explain()
    {
        var cure = Path("cure.txt");
        var wrote = await Run("amend", Board, "--finding", "CAP001", "--out", cure);
        Assert.Equal(ExitCode.Done, wrote.Code);
        Assert.Equal(ExitCode.WrongUse, (await Run("amend", Board, "--finding", "CAP001", "--out", cure)).Code);

        Assert.DoesNotContain("CAP001", (await Run("lint", Board, "--with", cure)).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Run("compare", Board, "--with", cure, "--runs", "20")).Code);
        Assert.Equal(ExitCode.Done, (await Run("run", Board, "--with", cure, "--runs", "5", "--no-files")).Code);
        Assert.Equal(ExitCode.Done, (await Run("explain", Board, "--with", cure, "--runs", "8", "--json")).Code);
    }

    [Fact]
    public async Task A_sentence_redrafted_or_inserted_is_played()
    {
        var said = await Run(
            "compare",
            Board,
            "--with",
            "redraft B2: Board elects Chair by two thirds; insert N1: Board dismisses any Trustee by majority",
            "--runs",
            "20"
        );

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Contains("B2 reads: Board elects Chair by two thirds; N1 is new: Board", said.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redraft B9: Board elects Chair by majority")]
    [InlineData("redraft B2: Board paints Chair")]
    [InlineData("redraft B2")]
    [InlineData("insert B2: Board elects Chair by majority")]
    [InlineData("insert B/7: Board elects Chair by majority")]
    public async Task A_redraft_that_cannot_be_read_is_bad_input(string change) =>
        Assert.Equal(ExitCode.BadInput, (await Run("compare", Board, "--with", change, "--runs", "5")).Code);

    [Fact]
    public async Task Where_nothing_is_enough_it_says_so_with_exit_code_1()
    {
        // Two bodies lack a quorum, so no single change is enough and two are.
        var file = Write("club.yaml", Club);
        var one = await Run("amend", file, "--finding", "GAP004", "--most", "1");
        var two = await Run("amend", file, "--finding", "GAP004", "--most", "2", "--json");

        Assert.Equal(ExitCode.Findings, one.Code);
        Assert.Contains("No single change of the", one.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, two.Code);
        Assert.Equal(2, two.Json["findings"]![0]!["amendments"]![0]!["changes"]!.AsArray().Count);
        Assert.Equal(ExitCode.WrongUse, (await Run("amend", Board, "--finding", "CAP999")).Code);
    }
}
