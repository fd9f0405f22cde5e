using Apparat.Language;
using Apparat.Linting;
using Apparat.Model;

namespace Apparat.Tests;

/// <summary>Game files: what they may say, and what their writers are told when they say something else.</summary>
public sealed class GameFileFacts
{
    private static readonly string[] Broken = ["tests", "Apparat.Tests", "Cases", "broken-games"];

    public static TheoryData<string> BrokenGames =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine([Golden.Root, .. Broken]))
                .Select(f => Path.GetFileName(f)!)
                .Where(f => !f.EndsWith(".txt", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    public static TheoryData<string> Shipped => [.. GameFile.Shipped()];

    [Theory]
    [MemberData(nameof(BrokenGames))]
    public void A_broken_game_is_told_as_recorded(string file)
    {
        var read = GameReader.Read(Path.Combine([Golden.Root, .. Broken, file]));

        Assert.Null(read.Game);
        Golden.Holds(
            string.Join('\n', read.Diagnostics.Select(d => DiagnosticText.Render(d, read.Lines))),
            [.. Broken, file + ".expected.txt"]
        );
    }

    [Theory]
    [InlineData("[51; 50, 49, 1")]
    [InlineData("[51; 50, many]")]
    [InlineData("[200; 50, 49, 1]")]
    [InlineData("[0; 50, 49, 1]")]
    [InlineData("[]")]
    public void A_broken_notation_is_told_where_it_breaks(string text)
    {
        var read = GameNotation.Read(text);

        Assert.Null(read.Game);
        Assert.All(read.Diagnostics, d => Assert.True(d.Span.Column >= 1 && d.Span.Column <= text.Length, $"column {d.Span.Column}"));
        Assert.NotEmpty(read.Diagnostics);
    }

    [Fact]
    public void Every_text_gives_a_game_or_a_diagnostic_and_never_an_exception() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(
                CsCheck.Gen.Int[0, 400],
                CsCheck.Gen.Int[0, 12],
                CsCheck.Gen.OneOf(
                    CsCheck.Gen.String[CsCheck.Gen.Char["andor0123456789%><=()+*/,:{}[]- \n#AnnBoris"], 0, 12],
                    CsCheck.Gen.String[CsCheck.Gen.Char, 0, 4]
                )
            ),
            (at, cut, put) =>
            {
                const string Good =
                    "game: A council\nplayers:\n  Anna:  {votes: 5, population: 83.2}\n  Boris: {votes: 3, population: 9.7}\n  seat:  {count: 4}\nrules:\n  heavy: votes >= 2/3\nfactions: {Left: [Anna, Boris]}\nwins: heavy and (members >= 3 or 2 of (Anna, Boris, seat >= 2)) or 2 * votes + population > 90%\n";
                at = Math.Min(at, Good.Length);
                var text = Good[..at] + put + Good[Math.Min(Good.Length, at + cut)..];
                var read = GameReader.ReadText(text);
                return read.Game is not null ? Usable(read.Game) : read.Diagnostics.Length > 0;
            },
            iter: 3000
        );

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_game_reads_names_its_source_and_has_power_that_sums_to_one(string name)
    {
        var game = GameFile.Load(name);
        var answer = VotingPower.Of(game);

        Assert.NotEmpty(game.Source);
        Assert.Equal(1, answer["shapley_shubik"]!.Values.Select((v, i) => v.Value * game.Players[i].Count).Sum(), 1e-9);
    }

    [Theory]
    [InlineData("games/un-security-council", "UNSCtyped")]
    [InlineData("games/us-federal-system", "USFEDVP")]
    [InlineData("games/eu-council-nice", "EU27NICE255")]
    [InlineData("games/us-electoral-college", "USEC1990")]
    public void A_shipped_game_is_the_published_one(string file, string published)
    {
        var (a, b) = (VotingPower.Of(GameFile.Load(file)), VotingPower.Of(PublishedGames.Named(published)));

        Assert.Equal(b.PassageFraction, a.PassageFraction);
        Assert.Equal(b["shapley_shubik"]!.Fractions!.Value.Order().Distinct(), a["shapley_shubik"]!.Fractions!.Value.Order().Distinct());
    }

    [Theory]
    [InlineData("members >= 2 and votes >= 65% or members >= 3", "AB AC ABC")]
    [InlineData("votes > half", "A AB AC ABC")]
    [InlineData("votes >= 2/3", "AB AC ABC")]
    [InlineData("Anna or Boris and Clara", "A AB AC BC ABC")]
    [InlineData("2 of (Anna, Boris, Clara)", "AB AC BC ABC")]
    [InlineData("(Anna or Boris) and Clara", "AC BC ABC")]
    [InlineData("2 * votes + members >= 17", "AB ABC")]
    [InlineData("MEMBERS >= all", "ABC")]
    [InlineData("votes \u2265 8.5", "AB ABC")]
    [InlineData("Anna + Clara > 1", "AC ABC")]
    public void A_rule_means_what_it_says(string wins, string winning)
    {
        var read = GameReader.ReadText($"players: {{Anna: 6, Boris: 3, Clara: 1}}\nwins: {wins}\n");

        Assert.NotNull(read.Game);
        string[] coalitions = ["A", "B", "C", "AB", "AC", "BC", "ABC"];
        Assert.Equal(
            winning,
            string.Join(' ', coalitions.Where(c => PowerLaws.Wins(read.Game, [.. "ABC".Select(x => c.Contains(x) ? 1 : 0)])))
        );
    }

    [Fact]
    public void A_table_says_in_comments_what_a_file_says_in_keys()
    {
        var read = GameReader.ReadText(
            "# game: A council\n# wins: votes >= 5\nplayer,votes,count,note\nAnna,5,,the chair\nmember,1,4,\n",
            "council.csv"
        );

        Assert.Equal("A council", read.Game!.Name);
        Assert.Equal([1, 4], read.Game.Players.Select(p => p.Count));
        Assert.Equal(9, VotingPower.Of(read.Game).Simple.Totals[0]);
    }

    [Fact]
    public void The_textbook_notation_is_the_same_game_as_a_file()
    {
        var brief = VotingPower.Of(GameFile.Load("[5; 3, 4x1]"));
        var full = VotingPower.Of(GameReader.ReadText("players: {Anna: 3, member: {votes: 1, count: 4}}\nwins: votes >= 5\n").Game!);

        Assert.Equal(full["shapley_shubik"]!.Fractions, brief["shapley_shubik"]!.Fractions, (a, b) => a!.Value.SequenceEqual(b!.Value));
    }

    private static bool Usable(VotingGame game)
    {
        if (game.Size > 12)
            return true;
        var answer = VotingPower.Of(game);
        return answer.Indices.Length > 0;
    }
}
