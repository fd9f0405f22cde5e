using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat claims</c>: what is claimed, held to the record.</summary>
[Collection(OneConsole.Name)]
public sealed class ClaimsCommandFacts : AtTheConsole
{
    private const string Case = "history/bolshevik-party";

    [Fact]
    public async Task A_ledger_tells_the_verdict_then_the_rows_that_decide_it_then_their_sources()
    {
        var said = await Run("claims", Case, "--only", "premier-1941", "slip-funeral", "power-1924", "killed-1924", "mech-testament");

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Empty(said.Error);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", "claims.txt");
    }

    [Fact]
    public async Task Lines_of_an_essay_are_answered_one_by_one()
    {
        var said = await Run(
            "claims",
            Case,
            "--ask",
            "he headed Sovnarkom from 1922",
            "--ask",
            "Lenin alone made him Secretary",
            "--ask",
            "he tricked Trotsky over the funeral date",
            "--ask",
            "he did not come to power by killing his opponents in 1924",
            "--ask",
            "Trotsky was a poor speaker"
        );

        Assert.Equal(ExitCode.Findings, said.Code);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", "claims-ask.txt");
    }

    [Fact]
    public async Task For_machines_every_row_has_its_place_and_source()
    {
        var json = (await Run("claims", Case, "--json")).Json;
        var first = json["claims"]!.AsArray().First(c => (string)c!["id"]! == "killed-1924")!;
        var row = first["readings"]![0]!["assertions"]![0]!["against"]![0]!;

        Assert.Equal("apparat/claims/1", (string)json["schema"]!);
        Assert.Equal("contradicted", (string)first["verdict"]!);
        Assert.Equal("record/acts.csv", (string)row["file"]!);
        Assert.NotEmpty(row["sources"]!.AsArray());
        Assert.Equal(14, json["accounts"]!.AsArray().Count);
        Assert.NotEmpty(json["clashes"]!.AsArray());
    }

    [Fact]
    public async Task A_claim_of_ones_own_that_is_contradicted_is_a_finding()
    {
        var good = Write("good.yaml", "claims:\n  a: {claim: He was secretary, asserts: Stalin held General Secretary in 1923}\n");
        var bad = Write("bad.yaml", "claims:\n  a: {claim: He was premier, asserts: Stalin held chairman of Sovnarkom in 1925}\n");

        Assert.Equal(ExitCode.Done, (await Run("claims", Case, "--claims", good, "--only", "mine")).Code);
        Assert.Equal(ExitCode.Findings, (await Run("claims", Case, "--claims", bad, "--only", "mine")).Code);
        Assert.Equal(ExitCode.Findings, (await Run("claims", Case, "--claims", bad, "--json")).Code);
        Assert.Equal(
            ExitCode.BadInput,
            (await Run("claims", Case, "--claims", Write("broken.yaml", "claims:\n  a: {claim: x, asserts: He flew}\n"))).Code
        );
    }

    [Theory]
    [InlineData("claims", Board)]
    [InlineData("claims", Case, "--only", "everything")]
    [InlineData("claims", Case, "--account", "answer-99")]
    [InlineData("claims", Case, "--claims", "nowhere.yaml")]
    [InlineData("claims", Case, "--as-of", "1922")]
    public async Task What_cannot_be_shown_is_wrong_use(params string[] line) => Assert.Equal(ExitCode.WrongUse, (await Run(line)).Code);

    [Fact]
    public async Task Popular_accounts_are_read_as_facts_and_played_as_models_and_those_that_clash_are_shown()
    {
        var said = await Run("claims", Case, "--play", "3");
        var text = said.Out.ReplaceLineEndings(" ");

        Assert.Equal(ExitCode.Done, said.Code);
        Assert.Contains("14 accounts, each read twice", text, StringComparison.Ordinal);
        Assert.Contains("These cannot both be true, whatever the record says", text, StringComparison.Ordinal);
        Assert.Contains("answer-07 against answer-12", text, StringComparison.Ordinal);
        Assert.Contains("Passports of the popular accounts", text, StringComparison.Ordinal);
        Assert.Contains("Again: apparat claims history/bolshevik-party --play 3", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_are_no_popular_accounts_none_can_be_played() =>
        Assert.Equal(ExitCode.WrongUse, (await Run("claims", Board, "--play", "3")).Code);

    [Fact]
    public async Task An_account_is_written_as_a_set_of_switches()
    {
        var said = await Run("claims", Case, "--account", "answer-05");

        Assert.Equal(ExitCode.Done, said.Code);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", "claims-account.txt");
    }
}
