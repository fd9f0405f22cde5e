using Apparat.Language;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Tests;

/// <summary>What a scenario file says and how it is understood.</summary>
public sealed class ReaderFacts
{
    [Fact]
    public void Clause_numbers_are_text_so_that_3_1_and_3_10_are_two_clauses()
    {
        var read = Reading.Text(Reading.Club);

        read.ShouldRead();
        Assert.Equal(["3.1", "3.10"], read.Scenario!.Charter.Clauses.Select(c => c.Id.Text));
    }

    [Fact]
    public async Task Clauses_that_differ_in_punctuation_alone_have_columns_of_their_own()
    {
        var read = Reading.Clauses(
            "  3.1: Members elect Board by majority [declared]\n  3-1: Board elects Chair by majority, from Board [declared]\n"
        );
        read.ShouldRead();

        var table = await new Simulation.LocalRunner(1).Run(
            Simulation.EnsemblePlan.Of(read.Scenario!, null, 1, 1),
            null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(table.Columns.Length, table.Columns.Select(c => c.Name).Distinct().Count());
        Assert.Contains(table.Columns, c => c.Name == "first_use_3_1" && c.Meaning.Contains("3.1 ", StringComparison.Ordinal));
        Assert.Contains(table.Columns, c => c.Name == "first_use_3_1_2" && c.Meaning.Contains("3-1 ", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_offices_that_head_one_body_are_told()
    {
        var told = Reading
            .Text(
                Reading.Club.Replace("\npeople:", "\n  Treasurer: {office of: Board, source: declared}\npeople:", StringComparison.Ordinal)
            )
            .ShouldSay("APP614");

        Assert.Equal(Severity.Warning, told.Severity);
        Assert.Contains("Chair and Treasurer", told.Message);
        Assert.Contains("pool: [Board]", told.Repair);
    }

    [Fact]
    public void A_clause_may_hold_several_sentences_and_the_documents_own_words()
    {
        var read = Reading.Clauses(
            """
              5.3(b)(ii):
                says: The Board shall choose its Chair and may at any time remove the holder.
                means:
                  - Board elects Chair by majority
                  - {means: Board dismisses Chair by two thirds, share: 0.25..0.5, threshold share: 0.9}
                source: declared
              5.4: Members elect Board [declared]
            """
        );

        read.ShouldRead();
        var clause = read.Scenario!.Charter.Clauses[0];
        Assert.StartsWith("The Board shall choose", clause.Says);
        Assert.Equal(
            ["5.3(b)(ii)", "5.3(b)(ii)/threshold", "5.3(b)(ii)/2", "5.3(b)(ii)/2/threshold", "5.4"],
            read.Scenario.Charter.Provisions.Select(p => p.Name)
        );
        Assert.Equal(new Fixed(1), clause.Rules[0].Share.Prior);
        Assert.Equal(new Uniform(0.25, 0.5), clause.Rules[1].Share.Prior);
        Assert.Equal(new Fixed(0.9), clause.Rules[1].Tails[0].Share.Prior);
    }

    [Fact]
    public void A_clause_may_name_one_that_stands_below_it_in_the_otherwise() =>
        Reading
            .Clauses(
                """
                  1: {means: Board appoints Chair, share: 0.5, otherwise: Members elect Chair, source: declared}
                  2: Members elect Board [declared]
                """
            )
            .ShouldRead();

    [Fact]
    public void All_errors_of_a_file_are_told_in_one_pass()
    {
        var read = Reading.Text(
            """
            scenario: Many errors
            from: 1 January 2020
            until: 2020-12-31
            organs:
              Board: {seats: none}
              Chair: {office of: Bord}
            people:
              Anna: {holds: Chiar}
            clauses:
              1: Board anoints Chair
              2: Board elects Chiar
            outcomes:
              wins(X): X sits in Bored
            """
        );

        string[] told = ["APP120", "APP121", "APP202", "APP303", "APP201"];
        Assert.Superset(told.ToHashSet(), read.Diagnostics.Select(d => d.Code).ToHashSet());
        Assert.Equal(
            [2, 5, 6, 8, 10, 11, 13],
            read.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Span.Line).Distinct()
        );
    }

    [Fact]
    public void A_word_that_is_not_played_yet_says_so()
    {
        var said = Reading
            .Clauses(
                """
                  1: Members elect Board, weighted by members [declared]
                  2: Board elects Chair [declared]
                """
            )
            .ShouldSay("APP612");

        Assert.Equal(Severity.Note, said.Severity);
        Assert.Contains("not played", said.Message);
        Assert.Contains("month", said.Message);
        Assert.Contains("votes in play are counted by heads", said.Message);
    }

    [Fact]
    public void Facts_held_at_the_record_are_told_a_line_an_organ()
    {
        var read = new ScenarioReader(Vocabulary.StandardLexicon.Instance).Read(
            Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party")
        );

        var told = DiagnosticText.Render(read.ShouldSay("APP610"), read.Lines).Split('\n');

        Assert.True(told.Length > 10);
        Assert.All(told, l => Assert.InRange(l.Length, 0, 160));
    }

    [Fact]
    public void The_outcomes_of_the_flagship_are_judged_on_its_record()
    {
        var scenario = new ScenarioReader(Vocabulary.StandardLexicon.Instance)
            .Read(Path.Combine(Golden.Root, "scenarios", "history", "bolshevik-party"))
            .Scenario!;

        var holds = new RecordView(scenario)
            .Judge(scenario.Calendar.Until)
            .Where(j => j.Outcome.Name == scenario.Question!.Headline && j.Holds)
            .Select(j => j.Person);

        Assert.Equal([scenario.Question!.Holder], holds);
    }

    [Fact]
    public void What_was_known_later_and_what_is_coded_from_the_outcome_is_flagged_with_its_coder()
    {
        var read = Reading.With(
            Reading.Club
                + "\ntables: {ties: ties.csv}\nevents:\n  2020-06-01: {what: Bert dies, source: declared}\n  2020-07-01: {what: Board has 7 seats, source: declared}\n",
            (
                "ties.csv",
                "from,to,strength,source,known,coder,basis\nBert,Anna,0.5,declared,2020-03-01,first reader,record\nAnna,Bert,0.5,declared,,second reader,interpretation\n"
            )
        );
        read.ShouldRead();

        var told = HindsightGuard.Check(read, new DateOnly(2020, 1, 1));

        Assert.Equal(
            ["APP702", "APP701", "APP704", "APP703"],
            told.OrderBy(d => d.Span.File == "scenario.yaml").ThenBy(d => d.Span.Line).Select(d => d.Code)
        );
        Assert.Contains("first reader", told.First(d => d.Code == "APP702").Message);
        Assert.Contains("second reader", told.First(d => d.Code == "APP701").Message);
        Assert.Empty(HindsightGuard.Check(read, new DateOnly(2021, 1, 1)).Where(d => d.Code != "APP701"));
    }

    [Fact]
    public void People_branches_and_ties_may_come_from_tables()
    {
        var read = Reading.With(
            Reading.Club + "\ntables: {people: people.csv, branches: branches.csv, ties: ties.csv}\n",
            ("people.csv", "person,holds,born,votes,source\nClara,Board,1960-01-01,12,declared\n"),
            ("branches.csv", "branch,members\nNorth,120\nSouth,80\n"),
            ("ties.csv", "from,to,strength,source\nClara,Anna,0.2..0.4,declared\n")
        );

        read.ShouldRead();
        var cast = read.Scenario!.Cast;
        Assert.Equal(["Clara", "Anna", "Bert"], cast.People.Select(p => p.Name));
        Assert.Equal(12, cast.People[0].Attributes["votes"]);
        Assert.Equal(["North", "South"], cast.Branches.Select(b => b.Name));
        Assert.Equal(new Uniform(0.2, 0.4), cast.Ties.Single().Strength);
    }

    [Fact]
    public void A_source_that_is_missing_or_unknown_is_told()
    {
        Assert.Equal(
            Severity.Warning,
            Reading.Clauses("  1: Members elect Board\n  2: Board elects Chair [declared]").ShouldSay("APP504").Severity
        );
        Assert.Equal(
            Severity.Error,
            Reading.Clauses("  1: Members elect Board [nobody1999]\n  2: Board elects Chair [declared]").ShouldSay("APP501").Severity
        );
    }

    [Fact]
    public void What_was_not_read_is_counted()
    {
        var read = Reading.Clauses(
            """
              1: Members elect Board [declared]
              2: {says: The financial year ends in June., aside: not about power, source: declared}
              3: {says: The chair shall preserve order., source: declared}
              4: Board elects Chair [declared]
            """
        );

        read.ShouldRead();
        Assert.Equal(
            "2 of 4 clauses read, 1 set aside, 1 open - no finding is not a clean bill",
            read.Scenario!.Charter.Coverage.ToString()
        );
        Assert.Equal(Severity.Warning, read.ShouldSay("APP313").Severity);
        Assert.Equal("2 of 2 clauses read", Reading.Text(Reading.Club).Scenario!.Charter.Coverage.ToString());
    }
}
