using System.Text;
using Apparat.Language;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Clauses as by-laws have them: each pattern is read, written in its canonical form and read back in by-law English.</summary>
public sealed class ByLawPatterns
{
    private const string Furniture = """
        scenario: Patterns of by-laws
        from: 2020-01-01
        until: 2021-12-31
        attributes: {Region: [North, South], employer: []}
        organs:
          Members:              {each: Member, count: 500, turnout: 0.2..0.3, split: Region, source: declared}
          Annual Meeting:       {of: [Members], meets: yearly, source: declared}
          Board:                {seats: 9, each: Director, meets: monthly, term: until next Annual Meeting, source: declared}
          Chair:                {office of: Board, source: declared}
          President:            {seats: 1, source: declared}
          Treasurer:            {seats: 1, source: declared}
          Secretary:            {seats: 1, source: declared}
          Executive Director:   {seats: 1, source: declared}
          Executive:            {seats: 3, source: declared}
          Nominating Committee: {seats: 3, source: declared}
          Appeals Committee:    {seats: 3, source: declared}
          Returning Officer:    {seats: 1, source: declared}
        people:
          Anna: {holds: Board, attributes: {employer: Acme, Region: North}, source: declared}
        """;

    // The wording of users and the number of the pattern; several ways to put one thing stand in one row.
    private static readonly (string Row, string[] Sentences)[] Table =
    [
        (
            "1 nominations",
            [
                "Nominating Committee nominates at least 1 for each seat of Board, 60 days before Annual Meeting",
                "The Nominating Committee shall nominate at least one for each seat of the Board, until 60 days before the Annual Meeting",
            ]
        ),
        (
            "1 nominations by petition",
            [
                "25 Members together nominate for Board, until 30 days before Annual Meeting",
                "until 30 days before Annual Meeting, 25 Members together may nominate for Board",
            ]
        ),
        (
            "2 ranked ballot",
            [
                "Members elect Board from the nominations by single transferable vote, in secret, ties by lot",
                "Board is elected by Members by single transferable vote, ties by lot, in secret, from the nominations",
            ]
        ),
        ("3 casting vote besides voting", ["Chair breaks ties in Board, besides voting"]),
        ("3 casting vote alone", ["Chair only breaks ties in Board"]),
        (
            "4 casual vacancies",
            [
                "Board fills vacancies of Board until next Annual Meeting, at most 3 at a time",
                "Board may fill vacancies of Board, at most three at a time, until next Annual Meeting",
            ]
        ),
        ("4 the risky cousin", ["Board fills vacancies of Board for the rest of the term"]),
        (
            "5 removal",
            [
                "Members remove any Director by two thirds of those voting, with 28 days notice",
                "Members may remove a Director with 28 days notice, by a two-thirds majority of those present and voting",
                "with 28 days notice, Members dismiss Board by 2/3 of those voting",
            ]
        ),
        (
            "6 two keys",
            [
                "President appoints Treasurer with the consent of Board, refused if silent for 60 days",
                "Treasurer is appointed by the President, with the consent of the Board, refused if silent for 60 days",
            ]
        ),
        ("6 unless", ["President appoints Treasurer, unless Board objects within 30 days"]),
        ("7 no vote", ["Executive Director sits in Board without a vote"]),
        ("7 with a vote", ["Executive Director sits in Board", "Executive Director sits in Board ex officio"]),
        (
            "8 term limits",
            [
                "each Director serves at most 2 consecutive terms, then waits 1 year",
                "Directors serve at most two consecutive terms, then wait one year",
            ]
        ),
        ("8 partial terms", ["each Director serves at most 2 terms in all, over 18 months counts"]),
        (
            "9 quorum",
            [
                "Annual Meeting needs one third of Members",
                "Annual Meeting needs a third of the Members",
                "the quorum of Annual Meeting is 1/3 of Members",
            ]
        ),
        ("9 adjourned", ["when adjourned, Annual Meeting needs whoever is present"]),
        (
            "9 adjourned, some",
            ["when adjourned, Annual Meeting needs ten Members", "when adjourned, Annual Meeting needs 10 of the Members"]
        ),
        ("10 seats of regions", ["Members of each Region elect 1 seat of Board", "Members of each Region elect one seat of the Board"]),
        (
            "10 affiliation cap",
            [
                "at most 40% of Board share an employer, fewest votes gives way",
                "at most 40 % of the Board shares one employer, fewest votes gives way",
            ]
        ),
        (
            "11 recall",
            [
                "on petition of 10% of Members, Members vote within 60 days to remove any Director by majority",
                "Members vote within 60 days to remove any Director, by majority, on petition of 10 per cent of Members",
            ]
        ),
        (
            "12 amending",
            [
                "Annual Meeting amends these by-laws by two thirds, at 2 successive meetings",
                "Annual Meeting may amend the charter at two consecutive meetings, by two-thirds",
            ]
        ),
        (
            "12 entrenched",
            ["clauses 4, 5.7, 12 only by three quarters of all Members", "clauses 4, 5.7 and 12 may be amended only by 75% of all Members"]
        ),
        ("12 proposing", ["Board or 25 Members propose amendments"]),
        ("13 rotation", ["one third of Board retires at each Annual Meeting, longest in office first, ties by lot"]),
        ("14 admission", ["Board admits Members by majority"]),
        ("14 waiting period", ["Members of at least 90 days vote", "Members of at least 90 days may vote"]),
        ("15 roll", ["Secretary keeps the roll of Members"]),
        ("15 tellers appointed", ["Board appoints Returning Officer"]),
        ("15 count", ["Returning Officer counts the votes for Board"]),
        (
            "16 calling",
            ["Board calls Annual Meeting, at most 15 months apart", "Board convenes Annual Meeting, at most fifteen months apart"]
        ),
        ("16 a duty", ["Board must call Annual Meeting, at most 15 months apart"]),
        ("16 requisition", ["10% of Members call a meeting of Members, if Board does not within 30 days"]),
        ("17 proxies", ["Members vote by proxy, at most 3 each", "Members may vote by proxy, at most three each"]),
        ("17 directed proxies", ["Members vote by proxy, as directed", "The Members may vote by proxy, as directed"]),
        ("18 rule now, consent later", ["Board amends these by-laws until next Annual Meeting confirms by majority"]),
        (
            "19 absence",
            [
                "a Director absent from 3 meetings in a row leaves Board",
                "any Director absent from three meetings in a row shall leave Board",
            ]
        ),
        ("19 between meetings", ["Executive acts for Board between meetings, until Board confirms"]),
        ("approval", ["Members elect Board by approval"]),
        ("block vote", ["Members elect Board by block vote"]),
        ("run-off", ["Members elect Chair by run-off", "Members choose Chair by two rounds"]),
        ("instant run-off", ["Members elect Chair by instant run-off", "Members elect Chair by alternative vote"]),
        ("Condorcet", ["Members elect Chair by Condorcet", "Members elect Chair by the Condorcet method"]),
        ("steps up", ["Executive steps up to Board"]),
        ("next-placed", ["the next-placed takes a vacant seat of Board"]),
        ("veto", ["President vetoes decisions of Board", "President may veto the decisions of the Board"]),
        ("override", ["Board overrides President by two thirds"]),
        ("suspension", ["Board suspends any Member by two thirds, for cause, for at most 6 months"]),
        ("delegation", ["Board delegates its powers to Executive"]),
        ("appeals", ["Appeals Committee hears appeals against Board"]),
        ("must hold", ["Treasurer must hold Board"]),
        ("must have held", ["Chair must have held Board"]),
        ("may not hold", ["Chair may not hold Treasurer", "Chair may not be held together with Treasurer"]),
        ("votes by shares", ["Members vote by shares"]),
        (
            "a share without a name",
            ["Board decides policy by at least 55% of all members", "Board decides policy by at least 11/20 of all members"]
        ),
        ("a share with a name", ["Board decides policy by at least two thirds", "Board decides policy by two thirds of those voting"]),
    ];

    [Fact]
    public void Each_pattern_is_read_written_and_read_back_as_recorded()
    {
        var text = new StringBuilder();
        foreach (var (row, sentences) in Table)
        {
            var read = sentences
                .Select(s =>
                    (
                        Sentence: s,
                        Result: Reading.Text(
                            $"{Furniture}\nclauses:\n  4: \"{s} [declared]\"\n  5.7: Board appoints Secretary [declared]\n  12: Board appoints Executive [declared]\n"
                        )
                    )
                )
                .ToList();
            Assert.All(read, r => r.Result.ShouldRead());
            var written = read.Select(r => Canonical(r.Result)).Distinct().ToList();
            Assert.True(written.Count == 1, $"{row}: {string.Join(" / ", written)}");
            text.Append(row).Append('\n');
            foreach (var sentence in sentences)
                text.Append("  says      ").Append(sentence).Append('\n');
            text.Append("  canonical ").Append(written[0]).Append('\n');
            var (back, rule) = Back(read[0].Result);
            text.Append("  back      ").Append(back).Append('\n');
            foreach (var norm in rule.AllNorms)
                text.Append("  norm      ").Append(norm.GetType().Name).Append('\n');
            text.Append("  played    ").Append(Played(rule)).Append('\n');
            text.Append('\n');
        }
        Golden.Holds(text.ToString(), "tests", "Apparat.Tests", "Cases", "by-law-patterns.txt");
    }

    [Fact]
    public async Task A_charter_of_all_patterns_is_played_as_far_as_its_words_are()
    {
        var clauses = Table
            .SelectMany(r => r.Sentences.Take(1))
            .Select((s, i) => $"  {i + 1}: \"{s.Replace("5.7", "5", StringComparison.Ordinal)} [declared]\"");
        var read = Reading.Text(
            $"{Furniture}\ncontenders: {{people: [Anna], source: declared}}\ncadres: {{number: 40, source: declared}}\nclauses:\n{string.Join('\n', clauses)}\noutcomes:\n  sits(X): X sits in Board [declared]\n"
        );
        read.ShouldRead();

        var ensemble = await new LocalRunner(1).Run(
            EnsemblePlan.Of(read.Scenario!, null, 1, 5),
            null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(5, ensemble.Runs);
        Assert.Contains("not played", read.ShouldSay("APP612").Message);
    }

    [Fact]
    public void May_is_a_power_and_must_a_duty()
    {
        Rule First(string sentence) =>
            Reading.Text($"{Furniture}\nclauses:\n  1: {sentence} [declared]\n").Scenario!.Charter.Clauses[0].Rules[0];

        Assert.False(First("Board may call Annual Meeting").Duty);
        Assert.False(First("Board shall call Annual Meeting").Duty);
        Assert.True(First("Board must call Annual Meeting").Duty);
    }

    [Fact]
    public void Attributes_of_persons_are_kept_and_checked()
    {
        var person = Reading.Text(Furniture).Scenario!.Cast.People[0];

        Assert.Equal(("Acme", "North"), (person.Labels["employer"], person.Labels["Region"]));
        Assert.Contains("North", Reading.Text(Furniture.Replace("Region: North", "Region: Nort")).ShouldSay("APP202").Repair);
        Reading.Text(Furniture.Replace("split: Region", "split: Religion")).ShouldSay("APP202");
    }

    [Theory]
    [InlineData("{seats: 3, each: Member, source: declared}")]
    [InlineData("{seats: 3, each: Treasurer, source: declared}")]
    public void What_one_member_is_called_belongs_to_one_body(string organ) =>
        Reading.Text(Furniture.Replace("Executive:            {seats: 3, source: declared}", $"Executive: {organ}")).ShouldSay("APP209");

    // What the engine does with a pattern at the monthly step: all of it, its sentence without some of its tails, or nothing.
    private static string Played(Rule rule)
    {
        static SentenceAttribute Of(Provision p) => Vocabulary.StandardLexicon.Instance.Entries.First(e => e.Type == p.GetType()).Sentence;
        static string Named(Provision p) => p.GetType().Name + (Of(p).PlayedAs is { } instead ? $" ({instead})" : "");
        string[] linted = [.. rule.Tails.Where(t => !Of(t).Played).Select(Named)];
        return !Of(rule).Played ? (Of(rule).PlayedAs is { } other ? $"no, linted; played is {other}" : "no, linted")
            : linted.Length == 0 ? "yes"
            : $"yes, but linted only: {string.Join(", ", linted)}";
    }

    private static string Canonical(ReadResult read) =>
        new SentenceWriter(Vocabulary.StandardLexicon.Instance, read.Scenario!).Write(read.Scenario!.Charter.Clauses[0].Rules[0]);

    private static (string Text, Rule Rule) Back(ReadResult read)
    {
        var rule = read.Scenario!.Charter.Clauses[0].Rules[0];
        return (new SentenceWriter(Vocabulary.StandardLexicon.Instance, read.Scenario).ReadBack(rule), rule);
    }
}
