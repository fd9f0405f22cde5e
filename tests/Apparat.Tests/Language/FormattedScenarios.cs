using System.Text;
using Apparat.Language;
using Apparat.Model;
using Apparat.Vocabulary;
using CsCheck;

namespace Apparat.Tests;

/// <summary>One form for each scenario file.</summary>
public sealed class FormattedScenarios
{
    private static readonly ScenarioFormatter Formatter = new(StandardLexicon.Instance);

    private const string Untidy = """
        # A club.
        scenario: A club
        from: 2020-01-01
        until:   2021-12-31
        organs:
          Members: {count: 40..60, source: declared}   # who pays
          Board:
            {seats: 5, member: Director, meets: monthly, source: declared}
          Chair:  {office of: Board, source: declared}

        clauses:
          # elections
          1:    the Board is elected by the Members in secret, by 2/3 of those voting   [declared]
          10: "Members shall dismiss a Director, with ten days notice [declared]"
          11: {means: Board may elect the Chair from Board by a majority, says: "The Board: it elects.", source: declared}
          12:
            means:
              - Chair breaks ties in Board
              - {means: 'Board must call Members', share: 0.5}   # never done
            source: declared
        """;

    private const string Tidy = """
        # A club.
        scenario: A club
        from:     2020-01-01
        until:    2021-12-31
        organs:
          Members: {count: 40..60, source: declared}   # who pays
          Board:
            {seats: 5, each: Director, meets: monthly, source: declared}
          Chair: {office of: Board, source: declared}

        clauses:
          # elections
          1:  Members elect Board by two thirds, in secret [declared]
          10: "Members dismiss any Director with 10 days notice [declared]"
          11: {means: "Board elects Chair by majority, from Board", says: "The Board: it elects.", source: declared}
          12:
            means:
              - Chair breaks ties in Board
              - {means: 'Board must convene Members', share: 0.5}   # never done
            source: declared

        """;

    public static IEnumerable<TheoryDataRow<string>> Shipped =>
        Directory
            .EnumerateFiles(Path.Combine(Golden.Root, "scenarios"), "scenario.yaml", SearchOption.AllDirectories)
            .Select(f => new TheoryDataRow<string>(Path.GetRelativePath(Golden.Root, f)));

    [Fact]
    public void Sentences_become_canonical_keys_stand_in_line_and_comments_stay() => Assert.Equal(Tidy, Formatter.Format(Untidy).Text);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Line_ends_become_line_feeds(string end) => Assert.Equal(Tidy, Formatter.Format("\uFEFF" + Untidy.Replace("\n", end)).Text);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_scenario_is_in_its_one_form(string file)
    {
        var path = Path.Combine(Golden.Root, file);
        byte[]? Beside(string name) =>
            File.Exists(Path.Combine(Path.GetDirectoryName(path)!, name))
                ? File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(path)!, name))
                : null;

        var once = Formatter.Format(File.ReadAllText(path), open: Beside).Text;
        var read = new ScenarioReader(StandardLexicon.Instance).ReadText(once, open: Beside);

        Assert.Equal(File.ReadAllText(path), once);
        Assert.Equal(once, Formatter.Format(once, open: Beside).Text);
        var plain = new ScenarioReader(StandardLexicon.Instance).Read(path);
        Assert.Equal(plain.IsUsable, read.IsUsable);
        Assert.Equal(Written(plain), Written(read));
    }

    [Fact]
    public void Damaged_files_keep_their_meaning_or_are_left_alone() =>
        Gen.Select(
                Gen.Int[0, 1],
                Gen.Double[0, 1],
                Gen.Int[0, 60],
                Gen.OneOf(
                    Gen.Const("# "),
                    Gen.Const("\n"),
                    Gen.Const("'"),
                    Gen.Const("\""),
                    Gen.Const("  "),
                    Gen.Const("- "),
                    Gen.Const("{a: b}"),
                    Gen.Const("\u00e9\U0001F600")
                )
            )
            .Sample(
                (which, place, length, scrap) =>
                {
                    var text = which == 0 ? Untidy : Tidy;
                    var at = (int)(place * text.Length);
                    var damaged = text[..at] + scrap + text[Math.Min(text.Length, at + length)..];

                    var once = Formatter.Format(damaged).Text;

                    return once == damaged || Formatter.Format(once).Text == once;
                },
                iter: 500
            );

    private static string Written(ReadResult read)
    {
        if (read.Scenario is not { } scenario)
            return "";
        var writer = new SentenceWriter(StandardLexicon.Instance, scenario);
        var text = new StringBuilder();
        foreach (var (name, clause, provision) in scenario.Charter.Provisions)
            text.Append(name)
                .Append(' ')
                .Append(provision is Rule rule ? writer.Write(rule) : "")
                .Append(' ')
                .Append(provision.Share.Prior.Notation)
                .Append(' ')
                .AppendJoin(',', clause.Source.Keys)
                .Append('\n');
        return text.ToString();
    }
}
