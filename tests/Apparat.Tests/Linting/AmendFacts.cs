using Apparat.Linting;
using Apparat.Model;

namespace Apparat.Tests;

/// <summary>Prices of amendments, and whether the amendment clause lets them pass.</summary>
public sealed class AmendFacts
{
    private const string Club = """
        organs:
          Members: {count: 500, turnout: 0.25}
          Board:   {seats: 9, term: 3 years}
          Chair:   {office of: Board, term: 3 years}
        clauses:
          B1: Board coopts Board by majority
          B2: Board elects Chair by majority

        """;

    [Fact]
    public void The_price_of_an_election_by_members_is_what_the_board_can_no_longer_do()
    {
        var remedy = Remedies(Club, "CAP001")
            .First(r => r.Changes.Single().StartsWith("redraft B1: Members elect", StringComparison.Ordinal));

        Assert.Contains("Board can no longer choose Board", remedy.Price.Lost);
        Assert.Contains("Members can now choose Board", remedy.Price.Gained);
        Assert.Contains("Board", remedy.Price.Losers);
        Assert.Equal(1, remedy.Before["loop_gain"]);
        Assert.Equal(0, remedy.After["loop_gain"]);
        Assert.Contains(remedy.New, f => f.Rule.Id == "CAP009");
    }

    [Fact]
    public void What_decides_in_place_of_a_struck_clause_is_said()
    {
        var remedy = Remedies(Club, "CAP001").First(r => r.Changes.Single() == "strike B1");

        Assert.Equal(["B1: lot among the eligible"], remedy.Instead);
    }

    [Fact]
    public void A_waiting_period_is_inserted_against_a_roll_that_can_be_flooded()
    {
        const string open = """
            organs:
              Members: {count: 500, turnout: 0.25}
              Board:   {seats: 9, term: 3 years}
            clauses:
              M1: Members elect Board by majority

            """;
        var remedy = Remedies(open, "CAP009").First(r => r.Changes.Single() == "insert A1: Members of at least 90 days vote");

        Assert.Contains("whoever joined Members less than 90 days before can no longer vote", remedy.Price.Lost);
        Assert.Empty(remedy.Left);
    }

    [Fact]
    public void A_second_key_takes_the_first_from_whoever_held_it_alone()
    {
        var before = PeopleFacts.Context(Club + "  B3: Chair appoints Auditor\n", ("Auditor", "{seats: 1, term: 3 years}"));
        var after = PeopleFacts.Context(
            Club + "  B3: Chair appoints Auditor with the consent of Members\n",
            ("Auditor", "{seats: 1, term: 3 years}")
        );

        var price = PowerDifference.Of(before, after);

        Assert.Equal(["Chair can no longer choose Auditor alone"], price.Lost);
        Assert.Equal(["Members can now refuse whoever is chosen for Auditor"], price.Gained);
        Assert.Equal(0, price.Weight);
    }

    [Fact]
    public void A_charter_that_does_not_say_who_amends_it_leaves_the_passage_open()
    {
        var passage = Passing(Club);

        Assert.Null(passage.Passes);
        Assert.Empty(passage.Blockers);
    }

    [Fact]
    public void A_board_that_amends_by_two_thirds_is_blocked_by_four_of_nine_and_loses_by_it()
    {
        var passage = Passing(Club + "  X1: Board amends these by-laws by two thirds\n");

        Assert.True(passage.Passes);
        Assert.Equal(["Board needs 6 of 9 (X1)"], passage.Route);
        Assert.Equal(["4 of 9 in Board by voting no, and it loses by it"], passage.Blockers);
    }

    [Fact]
    public void Members_who_must_confirm_and_a_gate_of_proposers_are_named()
    {
        var passage = Passing(
            Club + "  X1: Board amends these by-laws by two thirds, until Members confirm by majority\n  X2: Board proposes amendments\n"
        );

        Assert.Equal(
            ["only Board may put it forward (X2)", "Board needs 6 of 9 (X1)", "Members must confirm with 63 of the 125 who usually come"],
            passage.Route
        );
        Assert.Contains("Board by not putting it forward (X2)", passage.Blockers);
        Assert.Contains("63 of 125 in Members", passage.Blockers);
    }

    [Fact]
    public void An_entrenched_clause_takes_the_majority_that_entrenches_it()
    {
        var passage = Passing(
            Club + "  X1: Members amend these by-laws by majority\n  X2: clauses B1 only by three quarters of all members\n"
        );

        Assert.Equal(["Members needs 375, and 125 usually come (X1, X2)"], passage.Route);
        Assert.False(passage.Passes);
    }

    [Fact]
    public void Members_stop_an_amendment_by_staying_away_where_it_has_a_quorum()
    {
        var passage = Passing(Club + "  X1: Members amend these by-laws by majority\n  X2: Members need 100 Members\n");

        Assert.Contains("26 of 125 in Members by staying away", passage.Blockers);
    }

    private static IEnumerable<Remedy> Remedies(string charter, string rule) =>
        Amend.Of(PeopleFacts.Scenario(charter), rule, new AmendGoal()).Single().Remedies;

    private static Passage Passing(string charter) =>
        Passage.Of(PeopleFacts.Context(charter), new HashSet<ClauseId> { new("B1") }, new HashSet<string> { "Board" });
}
