using System.Collections.Immutable;
using Apparat.Linting;
using Apparat.Model;

namespace Apparat.Tests;

/// <summary>What can be reached in a small party, as by-laws would have it.</summary>
public sealed class ReachFacts
{
    private const string Party = """
        scenario: A small party
        from: 2020-01-01
        until: 2021-12-31
        organs:
          Members:   {count: 40..60, turnout: 0.25, source: declared}
          Board:     {seats: 3, term: 12 months, rank: 1, source: declared}
          Chair:     {office of: Board, rank: 1, source: declared}
          Auditors:  {seats: 2, rank: 1, source: declared}
          Treasurer: {seats: 1, rank: 1, source: declared}
        people:
          Anna: {holds: [Board, Chair], joined: 2010-01-01, source: declared}
          Bert: {holds: Board, joined: 2010-01-01, source: declared}
          Carl: {holds: Auditors, joined: 2019-06-01, source: declared}
          Dora: {joined: 2015-01-01, source: declared}
        contenders: {people: [Anna, Bert], source: declared}
        clauses:

        """;

    [Fact]
    public void The_way_says_who_does_what_under_which_clause()
    {
        var answer = Ask("Dora", "Chair", "Members elect Board by majority", "Board elects Chair by majority, from Board");

        Assert.Equal(ReachVerdict.Yes, answer.Verdict);
        Assert.True(answer is { IsShortest: true, BySinglePerson: true });
        Assert.Equal([("Members", "Board", "C1", MadeRoom.Empty), ("Board", "Chair", "C2", MadeRoom.StepsDown)], Told(answer));
        Assert.Equal("Anna", answer.Steps[1].Instead);
        Assert.Equal(["C1", "C2"], answer.ChokeClauses.Select(c => c.Name));
        Assert.Equal(["Board"], answer.ChokeSeats);
    }

    [Fact]
    public void An_office_that_must_have_been_held_and_one_that_may_not_be_held_with_it_make_a_way_through_both()
    {
        var answer = Ask(
            "Dora",
            "Treasurer",
            "Members elect Board by majority",
            "Members elect Auditors by majority",
            "Members elect Treasurer by majority",
            "Treasurer must have held Auditors",
            "Treasurer must hold Board",
            "Auditors may not be held together with Board"
        );

        Assert.Equal(["Auditors", "Board", "Treasurer"], answer.Steps.Select(s => s.Organ));
        Assert.Equal(["Auditors"], answer.Steps[1].GivesUp);
        Assert.True(answer.IsShortest);
    }

    [Fact]
    public void Two_seats_needed_at_once_that_may_not_be_held_together_leave_no_way()
    {
        var answer = Ask(
            "Dora",
            "Treasurer",
            "Members elect Board by majority",
            "Members elect Auditors by majority",
            "Members elect Treasurer by majority",
            "Treasurer must hold Auditors",
            "Treasurer must hold Board",
            "Auditors may not be held together with Board"
        );

        Assert.Equal(ReachVerdict.No, answer.Verdict);
        Assert.Contains("not all of them at the times", Assert.Single(answer.Proof).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_run_in_a_circle_let_nobody_in()
    {
        var answer = Ask(
            "Dora",
            "Treasurer",
            "Auditors elect Treasurer by majority",
            "Treasurer appoints Auditors",
            "Treasurer must hold Auditors",
            "Auditors must have held Treasurer"
        );

        Assert.Equal(ReachVerdict.No, answer.Verdict);
        Assert.Equal(["Treasurer", "Auditors"], answer.Proof.Select(p => p.Organ));
    }

    [Fact]
    public void An_office_that_stands_empty_cannot_act_until_it_is_filled()
    {
        string[] clauses = ["Board elects Treasurer by majority", "Treasurer appoints Auditors"];
        var answer = Ask("Dora", "Auditors", clauses);

        Assert.Equal(["Treasurer", "Auditors"], answer.Steps.Select(s => s.Organ));
        Assert.False(answer.BySinglePerson);
        Assert.True(answer.IsShortest);
        Assert.Equal(ReachVerdict.No, Ask("Dora", "Auditors", clauses[1]).Verdict);
    }

    [Fact]
    public void Standing_makes_one_wait_and_a_day_asked_for_may_come_too_soon()
    {
        string[] clauses = ["Members elect Board by majority", "Board need 3 years of standing"];

        Assert.Equal(new DateOnly(2022, 6, 1), Ask("Carl", "Board", clauses).Steps[0].NotBefore);
        var late = Ask(q => q with { By = new DateOnly(2021, 1, 1) }, "Carl", "Board", clauses);
        Assert.Equal(ReachVerdict.No, late.Verdict);
        Assert.Contains("2022-06-01", late.Proof[0].Why, StringComparison.Ordinal);
        Assert.Equal(ReachVerdict.Yes, Ask(q => q with { By = new DateOnly(2022, 6, 1) }, "Carl", "Board", clauses).Verdict);
    }

    [Fact]
    public void Against_the_unwilling_a_majority_is_needed_and_those_in_the_way_must_be_removed()
    {
        string[] clauses = ["Board fills vacancies of Board", "Auditors dismiss Board by majority"];

        Assert.Equal(ReachVerdict.No, Ask(Only("Anna"), "Dora", "Board", clauses[0]).Verdict);
        var forced = Ask(Only("Carl"), "Dora", "Board", clauses);
        Assert.Equal(ReachVerdict.No, forced.Verdict);
        var helped = Ask(Only("Anna", "Carl"), "Dora", "Board", clauses);
        Assert.Equal([ReachAct.Removes, ReachAct.Elects], helped.Steps.Select(s => s.Act));
        Assert.Equal("Bert", helped.Steps[0].Person);
    }

    [Fact]
    public void A_search_that_ends_at_its_bound_says_that_nothing_is_settled()
    {
        var answer = Ask(
            q => q with { MostStates = 1 },
            "Dora",
            "Auditors",
            "Board elects Treasurer by majority",
            "Treasurer appoints Auditors"
        );

        Assert.Equal(ReachVerdict.NotSettled, answer.Verdict);
        Assert.Empty(answer.Proof);
    }

    [Fact]
    public void A_cap_on_what_members_share_closes_a_way_to_the_second_of_them()
    {
        var shared = Party
            .Replace("organs:", "attributes: {employer: []}\norgans:", StringComparison.Ordinal)
            .Replace("Bert: {", "Bert: {attributes: {employer: Works}, ", StringComparison.Ordinal)
            .Replace("Dora: {", "Dora: {attributes: {employer: Works}, ", StringComparison.Ordinal);
        string[] clauses = ["Board elects Board by majority", "at most 1 of Board share an employer"];

        var answer = Ask(shared, q => q, "Dora", "Board", clauses);

        Assert.Equal("Bert", answer.Steps[0].Instead);
    }

    [Fact]
    public void Several_can_come_to_hold_seats_together()
    {
        string[] clauses = ["Members elect Board by majority"];
        var both = Ask(q => q with { Who = [new PersonId(2), new PersonId(3)], Seats = 2 }, "Dora", "Board", clauses);

        Assert.Equal(["Carl", "Dora"], both.Steps.Select(s => s.Person).Order());
        Assert.Throws<ArgumentException>(() => Ask(q => q with { Seats = 2 }, "Dora", "Board", clauses));
        Assert.Throws<ArgumentException>(() => Ask("Dora", "Members", clauses));
    }

    private static Func<ReachQuestion, ReachQuestion> Only(params string[] names) =>
        q => q with { Willing = [.. names.Select(n => new PersonId("ABCD".IndexOf(n[0], StringComparison.Ordinal)))] };

    private static ReachAnswer Ask(string who, string organ, params string[] clauses) => Ask(q => q, who, organ, clauses);

    private static ReachAnswer Ask(Func<ReachQuestion, ReachQuestion> with, string who, string organ, params string[] clauses) =>
        Ask(Party, with, who, organ, clauses);

    private static ReachAnswer Ask(string party, Func<ReachQuestion, ReachQuestion> with, string who, string organ, string[] clauses)
    {
        var read = Reading.Text(party + string.Concat(clauses.Select((c, i) => $"  C{i + 1}: {c} [declared]\n")));
        read.ShouldRead();
        var scenario = read.Scenario!;
        return Reach.Ask(scenario, with(new ReachQuestion([Reach.Person(scenario, who)], Reach.Organ(scenario, organ))));
    }

    private static IEnumerable<(string?, string, string, MadeRoom)> Told(ReachAnswer answer) =>
        answer.Steps.Select(s => (s.By, s.Organ, s.Clause.Name, s.Room));
}
