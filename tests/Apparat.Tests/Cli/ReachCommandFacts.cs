using Apparat.Cli;

namespace Apparat.Tests;

/// <summary><c>apparat reach</c> as its users meet it.</summary>
[Collection(OneConsole.Name)]
public sealed class ReachCommandFacts : AtTheConsole
{
    private const string Party = "history/bolshevik-party";

    [Theory]
    [InlineData("yes", "--who", "Trotsky", "--office", "General Secretary")]
    [InlineData("newcomer", "--who", "a cadre", "--office", "general secretary")]
    [InlineData("no", "--who", "Trotsky", "--office", "General Secretary", "--willing", "Lenin,Kamenev")]
    [InlineData("anyone", "--anyone", "--office", "General Secretary")]
    [InlineData("together", "--who", "Trotsky,Zinoviev,Kamenev", "--body", "Secretariat", "--seats", "2", "--willing", "Central Committee")]
    public async Task What_it_says_is_kept(string name, params string[] args)
    {
        var said = await Run(["reach", Party, .. args]);

        Assert.Equal(ExitCode.Done, said.Code);
        Golden.Holds(said.Out, "tests", "Apparat.Tests", "Cases", "cli", $"reach-{name}.txt");
    }

    [Fact]
    public async Task The_json_has_the_acts_with_their_clauses()
    {
        var json = (await Run("reach", Party, "--who", "Trotsky", "--office", "General Secretary", "--json")).Json;

        Assert.Equal("apparat/reach/1", (string?)json["schema"]);
        Assert.Equal("yes", (string?)json["verdict"]);
        Assert.Equal(2, json["steps"]!.AsArray().Count);
        Assert.Equal("C5", (string?)json["steps"]![0]!["clause"]);
        Assert.Equal(["C5", "C6"], json["clauses_on_every_way"]!.AsArray().Select(c => (string?)c));
    }

    [Fact]
    public async Task A_gate_fails_with_1_and_an_unsettled_search_with_4()
    {
        var open = await Run("reach", Party, "--who", "Trotsky", "--office", "General Secretary", "--assert", "acts >= 3");
        Assert.Equal(ExitCode.Findings, open.Code);
        Assert.Contains("acts >= 3 does not hold: acts is 2", open.Error, StringComparison.Ordinal);

        var closed = await Run(
            "reach",
            Party,
            "--who",
            "Trotsky",
            "--office",
            "General Secretary",
            "--strike",
            "C5",
            "--assert",
            "reachable == 0"
        );
        Assert.Equal(ExitCode.Done, closed.Code);

        var file = Write(
            "two.yaml",
            Reading.Club[..Reading.Club.IndexOf("people:", StringComparison.Ordinal)]
                + "  Clerk:   {seats: 1, rank: 1, source: declared}\n  Porter:  {seats: 1, rank: 1, source: declared}\n"
                + Reading.Club[Reading.Club.IndexOf("people:", StringComparison.Ordinal)..]
                + "\n  4: Board elects Clerk by majority [declared]\n  5: Clerk appoints Porter [declared]\n"
        );
        Assert.Equal(ExitCode.Imprecise, (await Run("reach", file, "--who", "a newcomer", "--office", "Porter", "--states", "1")).Code);
    }

    [Theory]
    [InlineData("Did you mean \"Trotsky\"?", "--who", "Trotzky", "--office", "General Secretary")]
    [InlineData("Did you mean \"General Secretary\"?", "--who", "Trotsky", "--office", "General Secratary")]
    [InlineData("Did you mean \"Lenin\"?", "--who", "Trotsky", "--office", "General Secretary", "--willing", "Lennin")]
    [InlineData("There is no clause \"C99\"", "--who", "Trotsky", "--office", "General Secretary", "--strike", "C99")]
    [InlineData("joint meeting", "--who", "Trotsky", "--body", "Joint Plenum")]
    [InlineData("by number and not by name", "--who", "Trotsky", "--body", "Party Congress")]
    [InlineData("--who NAME, or --anyone", "--office", "General Secretary")]
    [InlineData("one of the two", "--who", "Trotsky")]
    [InlineData("persons cannot hold", "--who", "Trotsky", "--body", "Secretariat", "--seats", "2")]
    public async Task What_cannot_be_asked_is_said_with_what_to_do(string message, params string[] args)
    {
        var said = await Run(["reach", Party, .. args]);

        Assert.Equal(ExitCode.WrongUse, said.Code);
        Assert.Contains(message, said.Error, StringComparison.Ordinal);
        Assert.Empty(said.Out);
    }

    [Fact]
    public async Task A_cancelled_search_ends_with_130()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        Assert.Equal(ExitCode.Cancelled, (await Run(["reach", Party, "--anyone", "--office", "General Secretary"], cancel.Token)).Code);
    }
}
