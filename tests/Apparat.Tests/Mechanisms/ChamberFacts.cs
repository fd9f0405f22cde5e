using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Consent and silence, vetoes, notice, petitions, suspensions, terms that are staggered, and papers that are counted together.</summary>
public sealed class ChamberFacts
{
    private const string Appoints = "3: President appoints Clerks";

    [Theory]
    [InlineData(Appoints, 1)]
    // Of four who toss coins three must say yes: 5/16. To object, three must: 11/16 stand.
    [InlineData(Appoints + "\n  N: Senate confirms Clerks by two thirds", 5.0 / 16)]
    [InlineData(Appoints + " with the consent of Senate", 5.0 / 16)]
    [InlineData(Appoints + " unless Senate objects", 11.0 / 16)]
    public void A_seat_is_filled_as_often_as_those_agree_who_must(string clauses, double expected)
    {
        var vacant = 0;
        var stage = new Stage(Chamber(clauses), w => vacant += w.Vacant[3]);
        Sample filled = new();
        for (var run = 0; run < 60; run++)
        {
            vacant = 0;
            var placed = stage.Play(1, run).Count(e => e.Kind == TraceKind.Placed && e.Organ.Index == 3 && e.Clause.Text == "3");
            for (var k = 0; k < placed + vacant; k++)
                filled.Add(k < placed ? 1 : 0);
        }
        filled.HasProbability(expected, clauses);
    }

    [Fact]
    public void A_consent_not_given_in_time_is_what_silence_means()
    {
        // Clerks leave all the time; the Senate meets in the twelfth month alone, counted from 0.
        Assert.Equal([11, 12], Filled("refused if silent for 60 days"));
        Assert.Equal([.. Enumerable.Range(0, 24)], Filled("granted if silent for 60 days"));
        Assert.Equal([.. Enumerable.Range(9, 4)], Filled("refused if silent for 120 days"));

        static int[] Filled(string silence) =>
            [
                .. Entries(Chamber($"\"3\": \"{Appoints[3..]} with the consent of Senate, {silence}\"", senate: "meets: yearly, "), 20)
                    .Where(e => e.Kind == TraceKind.Placed && e.Organ.Index == 3 && e.Clause.Text == "3")
                    .Select(e => e.Turn.Index)
                    .Distinct()
                    .Order(),
            ];
    }

    [Fact]
    public void Whoever_rules_until_confirmed_leaves_unless_he_is()
    {
        var before = new HashSet<int>();
        Sample kept = new();
        var stage = new Stage(
            Chamber($"{Appoints} until next Senate confirms", senate: "meets: yearly, "),
            w =>
            {
                if (w.Turn == 11)
                    before = [.. Holders(w).Where(x => w.SeatSince[x.Seat] > 0).Select(x => x.Person)];
                if (w.Turn != 12)
                    return;
                var now = Holders(w).Where(x => w.SeatSince[x.Seat] < 12).Select(x => x.Person).ToHashSet();
                foreach (var person in before)
                    kept.Add(now.Contains(person) ? 1 : 0);
            }
        );
        for (var run = 0; run < 200; run++)
            stage.Play(1, run);
        // Who has not left of himself that month, and has three of four for him.
        kept.HasProbability(Math.Exp(-0.3) * 5 / 16, "kept");

        static IEnumerable<(int Seat, int Person)> Holders(World w) =>
            Enumerable.Range(w.C.SeatOffset[3], 6).Select(s => (s, w.Holder[s])).Where(x => x.Item2 >= 0);
    }

    [Fact]
    public void A_veto_stops_what_was_carried_unless_it_is_overridden()
    {
        var none = Entries(Chamber("2: Chamber decides policy"));
        var vetoed = Entries(Chamber("2: Chamber decides policy\n  V: President vetoes decisions of Chamber"));
        var overridden = Entries(
            Chamber("2: Chamber decides policy\n  V: President vetoes decisions of Chamber\n  O: Senate overrides President by two thirds")
        );
        Assert.Equal(Carried(none).Count, none.Count(e => e.Kind == TraceKind.Steered));
        Assert.Equal(Carried(vetoed).Count - Stopped(vetoed).Count, vetoed.Count(e => e.Kind == TraceKind.Steered));
        Assert.Equal(
            Carried(overridden).Count - Stopped(overridden).Count(e => e.Value == 0),
            overridden.Count(e => e.Kind == TraceKind.Steered)
        );
        // The president tosses a coin as well, and so do the four senators: three of four.
        Sample stopped = new();
        for (var k = 0; k < Carried(vetoed).Count; k++)
            stopped.Add(k < Stopped(vetoed).Count ? 1 : 0);
        stopped.HasProbability(0.5, "vetoed");
        Sample set = new();
        foreach (var veto in Stopped(overridden))
            set.Add(veto.Value);
        set.HasProbability(5.0 / 16, "overridden");

        static List<TraceEntry> Carried(List<TraceEntry> all) =>
            [.. all.Where(e => e.Kind == TraceKind.Voted && e.Organ.Index == 0 && e.Value > 0)];
        static List<TraceEntry> Stopped(List<TraceEntry> all) => [.. all.Where(e => e.Kind == TraceKind.Vetoed)];
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" with 28 days notice", 1)]
    [InlineData(" with 100 days notice", 4)]
    public void A_motion_waits_for_the_first_meeting_after_its_notice(string notice, int months)
    {
        var told = Entries(Chamber($"2: Chamber dismisses Chamber{notice}"));
        Assert.Equal(months, told.Where(e => e.Kind == TraceKind.Voted).Min(e => e.Turn.Index));
        Assert.Contains(told, e => e.Kind == TraceKind.Left && e.Organ.Index == 0);
    }

    [Theory]
    [InlineData("", 12)]
    // A meeting held in the fifth month; the next, due in the sixth, is held in the tenth.
    [InlineData(", at most 5 months apart", 4)]
    public void Meetings_are_no_farther_apart_than_they_may_be(string apart, int most)
    {
        var told = Entries(Chamber($"R: \"President convenes Senate{apart}\"", senate: "meets: quarterly, ").Set("delay", 1), 2);
        Assert.Equal(most, told.Where(e => e.Kind == TraceKind.PutOff).Max(e => e.Value));
    }

    [Fact]
    public void Enough_members_call_a_meeting_that_has_their_motion_on_its_agenda()
    {
        var told = Entries(Calling("", 1), 60);
        var petitions = told.Where(e => e.Kind == TraceKind.Petitioned).ToList();
        Sample enough = new();
        foreach (var petition in petitions)
        {
            Assert.Equal(3, petition.Value);
            enough.Add(petition.Yes >= 3 ? 1 : 0);
        }
        // Whoever starts it signs; of the eight others two must: 1 - 9/256.
        enough.HasProbability(1 - (9.0 / 256), "signed by enough");
        Assert.Contains(told, e => e.Kind == TraceKind.Voted && e.Organ.Index == 2);
        Assert.DoesNotContain(Entries(Calling("", 0)), e => e.Kind is TraceKind.Voted or TraceKind.Petitioned);
        Assert.DoesNotContain(Entries(Calling("", 1).Struck("R")), e => e.Kind is TraceKind.Voted or TraceKind.Petitioned);
        Assert.Equal(0, told.Where(e => e.Kind == TraceKind.Voted).Min(e => e.Turn.Index));
        Assert.Equal(
            2,
            Entries(Calling(", if President does not within 40 days", 1)).Where(e => e.Kind == TraceKind.Voted).Min(e => e.Turn.Index)
        );

        static Scenario Calling(string tail, double readiness) =>
            Chamber($"\"2\": Senate dismisses Chamber\n  R: \"3 Chamber call a meeting of Senate{tail}\"", senate: "meets: never, ")
                .Set("petitioning", readiness);
    }

    [Fact]
    public void A_recall_on_petition_is_voted_on_when_enough_have_signed_and_not_before()
    {
        var recall = Chamber("K: \"Chamber votes within 30 days to remove any Senator by majority, on petition of 5 Chamber\"")
            .Set("petitioning", 0.5);
        var told = Entries(recall);
        var votes = told.Where(e => e.Kind == TraceKind.Voted).ToList();
        var signed = told.Where(e => e.Kind == TraceKind.Petitioned && e.Yes >= e.Value).ToList();
        Assert.Contains(told, e => e.Kind == TraceKind.Petitioned && e.Yes < e.Value);
        Assert.NotEmpty(votes);
        Assert.InRange(votes.Count, signed.Count * 3 / 4, signed.Count);
        Assert.DoesNotContain(Entries(recall.Set("petitioning", 0)), e => e.Kind == TraceKind.Voted);
        Assert.DoesNotContain(Entries(recall.Struck("K")), e => e.Kind is TraceKind.Petitioned or TraceKind.Voted);
        Assert.Contains(Entries(recall.Set("petitioning", 0).Struck("K/petition")), e => e.Kind == TraceKind.Voted);
    }

    [Fact]
    public void Whoever_is_suspended_keeps_his_seat_and_does_not_vote_until_his_time_is_over()
    {
        var told = Entries(Chamber("2: Chamber suspends Chamber, for at most 3 months"));
        var suspended = told.Where(e => e.Kind == TraceKind.Stood && (Standing)(int)e.Value == Standing.Suspended).ToList();
        Assert.NotEmpty(suspended);
        Assert.DoesNotContain(told, e => e.Kind == TraceKind.Left && e.Organ.Index == 0);
        var stage = new Stage(Chamber("2: Chamber suspends Chamber, for at most 3 months"));
        for (var run = 0; run < 6; run++)
        {
            var entries = stage.Play(1, run);
            foreach (var e in entries.Where(e => e.Kind == TraceKind.Stood && (Standing)(int)e.Value == Standing.Suspended))
            {
                var back = entries.FirstOrDefault(x => x.Kind == TraceKind.Stood && x.Person == e.Person && x.Turn > e.Turn);
                if (back.Kind == TraceKind.Stood)
                    Assert.InRange(back.Turn.Index - e.Turn.Index, 3, 4);
                Assert.DoesNotContain(
                    entries.Where(x => x.Kind == TraceKind.Voted && x.Turn > e.Turn && x.Turn.Index < e.Turn.Index + 3),
                    x => x.Roll!.Lines.Any(l => l.Voter == e.Person)
                );
            }
        }
    }

    [Fact]
    public void A_third_of_a_body_retires_at_each_meeting_and_whoever_has_sat_longest_goes_first()
    {
        var seats = new List<int>();
        var stage = new Stage(
            Chamber(
                    "\"2\": \"one third of Chamber retires at each Senate, longest in office first\"",
                    chamber: "Chamber coopts Chamber from the slate of President",
                    senate: "meets: quarterly, ",
                    contenders: "[P]"
                )
                .Set("tau", 1),
            w =>
            {
                for (var k = 0; k < 9 && w.Turn > 0; k++)
                {
                    if (w.SeatSince[k] == w.Turn)
                        seats.Add((w.Turn * 100) + k);
                }
            }
        );
        stage.Play(1, 0);
        var meetings = seats.GroupBy(s => s / 100, s => s % 100).OrderBy(g => g.Key).ToList();
        Assert.Equal([3, 6, 9, 12, 15, 18, 21], meetings.Select(m => m.Key));
        Assert.All(meetings, m => Assert.Equal(3, m.Count()));
        Assert.Equal(9, meetings.Take(3).SelectMany(m => m).Distinct().Count());
        Assert.Equal(meetings[0].Order(), meetings[3].Order());
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData(" by block vote", 4)]
    [InlineData(" by single transferable vote, ties by lot", 3)]
    // Four of each camp stand for five seats; sixty of a hundred electors are of the first.
    public void A_transferable_vote_gives_each_camp_its_part_of_the_seats(string count, int expected)
    {
        var stage = new Stage(
            Stage.Read(
                $$"""
                scenario: Two camps
                from: 2000-01-01
                until: 2001-02-28
                organs:
                  Members: {count: 100, turnout: 1, meets: yearly}
                  Board:   {seats: 5, term: until next Members, pool: [Hall], closed: yes, rank: 1}
                  Hall:    {seats: 8}
                people:
                  A: {}
                  B: {}
                  {{string.Join("\n  ", "1234".Select(i => $"A{i}: {{holds: Hall}}"))}}
                  {{string.Join("\n  ", "1234".Select(i => $"B{i}: {{holds: Hall}}"))}}
                contenders: [A, B]
                ties:
                  {{string.Join(
                    "\n  ",
                    "1234".SelectMany(i => "AB".Select(h => $"- {{from: {h}{i}, to: {h}, strength: 1, source: declared}}"))
                )}}
                cadres: 10
                branches: {number: 4, members: 25, leanings: {A: 0.6, B: 0.4} }
                priors: {b_loy: 60, lam: 0, delta: 0, l0: 0}
                clauses:
                  1: "Members elect Board{{count}}"
                """
            ),
            w =>
            {
                if (w.Turn == 12)
                    Assert.Equal(
                        (expected, 5 - expected),
                        (w.HoldersOf(1).ToArray().Count(p => p is >= 2 and < 6), w.HoldersOf(1).ToArray().Count(p => p is >= 6 and < 10))
                    );
            }
        );
        stage.Play(1, 0);
    }

    private static List<TraceEntry> Entries(Scenario scenario, int runs = 12)
    {
        var all = new List<TraceEntry>();
        var stage = new Stage(scenario);
        for (var run = 0; run < runs; run++)
            all.AddRange(stage.Play(1, run));
        return all;
    }

    // Whoever moves something is for it; all others toss coins.
    private static Scenario Chamber(
        string clauses,
        string senate = "",
        string chamber = "Chamber coopts Chamber by majority",
        string contenders = "[A, B, C]"
    ) =>
        Stage.Read(
            $$"""
            scenario: A chamber
            from: 2000-01-01
            until: 2001-12-31
            organs:
              Chamber:   {seats: 9, rank: 1, turnover: 0, term: until next President}
              President: {seats: 1, rank: 1}
              Senate:    {seats: 4, each: Senator, {{senate}}rank: 0.5, turnover: 0}
              Clerks:    {seats: 6, rank: 0.25, turnover: 0.3}
            people:
              A: {holds: [Chamber, Senate]}
              B: {holds: [Chamber, Senate]}
              C: {holds: [Chamber, Senate]}
              P: {holds: [President]}
            contenders: {{contenders}}
            cadres: 80
            issues:
              Tax: 0
            traits:
              heads:  {prestige: {base: 0.4}, Tax: {base: -0.8..0.8} }
              cadres: {prestige: {base: 0.1}, Tax: {base: -0.8..0.8} }
            behaviour:
              - there are no alliances
            priors: {nu: 2, sig: 0, delta: 0}
            clauses:
              1: {{chamber}}
              {{clauses}}
            """
        ) with
        {
            Motives = [new Eager()],
        };

    private sealed record Eager : Motive
    {
        public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
        {
            for (var v = 0; v < voters.Length; v++)
                utility[v] += voters[v] == move.Sponsor && !move.Sponsor.IsNone ? 40 : 0;
        }
    }
}
