using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What each power lets its setter move, against whom and on what terms; what limits let whom take; what measures read: by hand.</summary>
public sealed class OfferFacts
{
    [Fact]
    public void Everyone_in_reach_but_the_setter_can_be_removed_alone_and_those_on_the_other_side_together()
    {
        var w = SmallWorld.Plain();
        var (setter, others) = Sorted(w);
        var power = new Dismisses(SmallWorld.Committee, [SmallWorld.Bureau]);
        var moves = Offered(w, power, setter);
        Assert.Equal(others, moves.Select(m => m.Target));
        Assert.All(
            moves,
            m => Assert.Equal((MoveKind.Removal, -0.5, PersonId.None, SmallWorld.Bureau.Index), (m.Kind, m.Bias, m.Second, m.Object))
        );

        // One adversary is no joint motion; two are, three too; a grudge makes an adversary as the other side does.
        w.Side[w.HeadOf(others[0])] = -1;
        Assert.Equal(3, Offered(w, power, setter).Count);
        w.TieBook.Resent(setter, others[2], 0.1);
        Assert.Equal((others[0], others[2], PersonId.None), Joint(Offered(w, power, setter)[3]));
        w.Side[w.HeadOf(others[1])] = -1;
        Assert.Equal((others[0], others[1], others[2]), Joint(Offered(w, power, setter)[3]));

        // Whoever sits elsewhere, or is no longer there, cannot be removed.
        w.Editor.Vacate(w.SeatOf(others[1], SmallWorld.Bureau));
        Assert.Equal([others[0], others[2]], Offered(w, power, setter).Take(2).Select(m => m.Target));
        w.Editor.Stand(others[2], Standing.Expelled);
        Assert.Equal([others[0]], Offered(w, power, setter).Select(m => m.Target));

        static (PersonId, PersonId, PersonId) Joint(Move move) => (move.Target, move.Second, move.Third);
    }

    [Fact]
    public void A_joint_removal_empties_the_seats_of_all_whom_it_names_and_no_others()
    {
        var w = SmallWorld.Plain();
        var (setter, others) = Sorted(w);
        var move = new Move(new ClauseId("S8"), 0, setter, others[0], SmallWorld.Bureau.Index, 0, default)
        {
            Second = others[1],
            Third = others[2],
        };

        new Dismisses(SmallWorld.Committee, [SmallWorld.Bureau]).Do(move, w.Editor);

        Assert.All(others, o => Assert.False(w.Sits(o.Index, SmallWorld.Bureau.Index)));
        Assert.All(others, o => Assert.True(w.Sits(o.Index, SmallWorld.Committee.Index)));
        Assert.True(w.Sits(setter.Index, SmallWorld.Bureau.Index));
        new Expels(SmallWorld.Committee, [SmallWorld.Committee]).Do(move with { Third = PersonId.None }, w.Editor);
        Assert.Equal(
            (Standing.Expelled, Standing.Expelled, Standing.Member),
            (w.Standing[others[0].Index], w.Standing[others[1].Index], w.Standing[others[2].Index])
        );
    }

    [Fact]
    public void Only_those_farther_from_the_line_than_the_setter_deviate_and_the_farther_the_more_it_costs()
    {
        var w = SmallWorld.Of(SmallParty.With("P1: Committee condemns deviations", set: [("doctrine", 3), ("doctrine_ease", 1.5)]));
        var power = (Condemns)w.C.Rules.Single(r => r.Clause.Text == "P1").Rule;
        var (setter, others) = Sorted(w);
        w.Policy[0] = 0;
        Stand(setter, 0.25);
        Stand(others[0], -0.25);
        Stand(others[1], 0.5);
        Stand(others[2], -1);

        var moves = Offered(w, power, setter);

        Assert.Equal([others[1], others[2]], moves.Select(m => m.Target));
        Assert.Equal(0.75, moves[0].Position, 12);
        Assert.Equal(-0.5 + (1.5 * 0.25), moves[0].Bias, 12);
        Assert.Equal(1, moves[1].Position, 12);
        Assert.Equal(-0.5 + (1.5 * 0.5), moves[1].Bias, 12);
        w.Editor.Stand(others[1], Standing.Incapacitated);
        Assert.Equal([others[2]], Offered(w, power, setter).Select(m => m.Target));

        void Stand(PersonId person, double at) => w.TraitRef(person.Index, Trait.Issue1) = at;
    }

    [Fact]
    public void A_motion_on_policy_goes_a_step_of_the_way_to_where_its_mover_stands()
    {
        var w = SmallWorld.Plain();
        w.Policy[0] = 0.2;
        w.Placed(-0.6);

        var move = Offered(w, (Power)w.C.Rules.Single(r => r.Clause.Text == "S7").Rule, w.C.Heads[0]).Single();

        Assert.Equal((MoveKind.Policy, 0, PersonId.None), (move.Kind, move.Object, move.Target));
        Assert.Equal(0.2 + (0.25 * -0.8), move.Position, 12);
    }

    [Theory]
    [InlineData("", 0.2, 15, 18)]
    [InlineData("", 0.001, 15, 16)]
    [InlineData("", 0.5, 58, 60)]
    [InlineData("", 0.5, 60, 0)]
    [InlineData(", at most 2", 0.2, 15, 17)]
    [InlineData(", at most 3", 0.2, 15, 18)]
    [InlineData(", at most 4", 0.2, 15, 18)]
    public void A_body_is_enlarged_by_a_step_of_at_least_one_seat_as_far_as_there_is_room_and_the_cap_allows(
        string tail,
        double step,
        int size,
        int seats
    )
    {
        var w = SmallWorld.Of(SmallParty.With($"P1: \"Congress enlarges Committee{tail}\"", set: ("enlargement", step)));
        w.Editor.Resize(SmallWorld.Committee, size);
        var moves = Offered(w, (Power)w.C.Rules.Single(r => r.Clause.Text == "P1").Rule, w.C.Heads[0]);
        Assert.Equal(seats, moves.Count == 0 ? 0 : (int)moves.Single().Position);
    }

    [Theory]
    [InlineData(0, 0, 0.8)]
    [InlineData(0.25, 0, 0.4)]
    [InlineData(0.5, 0, 0)]
    [InlineData(0.75, 0, 0)]
    [InlineData(0, 11, 0.8)]
    [InlineData(0, 12, 0)]
    public void A_meeting_is_put_off_the_more_readily_the_fewer_follow_its_convener_and_not_beyond_the_longest_delay(
        double following,
        int waited,
        double probability
    )
    {
        var w = SmallWorld.Of(SmallParty.With("P1: Secretary convenes Congress", set: ("delay", 0.8)));
        var power = (Power)w.C.Rules.Single(r => r.Clause.Text == "P1").Rule;
        w.Following[w.HeadOf(w.TheSecretary())] = following;

        Assert.Equal(probability, power.PutsOff(w.Scene, SmallWorld.Congress, waited), 12);
        Assert.Equal(0, power.PutsOff(w.Scene, SmallWorld.Committee, waited));
        w.Editor.Stand(w.TheSecretary(), Standing.Incapacitated);
        Assert.Equal(0, power.PutsOff(w.Scene, SmallWorld.Congress, waited));
    }

    [Fact]
    public void A_failed_challenge_is_held_against_its_leader_and_fades()
    {
        var w = SmallWorld.Of(SmallParty.With("P1: Congress forbids factions", set: ("b_ban", 2)));
        var power = (Power)w.C.Rules.Single(r => r.Clause.Text == "P1").Rule;
        var (setter, others) = Sorted(w);
        var removal = new Move(new ClauseId("S8"), 0, setter, others[0], SmallWorld.Bureau.Index, 0, default)
        {
            Kind = MoveKind.Removal,
            Second = others[1],
        };
        Assert.Equal(0, power.Leans(w.Scene, removal));
        w.TieBook.After(new Deed(DeedKind.Defeated, others[1], setter, 1));
        Assert.Equal(2, power.Leans(w.Scene, removal), 12);
        w.Turn = 3;
        Assert.Equal(2 * Math.Exp(-0.5), power.Leans(w.Scene, removal), 9);
        w.TieBook.After(new Deed(DeedKind.Defeated, others[0], setter, 1));
        Assert.Equal(2, power.Leans(w.Scene, removal), 9);
        Assert.Equal(0, power.Leans(w.Scene, removal with { Kind = MoveKind.Policy }));
        Assert.Equal(0, power.Leans(w.Scene, removal with { Target = others[2], Second = PersonId.None }));
    }

    [Fact]
    public void Only_the_expelled_are_exiled_and_of_them_those_who_recant_readmitted()
    {
        var w = SmallWorld.Of(
            SmallParty.With("P1: Committee exiles the expelled\nP2: Committee readmits those who recant", set: ("terms", 0.25))
        );
        var (exile, readmission) = (Rule("P1"), Rule("P2"));
        var (setter, others) = Sorted(w);
        Assert.Empty(Offered(w, exile, setter));
        w.Editor.Stand(others[0], Standing.Expelled);
        w.Editor.Stand(others[1], Standing.Expelled);
        w.Struggle.Recants(w.HeadOf(others[1])) = true;
        w.Struggle.Recants(w.HeadOf(others[2])) = true;

        Assert.Equal(
            [others[0], others[1]],
            Offered(w, exile, setter)
                .Select(m => m.Target)
                .Order(Comparer<PersonId>.Create((a, b) => Array.IndexOf(others, a) - Array.IndexOf(others, b)))
        );
        var offer = Offered(w, readmission, setter).Single();
        Assert.Equal((others[1], 0.25), (offer.Target, offer.Position));

        Power Rule(string clause) => (Power)w.C.Rules.Single(r => r.Clause.Text == clause).Rule;
    }

    [Fact]
    public void Those_who_sit_in_a_body_and_can_act_are_censured_and_the_setter_never()
    {
        var w = SmallWorld.Of(SmallParty.With("P1: Committee censures Bureau", set: ("censure", 0.3)));
        var power = (Power)w.C.Rules.Single(r => r.Clause.Text == "P1").Rule;
        var (setter, others) = Sorted(w);
        w.Editor.Stand(others[0], Standing.Incapacitated);
        w.Editor.Vacate(w.SeatOf(others[1], SmallWorld.Bureau));

        var move = Offered(w, power, setter).Single();

        Assert.Equal((others[2], 0.3, -0.5), (move.Target, move.Position, move.Bias));
        w.Esteemed(0.5, 0.5, 0.5, 0.5);
        power.Do(move, w.Editor);
        Assert.Equal(0.35, w.TraitOf(others[2].Index, Trait.Prestige), 12);
    }

    [Fact]
    public void A_paper_is_due_once_it_was_handed_over_until_it_is_settled_and_may_be_read_to_any_but_the_widest_audience()
    {
        var w = SmallWorld.Of(SmallParty.With("P1: Bureau decides who hears the Paper"));
        var power = w.C.Rules.Select(r => r.Rule).OfType<DecidesWhoHears>().Single();
        Assert.False(power.IsDue(w.Scene));
        Assert.Empty(Offered(w, power, w.C.Heads[0]));
        w.Editor.Tell(new DocumentId(0), SmallWorld.Secretary);
        Assert.True(power.IsDue(w.Scene));
        Assert.Equal([SmallWorld.Bureau.Index, SmallWorld.Locals.Index], Offered(w, power, w.C.Heads[0]).Select(m => m.Object));

        power.Default(w.Scene, w.Editor);

        Assert.True(w.Scene.Heard(new DocumentId(0), SmallWorld.Committee));
        Assert.False(w.Scene.Heard(new DocumentId(0), SmallWorld.Locals));
        Assert.False(power.IsDue(w.Scene));
    }

    [Fact]
    public void The_ill_return_to_what_they_were_and_nobody_else_does()
    {
        var w = SmallWorld.Plain();
        var person = w.C.Heads[0];
        Assert.Equal(Standing.Incapacitated, After(new FallsIll(person)));
        Assert.Equal(Standing.Member, After(new Returns(person)));
        w.Editor.Stand(person, Standing.Expelled);
        Assert.Equal(Standing.Expelled, After(new FallsIll(person)));
        Assert.Equal(Standing.Expelled, After(new Returns(person)));
        Assert.Equal(Standing.Dead, After(new Dies(person)));

        Standing After(Happening happening)
        {
            happening.Happen(w.Scene, w.Editor);
            return w.Standing[person.Index];
        }
    }

    [Fact]
    public void Whoever_sits_alone_sits_beside_no_other_contender_who_lives()
    {
        var w = SmallWorld.Plain();
        var (x, others) = Sorted(w);
        var (alone, sits, not) = (new SitsAlone(SmallWorld.Bureau), new Sits(SmallWorld.Bureau), new SitsNot(SmallWorld.Bureau));
        Assert.Equal((false, true, false), (alone.Holds(w.Scene, x), sits.Holds(w.Scene, x), not.Holds(w.Scene, x)));
        w.Editor.Stand(others[0], Standing.Dead);
        w.Editor.Vacate(w.SeatOf(others[1], SmallWorld.Bureau));
        Assert.False(alone.Holds(w.Scene, x));
        w.Editor.Vacate(w.SeatOf(others[2], SmallWorld.Bureau));
        Assert.True(alone.Holds(w.Scene, x));
        Assert.False(alone.Holds(w.Scene, others[2]));
        Assert.Equal((false, true), (sits.Holds(w.Scene, others[2]), not.Holds(w.Scene, others[2])));
        Assert.True(new IsEstablished(SmallWorld.Bureau).Holds(w.Scene, x));
        Assert.False(new IsEstablished(SmallWorld.Bureau).Holds(w.Scene, others[2]));
        w.Editor.Stand(x, Standing.Incapacitated);
        Assert.False(new IsEstablished(SmallWorld.Bureau).Holds(w.Scene, x));
    }

    [Fact]
    public void A_follower_in_office_counts_for_his_patron()
    {
        var w = SmallWorld.Plain();
        var (x, others) = Sorted(w);
        var condition = new FollowerSits(SmallWorld.Locals);
        Assert.False(condition.Holds(w.Scene, x));
        w.TieBook.Owe(w.Cadre(5), x, 0.4);
        Assert.True(condition.Holds(w.Scene, x));
        Assert.False(condition.Holds(w.Scene, others[0]));
        Assert.True(new FollowerSits(SmallWorld.Bureau).Holds(w.Scene, others[0]));
    }

    [Fact]
    public void Measures_are_parts_of_those_who_sit_there()
    {
        var w = SmallWorld.Plain();
        var (x, others) = Sorted(w);
        w.Esteemed(0.4, 0.4, 0.4, 0.4);
        w.TieBook.Owe(w.Cadre(0), x, 0.4);
        w.TieBook.Owe(w.Cadre(1), x, 0.4);
        w.TieBook.Owe(w.Cadre(2), others[0], 0.4);
        w.Editor.Vacate(new Seat(SmallWorld.Locals, 11));
        Assert.Equal(2.0 / 11, new Patronage(SmallWorld.Locals).Value(w.Scene, x), 12);
        Assert.Equal(1.0 / 11, new Patronage(SmallWorld.Locals).Value(w.Scene, others[0]), 12);
        Assert.Equal(0, new Patronage(SmallWorld.Locals).Value(w.Scene, others[1]));
        Assert.Equal(12, new SizeOf(SmallWorld.Locals).Value(w.Scene, x));
        Assert.Equal(1, new FormalRank().Value(w.Scene, x));
        Assert.Equal(0.4, new VisibleEsteem().Value(w.Scene, x));
        // One of the five seats is empty from the first day.
        Assert.Equal(4.0 / 5, new ContinuityOf(SmallWorld.Bureau).Value(w.Scene, x), 12);

        // Seen by those beside him, of whom one has heard the paper in which he is blamed, and not by himself.
        Assert.Equal(0.4, new EsteemIn(SmallWorld.Bureau).Value(w.Scene, x), 12);
        w.Knows[others[0].Index] |= 1;
        w.Knows[x.Index] |= 1;
        (w.AnyHeard, w.Version) = (true, w.Version + 1);
        var seen = 0.4 * (1 - w.Papers.Damage(0, x.Index));
        var members = w.HoldersOf(SmallWorld.Bureau.Index).ToArray().Count(p => p >= 0) - 1;
        Assert.Equal(((0.4 * (members - 1)) + seen) / members, new EsteemIn(SmallWorld.Bureau).Value(w.Scene, x), 12);

        w.Turn = 2;
        w.Editor.Vacate(w.SeatOf(others[0], SmallWorld.Bureau));
        w.Editor.Place(
            others[0],
            new Seat(SmallWorld.Bureau, w.Editor.EmptySeat(SmallWorld.Bureau.Index) - w.C.SeatOffset[SmallWorld.Bureau.Index])
        );
        w.Editor.Vacate(w.SeatOf(others[1], SmallWorld.Bureau));
        Assert.Equal(2.0 / 5, new ContinuityOf(SmallWorld.Bureau).Value(w.Scene, x), 12);
    }

    [Fact]
    public void Years_of_standing_are_full_on_the_day_they_are_full()
    {
        var party = SmallParty.With();
        var joined = new DateOnly(1997, 3, 1);
        var w = SmallWorld.Of(
            party with
            {
                Cast = party.Cast with { People = [party.Cast.People[0] with { Joined = joined }, .. party.Cast.People.Skip(1)] },
            }
        );
        var limit = new YearsOfStanding([SmallWorld.Bureau], 5);
        w.Today = joined.AddYears(5).AddDays(-1);
        Assert.False(limit.Allows(w.Scene, new PersonId(0), SmallWorld.Bureau));
        Assert.True(limit.Allows(w.Scene, new PersonId(0), SmallWorld.Committee));
        Assert.True(limit.Allows(w.Scene, new PersonId(1), SmallWorld.Bureau));
        w.Today = joined.AddYears(5);
        Assert.True(limit.Allows(w.Scene, new PersonId(0), SmallWorld.Bureau));
        Assert.False(new YearsOfStanding([SmallWorld.Bureau], 5000).Allows(w.Scene, new PersonId(0), SmallWorld.Bureau));
    }

    [Fact]
    public void Of_two_seats_that_exclude_each_other_the_higher_may_be_taken_and_the_lower_is_given_up()
    {
        var w = SmallWorld.Plain();
        var limit = new NotTogether(SmallWorld.Locals, SmallWorld.Committee);
        var (local, member) = (w.Cadre(), w.C.Heads[0]);
        Assert.True(limit.Allows(w.Scene, local, SmallWorld.Committee));
        Assert.False(limit.Allows(w.Scene, member, SmallWorld.Locals));
        Assert.True(limit.Allows(w.Scene, local, SmallWorld.Bureau));
        Assert.Equal(SmallWorld.Locals, limit.GivesUp(w.Scene, local, SmallWorld.Committee));
        Assert.Null(limit.GivesUp(w.Scene, local, SmallWorld.Locals));
        Assert.Null(limit.GivesUp(w.Scene, member, SmallWorld.Bureau));

        // Of two of one rank the one that is held keeps its holder.
        var equals = new NotTogether(SmallWorld.Locals, SmallWorld.Newspaper);
        Assert.False(equals.Allows(w.Scene, local, SmallWorld.Newspaper));
        Assert.True(new MustHold([SmallWorld.Secretary], SmallWorld.Bureau).Allows(w.Scene, member, SmallWorld.Secretary));
        Assert.False(new MustHold([SmallWorld.Secretary], SmallWorld.Bureau).Allows(w.Scene, local, SmallWorld.Secretary));
        Assert.True(new MustHold([SmallWorld.Secretary], SmallWorld.Bureau).Allows(w.Scene, local, SmallWorld.Newspaper));
    }

    [Theory]
    [InlineData("Congress elects Committee by majority", 9, 5)]
    [InlineData("Congress elects Committee by majority", 10, 6)]
    [InlineData("Congress elects Committee by two thirds", 9, 6)]
    [InlineData("Congress elects Committee by two thirds", 10, 7)]
    [InlineData("Congress elects Committee by three fifths", 10, 6)]
    [InlineData("Congress elects Committee by three fifths", 11, 7)]
    [InlineData("Congress elects Committee by three quarters", 8, 6)]
    [InlineData("Congress elects Committee by three quarters", 9, 7)]
    [InlineData("Congress elects Committee by four fifths", 10, 8)]
    [InlineData("Congress elects Committee by four fifths", 11, 9)]
    [InlineData("Congress elects Committee by unanimity", 7, 7)]
    public void A_threshold_asks_for_so_many_votes_of_so_many(string sentence, int voting, int needed)
    {
        var scenario = SmallParty.With($"P1: {sentence}");
        var rule = scenario.Charter.Clauses.Single(c => c.Id.Text == "P1").Rules.Single();
        var decision = rule.Tails.Single().Shape(new Decision(SmallWorld.Congress, Majority.Simple, Open: true));
        Assert.Equal(needed, decision.Majority.Needed(voting));
        Assert.Equal((MajorityBase.Voting, SmallWorld.Congress, true), (decision.Majority.Base, decision.Body, decision.Open));
    }

    [Theory]
    [InlineData(Method.Plurality, 0, 0)]
    [InlineData(Method.Majority, 2, 2)]
    [InlineData(Method.TwoThirds, 2, 2)]
    public void Where_nobody_has_as_many_votes_as_are_asked_for_the_two_best_run_off(Method method, int winner, int head)
    {
        // 45 want the first, 25 the second and 30 the third, whom those who want the second like better than the first.
        int[] counts = [45, 25, 30];
        int[][] wishes =
        [
            [0, 1, 2],
            [1, 2, 0],
            [2, 1, 0],
        ];
        var w = Polled(new Wishes(wishes), out var seat);
        var electors = new int[2 * (w.Heads + 1)];
        counts.CopyTo(electors, 0);
        var at = new Poll(w).Winner(w.C.ClassOffset[SmallWorld.Committee.Index], electors, seat, method, out var by);
        Assert.Equal((winner, head), (at, by));
        Assert.Equal(-1, new Poll(w).Winner(w.C.ClassOffset[SmallWorld.Committee.Index], new int[electors.Length], seat, method, out by));
        Assert.Equal(-1, by);
    }

    [Fact]
    public void More_than_half_is_enough_for_a_majority_and_those_who_follow_nobody_credit_nobody()
    {
        int[][] wishes =
        [
            [5, 0],
            [0, 5],
            [0, 5],
            [0, 5],
            [5, 0],
        ];
        var w = Polled(new Wishes(wishes), out var seat);
        var electors = new int[2 * (w.Heads + 1)];
        (electors[0], electors[1], electors[4]) = (10, 49, 41);

        var at = new Poll(w).Winner(w.C.ClassOffset[SmallWorld.Committee.Index], electors, seat, Method.Majority, out var by);

        Assert.Equal((5, -1), (at, by));
    }

    // Six who may take a seat of the newspaper, and electors who want them without a doubt.
    private static World Polled(Criterion wishes, out Seat seat)
    {
        var party = SmallParty.With(set: ("candidates", 8)) with { Criteria = [wishes] };
        var w = SmallWorld.Of(party);
        seat = new Seat(SmallWorld.Newspaper, 0);
        w.Editor.Vacate(seat);
        Assert.InRange(w.Candidates.Find(seat, null), 6, 8);
        return w;
    }

    private static (PersonId Setter, PersonId[] Others) Sorted(World w) =>
        (w.TheSecretary(), [.. w.Scene.Contenders.ToArray().Where(h => h != w.TheSecretary())]);

    private static List<Move> Offered(World w, Power power, PersonId setter)
    {
        var offered = new Recording(setter);
        power.Offer(w.Scene, offered);
        return offered.Moves;
    }

    private sealed class Recording(PersonId setter) : MoveList
    {
        public List<Move> Moves { get; } = [];

        public override PersonId Setter => setter;

        public override void Add(in Move move) => Moves.Add(move);

        public override Move By(
            Decision decision,
            PersonId target,
            int about = 0,
            double position = 0,
            double bias = 0,
            MoveKind kind = MoveKind.Other
        ) => new(new ClauseId("P1"), 0, setter, target, about, position, decision) { Bias = bias, Kind = kind };
    }

    // What each class of electors wants first, second and so on, so much that chance has no say.
    private sealed record Wishes(int[][] Order) : Criterion
    {
        public override void Add(
            Situation now,
            ReadOnlySpan<PersonId> choosers,
            Seat seat,
            ReadOnlySpan<PersonId> candidates,
            Span<double> utility
        )
        {
            var first = ((Scene)now).World.C.ClassOffset[SmallWorld.Committee.Index];
            for (var i = 0; i < choosers.Length; i++)
            {
                var order = Order[choosers[i].Index - first];
                for (var place = 0; place < order.Length; place++)
                    utility[(i * candidates.Length) + order[place]] += 200 * (order.Length - place);
            }
        }
    }
}
