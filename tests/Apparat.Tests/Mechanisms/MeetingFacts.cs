using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Who turns up, whether they are enough, who breaks ties, and who may sit again.</summary>
public sealed class MeetingFacts
{
    private const int Runs = 400;

    [Fact]
    public void A_body_of_persons_has_its_quorum_as_often_as_the_binomial_says()
    {
        // Seven members who each come with probability .5: at least five with 29/128.
        var stage = new Stage(Club("Q: Board needs 5 Board", "turnout: 0.5, "));
        Sample held = new();
        for (var run = 0; run < Runs; run++)
        {
            var failed = stage.Play(3, run).Where(e => e.Kind == TraceKind.Inquorate).Select(e => e.Turn.Index).ToHashSet();
            for (var turn = 0; turn < 12; turn++)
                held.Add(failed.Contains(turn) ? 0 : 1);
        }
        held.HasProbability(29.0 / 128, "a quorum");
    }

    [Fact]
    public void A_body_without_a_quorum_decides_nothing()
    {
        Assert.DoesNotContain(Entries(Club("Q: Board needs 8 Board", "")), e => e.Kind == TraceKind.Voted);
        Assert.Contains(Entries(Club("Q: Board needs 7 Board", "")), e => e.Kind == TraceKind.Voted);
        Assert.Equal(Prints(Club("", "")), Prints(Club("Q: Board needs 8 Board", "").Struck("Q")));
    }

    [Fact]
    public void A_meeting_called_again_is_held_a_month_later_by_whoever_is_present()
    {
        var strict = Association("Q: Members need 50 Members");
        var lenient = Association("Q: Members need 50 Members\n  R: when adjourned, Members need whoever is present");
        var failed = Entries(strict, 1).Where(e => e.Kind == TraceKind.Inquorate).Select(e => e.Turn.Index).ToArray();
        Assert.NotEmpty(failed);
        Assert.Equal(failed.Length, failed.Distinct().Count());
        Assert.All(failed, t => Assert.InRange(t % 12, 0, 1));
        Assert.DoesNotContain(Entries(strict, 1), e => e.Kind == TraceKind.Renewed);

        Assert.All(Entries(lenient, 1).Where(e => e.Kind == TraceKind.Inquorate), e => Assert.Equal(0, e.Turn.Index % 12));
        var renewed = Entries(lenient, 1).Where(e => e.Kind == TraceKind.Renewed).Select(e => e.Turn.Index).ToArray();
        Assert.NotEmpty(renewed);
        Assert.All(renewed, t => Assert.Equal(1, t % 12));
    }

    [Fact]
    public void Of_members_who_are_counted_a_binomial_number_turns_up()
    {
        Sample there = new();
        var stage = new Stage(
            Association("Q: Members need 101 Members"),
            w =>
            {
                if (w.Turn == 12)
                    there.Add(w.Electorates.Of(0).ToArray().Sum());
            }
        );
        for (var run = 0; run < Runs; run++)
            stage.Play(5, run);
        there.HasMean(20, Math.Sqrt(100 * 0.2 * 0.8), "members there");
        there.HasStandardDeviation(Math.Sqrt(100 * 0.2 * 0.8), "members there");
    }

    [Fact]
    public void Members_fill_the_seats_of_their_board_and_lean_as_their_branches_do()
    {
        Assert.True(Won(0.9) > Won(0.05) + 0.2);

        static double Won(double leaning)
        {
            var stage = new Stage(Association("", $"{leaning}", turnout: 1, turnover: 0.3));
            var won = 0;
            for (var run = 0; run < 200; run++)
                won += stage.Play(7, run).Any(e => e.Kind == TraceKind.Placed && e.Turn.Index == 12 && e.Person.Index == 0) ? 1 : 0;
            return won / 200.0;
        }
    }

    [Theory]
    [InlineData("", 22.0 / 64)]
    [InlineData("Chair breaks ties in Board, besides voting", 32.0 / 64)]
    [InlineData("Chair breaks ties in Board", 32.0 / 64)]
    [InlineData("Chair only breaks ties in Board", 32.0 / 64)]
    public void A_casting_vote_carries_what_it_would_by_counting(string clause, double exact)
    {
        // Six who say yes with probability one half. Without a casting vote: P(4 or more of 6) = 22/64. Voting twice: and half of the 20/64
        // that are ties, those in which he said yes. Voting only in a tie of the other five, of which there is none: P(3 or more of 5).
        var scenario = Trial(clause) with
        {
            Motives = [new Coins()],
        };
        var stage = new Stage(scenario);
        Sample passed = new();
        for (var run = 0; run < 2000; run++)
        {
            var vote = stage.Play(9, run).Single(e => e.Kind == TraceKind.Voted);
            Assert.Equal(exact, vote.Forecast, 1e-12);
            Assert.Equal(vote.Value > 0, vote.Yes >= vote.Needed);
            Assert.Equal((vote.Yes, vote.No), (vote.Roll!.Lines.Sum(l => l.Yes), vote.Roll.Lines.Sum(l => l.No)));
            passed.Add(vote.Value);
        }
        passed.HasProbability(exact, "carried");
    }

    [Fact]
    public void Nobody_serves_more_terms_in_a_row_than_the_limit()
    {
        var free = Longest(Renewing(""));
        var bound = Longest(Renewing("L: each Director serves at most 2 consecutive terms"));
        Assert.True(free > 2);
        Assert.Equal(2, bound);

        static int Longest(Scenario scenario)
        {
            var most = 0;
            var stage = new Stage(
                scenario,
                w =>
                {
                    foreach (var holder in w.HoldersOf(0))
                        most = holder < 0 ? most : Math.Max(most, ((w.Turn - w.SeatSince[w.Editor.SeatOf(holder, 0)]) / 6) + 1);
                }
            );
            for (var run = 0; run < 20; run++)
                stage.Play(2, run);
            return most;
        }
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(", then waits 1 year", 12)]
    public void Whoever_has_served_his_terms_may_come_back_after_the_wait_and_not_before(string wait, int months)
    {
        var breaks = new List<int>();
        var stage = new Stage(Renewing($"L: \"each Director serves at most 1 consecutive term{wait}\"", cadres: 6));
        for (var run = 0; run < 40; run++)
        {
            var left = new Dictionary<int, int>();
            foreach (var e in stage.Play(6, run).Where(e => e.Organ.Index == 0))
            {
                if (e.Kind == TraceKind.Left)
                    left[e.Person.Index] = e.Turn.Index;
                else if (e.Kind == TraceKind.Placed && left.TryGetValue(e.Person.Index, out var turn))
                    breaks.Add(e.Turn.Index - turn);
            }
        }
        Assert.NotEmpty(breaks);
        Assert.InRange(breaks.Min(), months, months + 6);
    }

    [Fact]
    public void Only_those_who_have_once_held_the_one_seat_take_the_other()
    {
        var taken = Takes(Renewing("L: Chair must have held Treasurer")).ToList();
        Assert.NotEmpty(taken);
        Assert.All(taken, t => Assert.True(t.Before));
        Assert.Contains(Takes(Renewing("")), t => !t.Before);

        static IEnumerable<(bool Before, int Person)> Takes(Scenario scenario)
        {
            var stage = new Stage(scenario);
            for (var run = 0; run < 20; run++)
            {
                var held = new HashSet<int>();
                foreach (var e in stage.Play(4, run).Where(e => e.Kind == TraceKind.Placed))
                {
                    if (e.Organ.Index == 2)
                        held.Add(e.Person.Index);
                    if (e.Organ.Index == 1 && e.Turn.Index > 0)
                        yield return (held.Contains(e.Person.Index), e.Person.Index);
                }
            }
        }
    }

    [Fact]
    public void Whoever_stays_away_three_times_in_a_row_leaves()
    {
        var never = Club("A: a Director absent from 3 meetings in a row leaves Board", "turnout: 0, ");
        var left = Entries(never).Where(e => e.Kind == TraceKind.Left && e.Organ.Index == 0).ToList();
        Assert.True(left.Count >= 7);
        Assert.Equal(2, left.Min(e => e.Turn.Index));
        Assert.DoesNotContain(
            Entries(Club("A: a Director absent from 3 meetings in a row leaves Board", "turnout: 1, ")),
            e => e.Kind == TraceKind.Left
        );
    }

    [Fact]
    public void One_act_fills_no_more_seats_than_its_cap()
    {
        Assert.Equal(3, MostInAMonth(", at most 3 at a time"));
        Assert.True(MostInAMonth("") > 3);

        static int MostInAMonth(string cap) =>
            Entries(Club("", "", cap, held: false), 1)
                .Where(e => e.Kind == TraceKind.Placed && e.Organ.Index == 0 && e.Clause.Text is "1")
                .GroupBy(e => e.Turn)
                .Max(g => g.Count());
    }

    [Fact]
    public void A_caretaker_leaves_when_the_meeting_comes_and_the_election_finds_the_seat_open()
    {
        const string fills = "V: Board fills vacancies of Board until next Members";
        var told = Entries(Association(fills, "0.3", turnout: 1, turnover: 0.08));
        var caretakers = told.Where(e => e.Kind == TraceKind.Placed && e.Clause.Text == "V").ToList();
        Assert.NotEmpty(caretakers);
        foreach (var c in caretakers.Where(c => c.Turn.Index < 12))
            Assert.Contains(told, e => e.Kind == TraceKind.Left && e.Person == c.Person && e.Turn.Index <= 12 && e.Turn > c.Turn);
    }

    private static List<TraceEntry> Entries(Scenario scenario, int runs = 6)
    {
        var all = new List<TraceEntry>();
        var stage = new Stage(scenario);
        for (var run = 0; run < runs; run++)
            all.AddRange(stage.Play(1, run));
        return all;
    }

    private static string[] Prints(Scenario scenario) =>
        [.. Enumerable.Range(0, 4).Select(r => Histories.Tell(scenario, 1, r).Fingerprint.ToString())];

    // A board that fills its own seats and may remove its members.
    private static Scenario Club(string clause, string turnout, string cap = "", bool held = true) =>
        Stage.Read(
            $$"""
            scenario: A club
            from: 2000-01-01
            until: 2000-12-31
            organs:
              Board: {seats: 7, {{turnout}}turnover: {{(held ? "0" : "0.9")}}, each: Director, rank: 1}
            people:
              A: {holds: [Board]}
              B: {holds: [Board]}
              C: {holds: [Board]}
            contenders: [A, B, C]
            cadres: 60
            issues:
              Tax: 0
            traits:
              heads:  {prestige: {base: 0.2..0.8}, Tax: {base: -0.8..0.8} }
              cadres: {prestige: {base: 0.1..0.2}, Tax: {base: -0.8..0.8} }
            priors: {nu: 2}
            clauses:
              1: Board coopts Board by majority{{cap}}
              2: Board decides policy
              {{clause}}
            """
        );

    // A hundred members, of whom a fifth turn up, elect a board every year.
    private static Scenario Association(string clause, string leaning = "0.2", double turnout = 0.2, double turnover = 0) =>
        Stage.Read(
            $$"""
            scenario: An association
            from: 2000-01-01
            until: 2002-03-31
            organs:
              Members: {count: 100, turnout: {{turnout}}, meets: yearly}
              Board:   {seats: 3, turnover: {{turnover}}, term: until next Members, pool: [Hall], rank: 1}
              Hall:    {seats: 2}
            people:
              A: {holds: [Hall]}
              B: {holds: [Hall]}
            contenders: [A, B]
            cadres: 6
            branches: {number: 4, members: 25, leanings: {A: {{leaning}} } }
            clauses:
              1: Members elect Board by majority
              {{clause}}
            """
        );

    // A board of four renewed every half-year, its chair and its treasurer with it.
    private static Scenario Renewing(string clause, int cadres = 40) =>
        Stage.Read(
            $$"""
            scenario: Terms
            from: 2000-01-01
            until: 2003-12-31
            organs:
              Board:     {seats: 4, each: Director, rank: 1, term: 6 months, turnover: 0.01}
              Chair:     {seats: 1, rank: 1, term: 6 months, turnover: 0.05}
              Treasurer: {seats: 1, rank: 0.5, term: 6 months, turnover: 0.1}
            people:
              A: {holds: [Board]}
              B: {holds: [Board]}
              C: {holds: [Board]}
            contenders: [A, B, C]
            cadres: {{cadres}}
            clauses:
              1: Board elects Board by majority
              2: Board elects Treasurer by majority
              3: Chair is drawn by lot
              {{clause}}
            """
        );

    private static Scenario Trial(string clause) =>
        Stage.Read(
            $$"""
            scenario: A trial
            from: 2000-01-01
            until: 2000-02-28
            organs:
              Board:  {seats: 6}
              Chair:  {office of: Board}
              Clerk:  {seats: 1}
              Warden: {seats: 1, rank: 1}
            people:
              Accused: {holds: [Warden]}
              Keeper: {holds: [Clerk]}
              J1: {holds: [Board, Chair]}
              {{string.Join("\n  ", Enumerable.Range(2, 5).Select(i => $"J{i}: {{holds: [Board]}}"))}}
            contenders: [Accused]
            documents:
              the Charge: {asks to remove: Warden, audiences: [Board]}
            behaviour:
              - there are no alliances
              - voters weigh policy
            priors: {delta: 0}
            clauses:
              1: Clerk decides who hears the Charge
              2: Board may remove Warden by majority
              {{(clause.Length > 0 ? "3: \"" + clause + "\"" : "")}}
            events:
              2000-01-20: {what: the Charge is delivered to Clerk, kind: given}
            """
        );

    /// <summary>A stranger's motive: everyone tosses a coin.</summary>
    private sealed record Coins : Motive
    {
        public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility) { }
    }
}
