using Apparat.Linting;
using Apparat.Model;
using CsCheck;

namespace Apparat.Tests;

/// <summary>What an attack costs in people who turn up and agree, and how it is told.</summary>
public sealed class PeopleFacts
{
    private static readonly MemberMeeting FiveHundred = new(500, 125, Majority.Simple);

    private static readonly Gen<MemberMeeting> AnyMeeting =
        from members in Gen.Int[1, 60]
        from present in Gen.Int[1, members]
        from majority in Gen.OneOf(
            Majority.Simple,
            Majority.TwoThirds,
            new Majority(3, 4, Strict: false, MajorityBase.Members),
            new Majority(1, 2, Strict: true, MajorityBase.Present)
        )
        from quorum in Gen.Int[0, members]
        from proxies in Gen.Int[0, 3]
        select new MemberMeeting(members, present, majority) { Quorum = new Quantity(quorum), Proxies = proxies };

    [Fact]
    public void Of_500_members_a_quarter_voting_63_are_a_majority() => Assert.Equal(63, FiveHundred.Insiders);

    [Fact]
    public void At_an_adjourned_meeting_without_a_quorum_11_of_20_in_the_room_are_enough() =>
        Assert.Equal(11, (FiveHundred with { Adjourned = Quantity.WhoeverIsPresent }).AtAdjourned(20));

    [Fact]
    public void Where_the_adjourned_meeting_needs_40_they_take_21_of_them() =>
        Assert.Equal(21, (FiveHundred with { Adjourned = new Quantity(40) }).AtAdjourned(20));

    [Fact]
    public void One_more_than_usually_turn_up_outvote_them_by_joining() => Assert.Equal(126, FiveHundred.Joiners);

    [Fact]
    public void With_three_proxies_each_a_quarter_of_the_majority_is_enough() =>
        // 25 with 75 proxies only tie with the other 100.
        Assert.Equal(26, (FiveHundred with { Proxies = 3 }).Insiders);

    [Fact]
    public void A_quorum_above_the_usual_turnout_has_to_be_brought_along() =>
        Assert.Equal(101, (FiveHundred with { Quorum = new Quantity(200) }).Insiders);

    [Fact]
    public void Those_beyond_the_quorum_stop_the_meeting_by_staying_away() =>
        Assert.Equal(26, (FiveHundred with { Quorum = new Quantity(100) }).Absentees);

    [Fact]
    public void Nobody_stops_a_meeting_that_needs_no_number() => Assert.Null(FiveHundred.Absentees);

    [Fact]
    public void Votes_that_organs_hold_are_always_cast_and_no_ordinary_member_comes_by_them()
    {
        Assert.Null(Held(51).Dispersed);
        // 30 held and half of the other 70 turn up: 33 of 65 carry.
        Assert.Equal((65, 33), (Held(30).Present, Held(30).Dispersed));
        // More of the other 52 must come than usually do, to outvote 48.
        Assert.Equal((74, 49), (Held(48).Present, Held(48).Dispersed));
        Assert.Null(Held(50).Dispersed);
        Assert.Equal(26, Held(0).Dispersed);

        static MemberMeeting Held(int votes)
        {
            var charter = Context(
                $"""
                organs:
                  Owners: {"{count: 100, turnout: 0.5}"}
                  Family: {"{count: 5}"}
                  Board:  {"{seats: 9, term: 3 years}"}
                clauses:
                  O1: Owners elect Board by majority
                {(votes > 0 ? $"  O2: Family holds {votes}% of the votes of Owners" : "")}
                """
            );
            return charter.Meeting(charter.Graph["Owners"].Organs[0], Majority.Simple);
        }
    }

    [Fact]
    public void A_quorum_that_organs_make_up_alone_is_broken_by_nobody()
    {
        var family = new HoldingNorm(new(1), new(0), new Quantity(60));
        var owners = new MemberMeeting(100, 90, Majority.Simple) { Holdings = [family] };

        Assert.Null((owners with { Quorum = new Quantity(51) }).Absentees);
        Assert.Equal(30, (owners with { Quorum = new Quantity(61) }).Absentees);
    }

    [Fact]
    public void Who_casts_most_votes_of_those_who_choose_chooses_in_the_end()
    {
        Assert.Equal([("Board", "Family 100%")], Chosen(51));
        Assert.Equal([("Board", "Owners 100%")], Chosen(50));

        static IEnumerable<(string, string)> Chosen(int votes) =>
            Lint.Run(
                    Scenario(
                        $"""
                        organs:
                          Owners: {"{count: 100}"}
                          Family: {"{count: 5}"}
                          Board:  {"{seats: 9, term: 3 years}"}
                        clauses:
                          O1: Owners elect Board by majority
                          O2: Family holds {votes}% of the votes of Owners
                        """
                    )
                )
                .Ultimate.Select(u => (u.Organ, string.Join(", ", u.Choosers.Select(c => $"{c.Chooser} {c.Share:0%}"))));
    }

    [Fact]
    public void Insiders_carry_the_vote_and_one_fewer_do_not() =>
        AnyMeeting.Sample(m =>
        {
            var room = Math.Max(m.Present, m.Quorum.In(m.Members));
            bool Carried(int n)
            {
                var votes = n + Math.Min(n * m.Proxies, m.Members - Math.Max(room, n));
                var against = Math.Max(0, room - n);
                return votes >= m.Majority.Needed(m.Majority.Base == MajorityBase.Members ? m.Members : votes + against);
            }
            var least = Enumerable.Range(1, m.Members).Where(Carried).Select(n => (int?)n).FirstOrDefault();
            return m.Insiders == least;
        });

    [Fact]
    public void Members_whose_votes_nobody_holds_carry_the_vote_and_one_fewer_do_not() =>
        Gen.Select(AnyMeeting, Gen.Int[0, 60])
            .Sample(
                (any, part) =>
                {
                    var held = Math.Min(any.Members - 1, part);
                    var m = any with { Holdings = [new(new(1), new(0), new Quantity(held))], Present = Math.Max(any.Present, held) };
                    var room = Math.Max(m.Present, m.Quorum.In(m.Members));
                    // One by one: the held votes are against, the attackers for; then others fill the room, against; the rest may give proxies.
                    bool Carried(int n)
                    {
                        var (votes, against, others) = (n, held, m.Members - held - n);
                        while (votes + against < room && others > 0)
                            (against, others) = (against + 1, others - 1);
                        votes += Math.Min(n * m.Proxies, others);
                        return votes >= m.Majority.Needed(m.Majority.Base == MajorityBase.Members ? m.Members : votes + against);
                    }
                    return m.Dispersed == Enumerable.Range(1, m.Members - held).Where(Carried).Select(n => (int?)n).FirstOrDefault();
                }
            );

    [Fact]
    public void Joiners_carry_the_vote_and_one_fewer_do_not() =>
        AnyMeeting
            .Where(m => m.Proxies == 0)
            .Sample(m =>
            {
                bool Carried(int n) =>
                    m.Present + n >= m.Quorum.In(m.Members + n)
                    && n >= m.Majority.Needed(m.Majority.Base == MajorityBase.Members ? m.Members + n : m.Present + n);
                return m.Joiners is { } joiners && Carried(joiners) && !Carried(joiners - 1);
            });

    [Fact]
    public void A_range_of_turnout_gives_a_range_of_people_around_the_number_at_the_means()
    {
        var charter = Context(
            """
            organs:
              Members: {count: "400..600", turnout: "0.2..0.3"}
              Board:   {seats: 9, term: 3 years}
            clauses:
              M1: Members elect Board by majority
            """
        );

        var people = MemberMeeting.Range(charter, charter.Graph["Members"].Organs[0], Majority.Simple, m => m.Insiders);

        // By a grid of 400 by 400: 5% of the numbers lie below 47 and above 81.
        Assert.Equal(63, people.AtMeans);
        Assert.InRange(people.Low, 47, 48);
        Assert.InRange(people.High, 80, 81);
    }

    [Fact]
    public void A_waiting_period_and_a_fee_and_who_admits_stand_in_the_way_of_those_who_join()
    {
        var charter = Context(
            """
            organs:
              Members: {count: 500, turnout: 0.25}
              Board:   {seats: 9, term: 12 months}
            clauses:
              M1: Members elect Board by majority
              M2: Members of at least 90 days vote
              M3: Board admits Members by majority
              M4: joining Members costs 20
            """
        );

        var story = Joiners.Of(charter, charter.Graph["Members"].Organs[0]);

        Assert.Equal(
            "126 people who join Members can have the rest by January 2027: they join (M3) at once; they vote (M2) by April 2026; "
                + "Board (M1) by January 2027. What still stops them: Board need not admit them (M3); a fee of 20 each, 2520 in all (M4); "
                + "until April 2026 the others can change the rules.",
            story!.Text
        );
    }

    [Fact]
    public void Whoever_comes_too_late_for_one_election_waits_for_the_next()
    {
        var charter = Context(
            """
            organs:
              Members: {count: 500, turnout: 0.25}
              Board:   {seats: 9, term: 12 months}
            clauses:
              M1: Members elect Board by majority
              M2: Members of at least 2 years vote
            """
        );

        var story = Joiners.Of(charter, charter.Graph["Members"].Organs[0])!;

        Assert.Equal(new DateOnly(2029, 1, 1), story.Day(story.Steps[^1]));
    }

    [Fact]
    public void A_captor_of_a_body_of_members_needs_those_who_carry_its_vote_with_quorum_and_proxies()
    {
        const string organs = """
            organs:
              Members: {count: 500, turnout: 0.25}
              Board:   {seats: 120, term: 12 months}
            clauses:
              M1: Members elect Board by majority

            """;

        Assert.Equal(63, Context(organs).CostOf().Size);
        Assert.Equal(101, Context(organs + "  M2: Members need 200 Members").CostOf().Size);
        Assert.Equal(26, Context(organs + "  M2: Members vote by proxy, at most 3 each").CostOf().Size);
    }

    internal static LintContext Context(string text, params (string Name, string Is)[] organs) =>
        Lint.Context(
            Scenario(
                text.Replace(
                    "clauses:\n",
                    string.Concat(organs.Select(o => $"  {o.Name}: {o.Is}\n")) + "clauses:\n",
                    StringComparison.Ordinal
                )
            )
        );

    internal static Scenario Scenario(string text)
    {
        var read = new Language.ScenarioReader(Vocabulary.StandardLexicon.Instance).ReadText(
            $"scenario: an example\nfrom: 2026-01-01\nuntil: 2026-12-31\n{text}"
        );
        return read.Scenario ?? throw new InvalidOperationException(string.Join('\n', read.Diagnostics));
    }
}
