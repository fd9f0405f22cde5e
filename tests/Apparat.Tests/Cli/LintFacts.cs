using System.Diagnostics;
using System.Text.Json.Nodes;
using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat lint</c> as continuous integration uses it.</summary>
[Collection(OneConsole.Name)]
public sealed class LintFacts : AtTheConsole
{
    private const string Head = "scenario: a club\nfrom: 2026-01-01\nuntil: 2026-12-31\n";
    private const string Closed = Head + "organs:\n  Board: {seats: 9, term: 3 years}\nclauses:\n  B1: Board coopts Board by majority\n";
    private const string Quiet = Head + "organs:\n  Board: {seats: 9, term: 3 years}\nclauses:\n  B1: Board decides policy by majority\n";

    [Theory]
    [InlineData("note", ExitCode.Findings)]
    [InlineData("warning", ExitCode.Findings)]
    [InlineData("error", ExitCode.Findings)]
    [InlineData("never", ExitCode.Done)]
    public async Task The_exit_code_says_whether_a_finding_is_at_the_threshold_whatever_the_form(string threshold, int code)
    {
        var file = Write("club.yaml", Closed);

        foreach (var form in new[] { "text", "json", "sarif", "junit", "github", "markdown", "badge" })
            Assert.Equal(code, (await Run("lint", file, "--fail-on", threshold, "--out", form)).Code);
        Assert.Equal(ExitCode.Done, (await Run("lint", file, "--fail-on", threshold, "--exit-zero")).Code);
    }

    [Fact]
    public async Task Below_the_threshold_nothing_fails()
    {
        var file = Write(
            "club.yaml",
            Head
                + "organs:\n  Members: {count: 400, turnout: 0.25}\n  Board: {seats: 9, term: 3 years}\nclauses:\n  M1: Members elect Board by majority\n"
        );

        Assert.Equal(ExitCode.Findings, (await Run("lint", file)).Code);
        Assert.Equal(ExitCode.Done, (await Run("lint", file, "--fail-on", "error")).Code);
    }

    [Fact]
    public async Task Several_forms_are_written_in_one_run_and_before_it_fails()
    {
        var file = Write("club.yaml", Closed);
        var said = await Run(
            "lint",
            file,
            "--out",
            "text=-",
            "--out",
            $"sarif={Path("a.sarif")}",
            "--out",
            $"junit={Path("b.xml")}",
            "--out",
            $"markdown={Path("c.md")}",
            "--out",
            $"json={Path("d.json")}"
        );

        Assert.Equal(ExitCode.Findings, said.Code);
        Assert.Contains("CAP001", said.Out, StringComparison.Ordinal);
        Assert.All(
            new[] { "a.sarif", "b.xml", "c.md", "d.json" },
            f => Assert.Contains("CAP001", File.ReadAllText(Path(f)), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_same_charter_gives_the_same_bytes()
    {
        var file = Write("club.yaml", Closed);

        foreach (var form in new[] { "text", "json", "sarif", "junit", "github", "markdown", "badge" })
            Assert.Equal((await Run("lint", file, "--out", form)).Out, (await Run("lint", file, "--out", form)).Out);
    }

    [Fact]
    public async Task A_baseline_is_refused_until_somebody_says_why_and_holds_until_it_expires()
    {
        var (file, baseline) = (Write("club.yaml", Closed), Path("baseline.json"));
        await Run("lint", file, "--write-baseline", baseline);
        Assert.Equal(ExitCode.BadInput, (await Run("lint", file, "--baseline", baseline)).Code);

        var entries = JsonNode.Parse(File.ReadAllText(baseline))!;
        foreach (var entry in entries["accepted"]!.AsArray())
            (entry!["reason"], entry["owner"], entry["expires"]) = ("until the members meet", "the secretary", "2026-06-30");
        File.WriteAllText(baseline, entries.ToJsonString());

        var inTime = await Run("lint", file, "--baseline", baseline, "--as-of", "2026-06-30");
        Assert.Equal(ExitCode.Done, inTime.Code);
        Assert.Contains(
            "accepted: Board fills its own seats. until the members meet (the secretary, until 2026-06-30)",
            inTime.Out,
            StringComparison.Ordinal
        );
        var late = await Run("lint", file, "--baseline", baseline, "--as-of", "2026-07-01");
        Assert.Equal(ExitCode.Findings, late.Code);
        Assert.Contains("accepted by the secretary expired on 2026-06-30; it counts again", late.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_leaves_no_empty_baseline()
    {
        var (bad, baseline) = (Write("bad.yaml", "organs: ["), Path("none.json"));

        Assert.Equal(ExitCode.BadInput, (await Run("lint", bad, "--write-baseline", baseline)).Code);
        Assert.False(File.Exists(baseline));
    }

    [Fact]
    public async Task A_gate_fails_when_its_number_is_missed()
    {
        var file = Write("club.yaml", Closed);

        Assert.Equal(ExitCode.Done, (await Run("lint", file, "--fail-on", "never", "--assert", "capture_cost >= 5")).Code);
        Assert.Equal(ExitCode.Findings, (await Run("lint", file, "--fail-on", "never", "--assert", "capture_cost >= 6")).Code);
        Assert.Equal(ExitCode.WrongUse, (await Run("lint", file, "--assert", "no_such_number >= 6")).Code);
    }

    [Fact]
    public async Task Only_what_has_changed_since_a_commit_is_looked_at()
    {
        var (one, two) = (Write("one.yaml", Closed), Write("two.yaml", Quiet));
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "-q", "-m", "two charters");
        Assert.Equal("", (await Run("lint", one, two, "--changed-since", "HEAD")).Out);

        File.AppendAllText(one, "  B2: Board decides policy by majority\n");
        var three = Write("three.yaml", Closed);
        var said = await Run("lint", one, two, three, "--changed-since", "HEAD", "--json");

        Assert.Equal(
            ["a", "b"],
            said.Json["charters"]!.AsArray().Select(c => ((string)c!["file"]!).EndsWith("one.yaml", StringComparison.Ordinal) ? "a" : "b")
        );
        Assert.Equal(2, said.Json["charters"]!.AsArray().Count);
        Assert.Equal(ExitCode.WrongUse, (await Run("lint", one, "--changed-since", "no-such-branch")).Code);
        Assert.Equal(ExitCode.WrongUse, (await Run("lint", one, "--changed-since", "--output=x")).Code);
    }

    [Fact]
    public async Task A_charter_is_looked_at_as_an_amendment_would_have_it()
    {
        var file = Write("club.yaml", Closed);

        Assert.DoesNotContain("CAP001", (await Run("lint", file, "--with", "strike B1")).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, (await Run("lint", file, "--with", "strike B9")).Code);
    }

    [Fact]
    public async Task A_rule_is_explained_with_an_example_and_a_source()
    {
        var said = await Run("help", "cap002");

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.All(
            new[] { "CAP002: a closed circle", "Before", "After", "How to fix", "Daniels 1960" },
            w => Assert.Contains(w, said.Out, StringComparison.Ordinal)
        );
        Assert.Equal(ExitCode.WrongUse, (await Run("help", "CAP999")).Code);
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Path("."), .. arguments]))!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
