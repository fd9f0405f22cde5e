using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What holds exactly at a limit, where one more, one less or a day later would be otherwise.</summary>
public sealed class ExactFacts
{
    [Theory]
    [InlineData(Threshold.Kind.Majority, 31)]
    [InlineData(Threshold.Kind.Plurality, 31)]
    [InlineData(Threshold.Kind.ThreeFifths, 36)]
    [InlineData(Threshold.Kind.TwoThirds, 40)]
    [InlineData(Threshold.Kind.ThreeQuarters, 45)]
    [InlineData(Threshold.Kind.FourFifths, 48)]
    [InlineData(Threshold.Kind.Unanimity, 60)]
    public void A_named_part_of_sixty_is_enough_and_one_vote_less_is_not(Threshold.Kind kind, int enough)
    {
        foreach (
            var (of, basis) in new[]
            {
                (Threshold.Of.OfThoseVoting, MajorityBase.Voting),
                (Threshold.Of.OfThosePresent, MajorityBase.Present),
                (Threshold.Of.OfAllMembers, MajorityBase.Members),
                (Threshold.Of.OfAllSeats, MajorityBase.Seats),
            }
        )
        {
            var majority = new Threshold(kind, of).Shape(new Decision(default, Majority.TwoThirds, Open: false)).Majority;
            Assert.Equal((enough, basis), (majority.Needed(60), majority.Base));
        }
    }

    [Fact]
    public void A_share_that_has_a_name_is_known_by_it_and_one_of_nothing_is_none()
    {
        Assert.Equal((Threshold.Kind.TwoThirds, null), Read(new Ratio(2, 3)));
        Assert.Equal((Threshold.Kind.ThreeFifths, null), Read(new Ratio(3, 5)));
        Assert.Equal((Threshold.Kind.ThreeQuarters, null), Read(new Ratio(3, 4)));
        Assert.Equal((Threshold.Kind.FourFifths, null), Read(new Ratio(4, 5)));
        Assert.Equal((Threshold.Kind.Unanimity, null), Read(new Ratio(1, 1)));
        Assert.Equal((Threshold.Kind.Majority, new Ratio(11, 20)), Read(new Ratio(11, 20)));
        Assert.Equal((Threshold.Kind.Majority, null), Read(new Ratio(1, 0)));
        Assert.Equal(33, Needed(new Ratio(11, 20)));
        Assert.Equal(30, Needed(new Ratio(1, 2)));
        Assert.Equal(31, Needed(new Ratio(1, 0)));

        static (Threshold.Kind, Ratio?) Read(Ratio share) => new Threshold(Least: share) is var t ? (t.Majority, t.Least) : default;
        static int Needed(Ratio share) =>
            new Threshold(Least: share).Shape(new Decision(default, Majority.TwoThirds, Open: true)).Majority.Needed(60);
    }

    [Fact]
    public void A_term_of_so_many_months_ends_in_the_first_month_after_so_many_and_not_on_the_first_day()
    {
        for (var months = 1; months <= 13; months++)
        {
            var c = new CompiledScenario(With(SmallWorld.Locals, o => o with { Term = new Term(months) }));
            Assert.Equal(
                Enumerable.Range(0, c.Turns).Where(t => t > 0 && t % months == 0),
                Enumerable.Range(0, c.Turns).Where(t => c.TermEnds[SmallWorld.Locals.Index][t])
            );
        }
    }

    [Theory]
    [InlineData("week")]
    [InlineData("day")]
    public void A_term_ends_in_the_turn_after_the_last_day_of_its_last_month_however_short_turns_are(string step)
    {
        var party = With(SmallWorld.Locals, o => o with { Term = new Term(5) });
        var calendar = party.Calendar with { Step = step == "week" ? Step.Week : Step.Day };
        var c = new CompiledScenario(party with { Calendar = calendar });
        var ends = Enumerable.Range(0, c.Turns).Where(t => c.TermEnds[SmallWorld.Locals.Index][t]).ToArray();
        Assert.Equal(Enumerable.Range(1, 9).Select(k => calendar.At(new DateOnly(2000, 1, 1).AddMonths(5 * k)).Index), ends);
    }

    [Fact]
    public void A_body_meets_every_so_many_months_and_what_it_does_in_a_month_it_does_once_however_many_turns_that_has()
    {
        for (var every = 1; every <= 12; every++)
        {
            var party = SmallParty.With().Meeting("Congress", new Meetings([], every));
            var c = new CompiledScenario(party);
            var meets = Enumerable.Range(0, c.Turns).Where(t => t % every == 0 && (t > 0 || every == 1)).ToArray();
            Assert.Equal(meets, Enumerable.Range(0, c.Turns).Where(t => c.Meets[SmallWorld.Congress.Index][t]));
            Assert.Equal(meets, Enumerable.Range(0, c.Turns).Where(t => c.MonthsWithMeetingOf[SmallWorld.Congress.Index][t] == 1));
        }
        var weekly = SmallParty.With().Meeting("Congress", new Meetings([], 1, 7));
        var weeks = new CompiledScenario(weekly with { Calendar = weekly.Calendar with { Step = Step.Week } });
        Assert.Equal(48, weeks.MonthsWithMeetingOf[SmallWorld.Congress.Index].Sum(), 9);
        Assert.Equal(0.25, weeks.MonthsWithMeetingOf[SmallWorld.Congress.Index][6], 9);
    }

    [Theory]
    [InlineData(nameof(Censures), "censure")]
    [InlineData(nameof(Condemns), "doctrine")]
    [InlineData(nameof(Convenes), "delay")]
    [InlineData(nameof(Enlarges), "enlargement")]
    [InlineData(nameof(Enrols), "growth")]
    [InlineData(nameof(ForbidsFactions), "b_ban")]
    [InlineData(nameof(KeepsTheDoor), "access")]
    [InlineData(nameof(OffersToResign), "resigning")]
    [InlineData(nameof(Publishes), "eta")]
    [InlineData(nameof(Readmits), "recanting")]
    public void A_power_without_strength_is_idle_and_with_the_least_it_is_not(string name, string parameter)
    {
        var power = (Power)AnyWord.Make(name);
        Assert.True(power.IsIdle(At(0).Scene));
        Assert.False(power.IsIdle(At(1e-12).Scene));

        World At(double value) => MechanismFacts.FirstDay(AnyWord.With(AnyWord.Charter(), power).Set(parameter, value));
    }

    [Theory]
    [InlineData(1, "", "2000-01-01", false)]
    [InlineData(1, "", "2000-01-02", true)]
    [InlineData(1, ", then waits 31 days", "2000-01-31", false)]
    [InlineData(1, ", then waits 31 days", "2000-02-01", true)]
    [InlineData(2, ", then waits 31 days", "2000-01-01", true)]
    public void Whoever_has_served_may_come_back_on_the_day_after_he_left_or_on_the_one_on_which_his_wait_is_over(
        int terms,
        string wait,
        string day,
        bool allowed
    )
    {
        var w = MechanismFacts.FirstDay(SmallParty.With($"P1: \"Bureau serves at most {terms} consecutive terms{wait}\""));
        var limit = w.C.Rules.Select(r => r.Rule).OfType<TermLimit>().Single();
        var head = w.C.Heads[0];
        Assert.Equal(terms > 1, limit.Stays(w.Scene, head, SmallWorld.Bureau));
        w.Editor.Vacate(w.SeatOf(head, SmallWorld.Bureau));
        w.Today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(allowed, limit.Allows(w.Scene, head, SmallWorld.Bureau));
        Assert.True(limit.Allows(w.Scene, head, SmallWorld.Committee));
        Assert.True(limit.Allows(w.Scene, w.Cadre(), SmallWorld.Bureau));
        var inAll = limit with { How = TermLimit.Counted.TermsInAll };
        Assert.Equal(terms > 1, inAll.Allows(w.Scene, head, SmallWorld.Bureau));
    }

    [Fact]
    public void A_silence_of_so_many_days_lasts_to_the_day_and_a_body_that_meets_on_it_is_in_time()
    {
        var w = SmallWorld.Plain();
        Assert.False(w.BallotBox.MeetsWithin(SmallWorld.Congress, 365));
        Assert.True(w.BallotBox.MeetsWithin(SmallWorld.Congress, 366));
        (w.Turn, w.Today) = (47, new DateOnly(2003, 12, 1));
        Assert.False(w.BallotBox.MeetsWithin(SmallWorld.Congress, 4000));
        Assert.True(w.BallotBox.MeetsWithin(SmallWorld.Bureau, 0));
    }

    [Theory]
    [InlineData(8, 8, 8)]
    [InlineData(9, 3, 3)]
    [InlineData(7, 3, 7)]
    public void Of_at_most_eight_at_the_table_all_are_looked_at_and_of_more_as_many_as_are_picked(int cadres, double picked, int most)
    {
        var party = SmallParty.With(set: ("candidates", picked)).Struck("S2").Struck("S5");
        var w = SmallWorld.Of(party with { Cast = party.Cast with { Cadres = cadres } });
        var found = w.Candidates.Find(new Seat(SmallWorld.Newspaper, 0), null);
        if (cadres <= 8)
            Assert.Equal(most, found);
        else
            Assert.InRange(found, 1, most);
    }

    [Fact]
    public void A_seat_that_is_not_in_use_is_neither_vacant_nor_filled()
    {
        var w = SmallWorld.Plain();
        var before = w.Vacant[SmallWorld.Committee.Index];
        var beyond = new Seat(SmallWorld.Committee, 20);
        w.Editor.Place(w.Cadre(), beyond);
        Assert.Equal(before, w.Vacant[SmallWorld.Committee.Index]);
        w.Editor.Vacate(beyond);
        Assert.Equal(before, w.Vacant[SmallWorld.Committee.Index]);
        w.Editor.Vacate(new Seat(SmallWorld.Committee, 14));
        Assert.Equal(before + 1, w.Vacant[SmallWorld.Committee.Index]);
    }

    [Fact]
    public void A_deed_that_touches_more_than_can_be_looked_at_is_looked_at_as_far_as_that()
    {
        var scenario = Stage.Read(
            """
            scenario: A large house
            from: 2000-01-01
            until: 2000-02-28
            organs:
              House: {seats: 300, rank: 1}
              Hall:  {seats: 20, rank: 0.5}
            people:
              A: {holds: [House]}
            contenders: [A]
            cadres: 400
            clauses:
              1: House is drawn by lot
            """
        );
        var w = MechanismFacts.FirstDay(scenario);
        w.DryRun.Reset();
        for (var k = 0; k < 300; k++)
            w.DryRun.Vacate(new Seat(new OrganId(0), k));
        Assert.Equal(16, w.DryRun.Count);
        for (var k = 0; k < 20; k++)
        {
            var member = new PersonId(w.Holder[w.C.SeatOffset[0] + 100 + k]);
            w.DryRun.Stand(member, Standing.Expelled);
            w.DryRun.Place(member, new Seat(new OrganId(1), k));
            w.DryRun.Suspend(member, null);
            w.DryRun.Reprove(member, 0.1, 0.1);
            w.DryRun.Readmit(member, 0.1);
        }
        Assert.Equal(16, w.DryRun.Count);
    }

    [Fact]
    public void Whoever_takes_an_empty_seat_gains_all_that_it_is_worth_more_and_drives_nobody_out()
    {
        var w = SmallWorld.Plain();
        w.Editor.Vacate(new Seat(SmallWorld.Bureau, 4));
        w.DryRun.Reset();
        w.DryRun.Place(w.Cadre(), new Seat(SmallWorld.Bureau, 4));
        Assert.Equal((1, 0.75), (w.DryRun.Count, w.DryRun.ChangeOf(w.Cadre().Index)));
    }

    [Fact]
    public void Fears_rise_with_the_forecast_wherever_sanctions_weigh_anything_or_nothing_and_fall_where_they_attract()
    {
        foreach (var motive in (Motive[])[new Fears(), new JointFears()])
        {
            Assert.True(motive.RisesWithForecast(At(1)));
            Assert.True(motive.RisesWithForecast(At(0)));
            Assert.False(motive.RisesWithForecast(At(-1)));
        }
        Assert.True(new Loyalties().RisesWithForecast(At(-1)));

        static Situation At(double weight) => MechanismFacts.FirstDay(SmallParty.With(set: ("b_fear", weight))).Scene;
    }

    [Theory]
    [InlineData(364, 364.0 / 365)]
    [InlineData(365, 1)]
    [InlineData(366, 1)]
    [InlineData(null, 1)]
    public void To_be_suspended_costs_a_part_of_a_year_and_a_year_or_more_all_of_it(int? days, double part)
    {
        var w = SmallWorld.Plain();
        var head = w.C.Heads[0];
        w.DryRun.Reset();
        w.DryRun.Suspend(head, days is { } n ? new Period(n, TimeUnit.Days) : null);
        Assert.Equal(-part * w.Rank[head.Index], w.DryRun.ChangeOf(head.Index), 12);
    }

    [Fact]
    public void A_joint_meeting_has_its_quorum_of_the_seats_of_its_parts_empty_ones_included()
    {
        var w = TwoHouses(5);
        for (var present = 8; present >= 4; present--)
        {
            w.Attendance.Reset();
            w.Attendance.Decide();
            Assert.Equal((present, present < 6), (w.Voters.Present, w.Attendance.Failed(2)));
            w.Editor.Vacate(new Seat(new OrganId(0), present - 4));
        }
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    public void A_joint_meeting_has_the_seats_of_its_parts_and_none_of_its_own(int house, int majority)
    {
        var (w, both) = (TwoHouses(house), new OrganId(2));
        w.Voters.Gather(both.Index);
        var ofSeats = new Decision(both, Majority.Simple with { Base = MajorityBase.Seats }, Open: true);
        Assert.Equal(majority, w.Voters.Needed(ofSeats));
        w.Editor.Vacate(new Seat(new OrganId(0), 0));
        w.Voters.Gather(both.Index);
        Assert.Equal(majority, w.Voters.Needed(ofSeats));
        Assert.Equal(((house + 2) / 2) + 1, w.Voters.Needed(ofSeats with { Majority = Majority.Simple }));
        Assert.Equal(w.C.Banzhaf(house + 3), DependenceTable.Voice(w, both.Index, w.C.Scenario.Cast.Contenders[1].Index), 12);
        // What is read to both reaches all who decide.
        w.DryRun.Reset();
        w.DryRun.Tell(new DocumentId(0), both);
        Assert.Equal(-0.4, w.DryRun.ChangeOf(w.C.Scenario.Cast.Contenders[1].Index), 12);
    }

    private static World TwoHouses(int house) =>
        MechanismFacts.FirstDay(
            Stage.Read(
                $$"""
                scenario: Two houses
                from: 2000-01-01
                until: 2000-12-31
                organs:
                  House:  {seats: {{house}}, rank: 1}
                  Senate: {seats: 3, rank: 1}
                  Both:   {of: [House, Senate]}
                people:
                  {{string.Join("\n  ", "ABCDE"[..house].Select(c => $"{c}: {{holds: [House]}}"))}}
                  {{string.Join("\n  ", "FGH".Select(c => $"{c}: {{holds: [Senate]}}"))}}
                contenders: [A, F]
                documents:
                  the Paper: {harms: {F: 0.4}, audiences: [House, Both]}
                clauses:
                  1: House is drawn by lot
                  2: Senate is drawn by lot
                  Q: Both needs three quarters of Both
                """
            )
        );

    [Fact]
    public void Established_is_whoever_would_gain_nothing_by_a_challenge_to_him_and_whoever_is_alone()
    {
        var established = new IsEstablished(new OrganId(0));
        Assert.False(established.Holds(new Seen(3) { Exposed = 2.0 / 3 }, new PersonId(0)));
        Assert.True(established.Holds(new Seen(3) { Exposed = Math.BitDecrement(2.0 / 3) }, new PersonId(0)));
        Assert.False(established.Holds(new Seen(2) { Exposed = 0.5 }, new PersonId(0)));
        Assert.True(established.Holds(new Seen(1) { Exposed = 1 }, new PersonId(0)));
        Assert.False(established.Holds(new Seen(1) { Exposed = 0 }, new PersonId(1)));
    }

    [Fact]
    public void Who_must_have_held_another_seat_is_asked_for_it_from_the_second_turn_on()
    {
        var limit = new MustHaveHeld([new OrganId(0)], new OrganId(1));
        Assert.True(limit.Allows(new Seen(1), new PersonId(0), new OrganId(0)));
        Assert.False(limit.Allows(new Seen(1) { At = 1 }, new PersonId(0), new OrganId(0)));
        Assert.True(limit.Allows(new Seen(1) { At = 1 }, new PersonId(0), new OrganId(2)));
        Assert.True(limit.Allows(new Seen(1) { At = 1, Before = true }, new PersonId(0), new OrganId(0)));
    }

    private static Scenario With(OrganId organ, Func<Organ, Organ> change)
    {
        var party = SmallParty.With();
        return party with
        {
            Charter = party.Charter with { Organs = [.. party.Charter.Organs.Select(o => o.Id == organ ? change(o) : o)] },
        };
    }

    // So many contenders, who are all there is to see and all sit in the first organ.
    private sealed class Seen(int contenders) : WorldView
    {
        private readonly PersonId[] _contenders = [.. Enumerable.Range(0, contenders).Select(i => new PersonId(i))];

        public double Exposed { get; init; }
        public int At { get; init; }
        public bool Before { get; init; }

        public override Turn Now => new(At);
        public override DateOnly Today => new(2000, 1, 1);
        public override ReadOnlySpan<PersonId> Contenders => _contenders;

        public override ReadOnlySpan<PersonId> Holders(OrganId organ) => _contenders;

        public override double Rank(OrganId organ) => 1;

        public override bool Sits(PersonId person, OrganId organ) => organ.Index == 0 && person.Index < contenders;

        public override bool HasSat(PersonId person, OrganId organ) => Before;

        public override Standing StandingOf(PersonId person) => Standing.Member;

        public override Turn? Since(PersonId person, OrganId organ) => null;

        public override DateOnly? Joined(PersonId person) => null;

        public override double Loyalty(PersonId from, PersonId to) => 0;

        public override PersonId Patron(PersonId person) => PersonId.None;

        public override bool Heard(DocumentId document, OrganId audience) => false;

        public override bool Delivered(DocumentId document) => false;

        public override bool Settled(DocumentId document) => false;

        public override double Exposure(PersonId head) => Exposed;
    }
}
