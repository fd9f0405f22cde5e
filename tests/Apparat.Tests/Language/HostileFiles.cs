using System.Globalization;
using System.Text;
using Apparat.Language;
using Apparat.Model;

namespace Apparat.Tests;

/// <summary>Whatever a file holds, it is answered with a diagnostic that says where and what to do.</summary>
public sealed class HostileFiles
{
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n\n")]
    [InlineData("# only a comment\n")]
    public void An_empty_file_is_sent_to_the_command_that_starts_one(string text) =>
        Assert.Contains("apparat new", Reading.Text(text).ShouldSay("APP103").Repair);

    [Theory]
    [InlineData("- a\n- b\n")]
    [InlineData("just words")]
    public void A_file_that_is_no_scenario_is_told_so(string text) => Reading.Text(text).ShouldSay("APP114");

    [Fact]
    public void A_file_of_ten_megabytes_is_sent_to_tables()
    {
        var said = Reading.Bytes(Encoding.UTF8.GetBytes(new string('#', 10 << 20))).ShouldSay("APP101");

        Assert.Contains("longer than 8 MB", said.Message);
        Assert.Contains("CSV", said.Repair);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Deep_nesting_stops_at_a_level_that_no_scenario_needs(string level)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
            text.Append(level);

        Reading.Text($"organs: {text}").ShouldSay("APP104");
    }

    [Fact]
    public void An_alias_bomb_never_unfolds()
    {
        var text = new StringBuilder("scenario: bomb\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 20; i++)
            text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");

        Assert.Contains("again", Reading.Text(text.ToString()).ShouldSay("APP104").Repair);
    }

    [Fact]
    public void Bad_bytes_are_placed_by_line_and_column()
    {
        var bytes = Encoding.UTF8.GetBytes("scenario: a\nabout: b\n");
        bytes[19] = 0xC3;

        var said = Reading.Bytes(bytes).ShouldSay("APP102");

        Assert.Equal((2, 8), (said.Span.Line, said.Span.Column));
    }

    [Fact]
    public void Text_in_sixteen_bits_is_not_guessed_at() =>
        Reading.Bytes([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Reading.Club)]).ShouldSay("APP102");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_binary_file_is_told_to_be_none_of_ours(int kind)
    {
        byte[][] files =
        [
            [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0],
            [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0],
            [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7919 >> 3))],
        ];

        Assert.False(Reading.Bytes(files[kind]).IsUsable);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Line_ends_and_a_byte_order_mark_change_nothing(string end)
    {
        var plain = Reading.Text(Reading.Club);
        var other = Reading.Text("\uFEFF" + Reading.Club.Replace("\n", end));

        other.ShouldRead();
        Assert.Equal(
            plain.Scenario!.Charter.Clauses.Select(c => (c.Id, c.Span)),
            other.Scenario!.Charter.Clauses.Select(c => (c.Id, c.Span))
        );
        Assert.Equal(plain.Diagnostics, other.Diagnostics);
    }

    [Fact]
    public void A_tab_is_named_and_placed()
    {
        var said = Reading.Text("scenario: a\norgans:\n\tBoard: {seats: 5}\n").ShouldSay("APP104");

        Assert.Contains("tab", said.Message);
        Assert.Equal((3, 1), (said.Span.Line, said.Span.Column));
    }

    [Fact]
    public void A_second_document_is_not_passed_over_in_silence() =>
        Reading.Text(Reading.Club + "\n---\nscenario: another\n").ShouldSay("APP107");

    [Fact]
    public void A_key_that_stands_twice_names_the_line_of_the_first() =>
        Assert.Contains("line 1", Reading.Text("scenario: a\nfrom: 2020-01-01\nscenario: b\n").ShouldSay("APP106").Message);

    [Theory]
    [InlineData("organs", "  Organ {0}: {{seats: 3}}\n", 60_000)]
    [InlineData("people", "  Person {0}: {{holds: [Board]}}\n", 60_000)]
    [InlineData("clauses", "  {0}: Board elects Chair by two thrids\n", 60_000)]
    [InlineData("events", "  2020-01-01: {{what: Nobody {0} dies}}\n", 60_000)]
    [InlineData("outcomes", "  o{0}(X): X sits in Nowhere\n", 60_000)]
    [InlineData("priors", "  parameter {0}: 0.5\n", 60_000)]
    public void A_file_with_far_too_much_of_one_thing_is_answered_with_few_words(string key, string entry, int number)
    {
        var text = new StringBuilder();
        for (var i = 0; i < number; i++)
            text.AppendFormat(CultureInfo.InvariantCulture, entry, i);
        var club = Reading.Club.Contains($"\n{key}:", StringComparison.Ordinal)
            ? Reading.Club.Replace($"\n{key}:\n", $"\n{key}:\n{text}")
            : $"{Reading.Club}\n{key}:\n{text}";

        var read = Reading.Text(club);

        Assert.False(read.IsUsable);
        Assert.InRange(read.Diagnostics.Length, 1, Diagnostics.Most + 1);
    }

    [Theory]
    [InlineData("Board elects ")]
    [InlineData("Board elects Chair ")]
    [InlineData("Board elects Chair, by majority, ")]
    [InlineData("elects ")]
    [InlineData(", ")]
    public void An_endless_sentence_is_told_to_be_cut(string part) =>
        Assert.False(Reading.Clauses("  1: \"" + string.Concat(Enumerable.Repeat(part, 50_000)) + "\"").IsUsable);

    [Fact]
    public void An_endless_word_is_shown_in_part()
    {
        var read = Reading.Clauses("  1: Board " + new string('a', 1 << 20) + " Chair");

        Assert.InRange(DiagnosticText.Render(read.ShouldSay("APP303"), read.Lines).Length, 1, 1 << 21);
        Assert.All(
            DiagnosticText.Render(read.Diagnostics[0], read.Lines).Split('\n').Where(l => l.StartsWith("    ", StringComparison.Ordinal)),
            l => Assert.InRange(l.Length, 0, 200)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("person\n")]
    [InlineData("person,holds,source\nAnna,Board,declared,one,more\n")]
    [InlineData("person,holds,source\nAnna\n")]
    [InlineData("person,person,source\nAnna,Bert,declared\n")]
    [InlineData("person,holds,source\n\"Anna,Board,declared\n")]
    [InlineData("person,holds,source\nAn\"na,Bo\"ard,declared\n")]
    [InlineData("person,holds,born,branch,source\nAnna,Nowhere,yesterday,-1,declared\n")]
    [InlineData("holds,source\nBoard,declared\n")]
    [InlineData("\0\0\0\0,\0\n\0")]
    [InlineData("person;holds;source\nAnna;Board;declared\n")]
    public void A_table_is_read_or_complained_about(string table)
    {
        var read = Reading.With(
            Reading.Club + "\ntables: {people: people.csv, ties: people.csv, branches: people.csv, record: people.csv}\n",
            ("people.csv", table)
        );

        Assert.All(read.Diagnostics, d => Assert.True(d.Span.Line > 0, d.Message));
    }

    [Fact]
    public void A_table_that_is_not_there_is_named() =>
        Assert.Contains("people.csv", Reading.Text(Reading.Club + "\ntables: {people: people.csv}\n").ShouldSay("APP130").Message);

    [Theory]
    [InlineData("  1: Board needs 99999 years of standing [declared]")]
    [InlineData("  1: Board fills vacancies of Board, at most 2000000000 at a time [declared]")]
    [InlineData("  1: Board dismisses Chair, with 99999999999 days notice [declared]")]
    [InlineData("  ? [a, b]\n  : Board elects Chair")]
    [InlineData("  1: ''")]
    [InlineData("  1: '['")]
    [InlineData("  1: ']'")]
    [InlineData("  1: '[[[]]]'")]
    [InlineData("  1: '.'")]
    [InlineData("  1: !!int 5")]
    [InlineData("  1: &a Board elects Chair")]
    [InlineData("  '': Board elects Chair")]
    [InlineData("  1: {means: Board elects Chair, otherwise: Board elects Nobody}")]
    [InlineData("  1: {means: Board elects Chair, otherwise: [Board elects Chair]}")]
    [InlineData("  1: {means: Board elects Chair, share: {prior: {prior: {prior: 1}}}}")]
    [InlineData("  1: {means: [[Board elects Chair]]}")]
    public void Odd_clauses_are_read_or_complained_about(string clause) =>
        Assert.All(Reading.Clauses(clause).Diagnostics, d => Assert.True(d.Severity != Severity.Error || d.Span.Line > 0, d.Message));
}
