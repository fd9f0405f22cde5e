using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Seats taken, lost, added and worn out, what a deed would change for whom, and how far seats hang on a head: by hand.</summary>
public sealed class SeatFacts
{
    [Fact]
    public void A_body_that_shrinks_loses_those_in_its_last_seats_and_none_grows_past_its_most_or_below_nothing()
    {
        var w = SmallWorld.Plain();
        var (committee, at) = (SmallWorld.Committee, w.C.SeatOffset[SmallWorld.Committee.Index]);
        var (last, next) = (w.Holder[at + 14], w.Holder[at + 13]);

        w.Editor.Resize(committee, 14);
        Assert.Equal((14, -1, next), (w.Size[committee.Index], w.Holder[at + 14], w.Holder[at + 13]));
        Assert.False(w.Sits(last, committee.Index));
        w.Editor.Resize(committee, 100);
        Assert.Equal((60, 46), (w.Size[committee.Index], w.Vacant[committee.Index]));
        Assert.Equal(at + 14, w.Editor.EmptySeat(committee.Index));
        w.Editor.Resize(committee, -3);
        Assert.Equal((0, 0, -1), (w.Size[committee.Index], w.Vacant[committee.Index], w.Editor.EmptySeat(committee.Index)));
        Assert.False(w.Sits(next, committee.Index));
    }

    [Fact]
    public void Seats_added_by_lot_are_filled_at_once_and_others_are_not()
    {
        var w = SmallWorld.Plain();
        w.Editor.Resize(SmallWorld.Committee, 18, byLot: true);
        Assert.Equal((18, 0), (w.Size[SmallWorld.Committee.Index], w.Vacant[SmallWorld.Committee.Index]));
        w.Editor.Resize(SmallWorld.Committee, 20);
        Assert.Equal(2, w.Vacant[SmallWorld.Committee.Index]);
    }

    [Fact]
    public void Whoever_holds_as_many_seats_as_anyone_can_leaves_the_first_for_one_more()
    {
        var w = SmallWorld.Plain();
        var cadre = w.Cadre(0);
        for (var k = 1; k < World.SeatsAPerson; k++)
            w.Editor.Place(cadre, new Seat(SmallWorld.Locals, k));
        Assert.Equal((World.SeatsAPerson, cadre.Index), (w.SeatCount[cadre.Index], w.Holder[w.C.SeatOffset[0]]));

        w.Editor.Place(cadre, new Seat(SmallWorld.Locals, 8));

        Assert.Equal(World.SeatsAPerson, w.SeatCount[cadre.Index]);
        Assert.Equal(
            (-1, cadre.Index, cadre.Index),
            (w.Holder[w.C.SeatOffset[0]], w.Holder[w.C.SeatOffset[0] + 1], w.Holder[w.C.SeatOffset[0] + 8])
        );
    }

    [Fact]
    public void Whoever_is_put_in_anothers_seat_drives_him_out_and_in_his_own_changes_nothing()
    {
        var w = SmallWorld.Plain();
        var (first, second) = (w.Cadre(0), w.Cadre(1));
        var before = w.Fingerprint.Value;
        w.Editor.Place(first, new Seat(SmallWorld.Locals, 0));
        w.Editor.Stand(first, Standing.Member);
        Assert.Equal(before, w.Fingerprint.Value);

        w.Turn = 4;
        w.Editor.Place(second, new Seat(SmallWorld.Locals, 0));
        Assert.Equal((0, 2), (w.SeatCount[first.Index], w.SeatCount[second.Index]));
        Assert.Equal(4, w.SeatSince[w.C.SeatOffset[0]]);
        Assert.Equal(0, w.Vacant[0]);
    }

    [Fact]
    public void Whoever_leaves_a_body_leaves_its_office_and_not_the_other_way_round()
    {
        var w = SmallWorld.Plain();
        var head = w.TheSecretary();
        w.Editor.Vacate(new Seat(SmallWorld.Secretary, 0));
        Assert.True(w.Sits(head.Index, SmallWorld.Bureau.Index));
        w.Editor.Place(head, new Seat(SmallWorld.Secretary, 0));

        w.Editor.Vacate(w.SeatOf(head, SmallWorld.Bureau));

        Assert.False(w.Sits(head.Index, SmallWorld.Secretary.Index));
        Assert.True(w.Sits(head.Index, SmallWorld.Committee.Index));
        Assert.Equal(-1, w.ActorOf(SmallWorld.Bureau.Index));
    }

    [Theory]
    [InlineData(Standing.Incapacitated, true)]
    [InlineData(Standing.Expelled, false)]
    [InlineData(Standing.Exiled, false)]
    [InlineData(Standing.Dead, false)]
    public void The_ill_keep_their_seats_and_the_expelled_the_exiled_and_the_dead_keep_none(Standing standing, bool kept)
    {
        var w = SmallWorld.Plain();
        var head = w.C.Heads[0];

        w.Editor.Stand(head, standing);

        Assert.Equal(kept ? 3 : 0, w.SeatCount[head.Index]);
        Assert.False(w.IsActive(head.Index));
    }

    [Fact]
    public void Policy_stays_within_its_range_and_reproof_takes_a_part_of_what_esteem_there_is()
    {
        var w = SmallWorld.Plain();
        w.Editor.Steer(0, 3);
        Assert.Equal(1, w.Policy[0]);
        w.Editor.Steer(0, -3);
        Assert.Equal(-1, w.Policy[0]);

        w.Esteemed(0.8);
        Assert.Equal(0.6, After(0.25), 12);
        Assert.Equal(0.6, After(-0.5), 12);
        Assert.Equal(0, After(1.5), 12);

        double After(double part)
        {
            w.Editor.Reprove(w.C.Heads[0], 0, part);
            return w.TraitOf(w.C.Heads[0].Index, Trait.Prestige);
        }
    }

    [Fact]
    public void Whoever_is_readmitted_gives_up_as_much_of_esteem_position_and_following_as_the_terms_say()
    {
        var w = SmallWorld.Plain();
        var (head, client) = (w.C.Heads[1], w.Cadre());
        w.Esteemed(0.5, 0.8);
        w.Placed(0, -0.6);
        w.Policy[0] = 0.4;
        w.TieBook.Owe(client, head, 0.5);
        w.Editor.Stand(head, Standing.Expelled);
        w.Struggle.Recants(1) = true;

        w.Editor.Readmit(head, 0.25);

        Assert.True(w.IsActive(head.Index));
        Assert.False(w.Struggle.Recants(1));
        Assert.Equal(0.6, w.TraitOf(head.Index, Trait.Prestige), 12);
        Assert.Equal(-0.35, w.TraitOf(head.Index, Trait.Issue1), 12);
        Assert.Equal(0.375, w.LoyaltyTo(client.Index, 1), 12);
        Assert.Equal(1, w.LoyaltyTo(head.Index, 1));
    }

    [Fact]
    public void Losing_a_seat_costs_the_difference_to_the_next_best_and_gaining_one_brings_it()
    {
        var w = SmallWorld.Plain();
        var (member, cadre) = (w.C.Heads[2], w.Cadre());
        Assert.Equal(-0.5, Change(d => d.Vacate(w.SeatOf(member, SmallWorld.Bureau)), member), 12);
        Assert.Equal(0, Change(d => d.Vacate(w.SeatOf(member, SmallWorld.Committee)), member), 12);
        Assert.Equal(-1, Change(d => d.Stand(member, Standing.Expelled), member), 12);
        Assert.Equal(0, Change(d => d.Stand(member, Standing.Incapacitated), member), 12);
        Assert.Equal(0.75, Change(d => d.Place(cadre, w.SeatOf(member, SmallWorld.Bureau)), cadre), 12);
        Assert.Equal(-0.5, Change(d => d.Place(cadre, w.SeatOf(member, SmallWorld.Bureau)), member), 12);
        Assert.Equal(-0.3, Change(d => d.Reprove(member, 0.3, 0.7), member), 12);
        Assert.Equal(0.25, Change(d => d.Readmit(member, 0.7), member), 12);
        Assert.Equal(0, Change(d => d.Readmit(member, 0.7), cadre), 12);

        double Change(Action<DryRun> deed, PersonId person)
        {
            w.DryRun.Reset();
            deed(w.DryRun);
            return w.DryRun.ChangeOf(person.Index);
        }
    }

    [Fact]
    public void Whoever_draws_up_the_list_gains_the_part_that_new_seats_make_up_as_far_as_his_list_goes()
    {
        var w = SmallWorld.Plain();
        Assert.Equal(0.8 * 5 / 20, Change(20, byLot: false), 12);
        Assert.Equal(0, Change(20, byLot: true));
        Assert.Equal(0, Change(15, byLot: false));
        Assert.Equal(0, Change(10, byLot: false));

        double Change(int seats, bool byLot)
        {
            w.DryRun.Reset();
            w.DryRun.Resize(SmallWorld.Committee, seats, byLot);
            return w.DryRun.ChangeOf(w.TheSecretary().Index);
        }
    }

    [Theory]
    [InlineData(1, 0.7)]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.6)]
    public void Two_powers_of_one_head_add_up_as_independent_chances_or_count_as_the_stronger(double joint, double expected)
    {
        var w = SmallWorld.Of(SmallParty.With(set: ("joint_reach", joint)));
        Share("S5", 0.5);
        Share("S6", 0.4);

        var (his, anothers) = (w.HeadOf(w.TheSecretary()), w.HeadOf(w.TheSecretary()) == 0 ? 1 : 0);
        Assert.Equal(expected, Over(SmallWorld.Locals, his), 12);
        Assert.Equal(0, Over(SmallWorld.Locals, anothers));
        Share("S6", 0);
        Assert.Equal(0.5, Over(SmallWorld.Locals, his), 12);
        Share("S5", 0);
        Assert.Equal(0, Over(SmallWorld.Locals, his));
        Assert.Equal(0u, Powers().Reaching(SmallWorld.Locals.Index));

        double Over(OrganId organ, int head) => Powers().Of(organ.Index)[head];

        DependenceTable Powers()
        {
            var table = new DependenceTable(w);
            table.Fill();
            return table;
        }

        void Share(string provision, double share) => w.ShareNow[w.C.Provisions.Single(p => p.Name == provision).Index] = share;
    }

    [Fact]
    public void An_office_has_one_voice_and_a_member_of_a_body_the_power_of_one_vote_among_equals()
    {
        var w = SmallWorld.Plain();
        var first = w.TheSecretary().Index;
        var second = w.C.Heads.First(h => h.Index != first).Index;
        Assert.Equal((1, 0), (Voice(SmallWorld.Secretary, first), Voice(SmallWorld.Secretary, second)));
        // The bureau has a head; the committee has none, and of its 15 votes one decides when the other 14 are equal.
        Assert.Equal((1, 0), (Voice(SmallWorld.Bureau, first), Voice(SmallWorld.Bureau, second)));
        Assert.Equal(3432.0 / 16384, Voice(SmallWorld.Committee, second), 12);
        Assert.Equal(0, Voice(SmallWorld.Committee, w.Cadre().Index));
        Assert.Equal(0, Voice(SmallWorld.Congress, first));
        w.Editor.Stand(new PersonId(second), Standing.Incapacitated);
        Assert.Equal(0, Voice(SmallWorld.Committee, second));

        double Voice(OrganId organ, int person) => DependenceTable.Voice(w, organ.Index, person);
    }

    [Fact]
    public void A_seat_is_lost_in_the_month_in_which_what_wears_it_reaches_its_limit()
    {
        var w = SmallWorld.Of(SmallParty.With(set: ("delta", 0.125)).Struck("S5").Struck("S6"));
        var at = w.C.SeatOffset[SmallWorld.Locals.Index];
        Array.Fill(w.Limit, World.NoLimit);
        (w.Limit[at], w.Limit[at + 1], w.Limit[at + 2]) = (0.125, Math.BitIncrement(0.125), 0.25);

        new Turnover().Run(w);
        Assert.Equal([true, false, false, false], Enumerable.Range(0, 4).Select(k => w.Holder[at + k] < 0));
        new Turnover().Run(w);
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(k => w.Holder[at + k] < 0));
    }

    [Fact]
    public void A_head_sees_to_as_many_removals_as_he_has_capacity_for_and_spares_himself()
    {
        var w = SmallWorld.Of(SmallParty.With().Struck("S5"));
        var at = w.C.SeatOffset[SmallWorld.Locals.Index];
        var maker = w.TheSecretary();
        w.Editor.Place(maker, new Seat(SmallWorld.Locals, 3));
        w.TieBook.Owe(w.Cadre(0), maker, 0.5);
        w.TieBook.Resent(w.Cadre(1), maker, 0.5);
        Array.Clear(w.Hazard);
        w.TraitRef(maker.Index, Trait.Capacity) = 100;

        w.HeadRoutine.Provision = w.C.Provisions.Single(p => p.Name == "S6").Index;
        w.HeadRoutine.Weed(SmallWorld.Secretary, SmallWorld.Locals, 0.1);

        Assert.Equal(0.2 * Logistic(-1), w.Hazard[at], 9);
        Assert.Equal(0.2 * Logistic(1), w.Hazard[at + 1], 9);
        Assert.Equal(0.2 * Logistic(0), w.Hazard[at + 2], 9);
        Assert.Equal(0, w.Hazard[at + 3]);

        var uncapped = w.Hazard.AsSpan(at, 12).ToArray();
        Array.Clear(w.Hazard);
        w.TraitRef(maker.Index, Trait.Capacity) = 0.5;
        w.HeadRoutine.Weed(SmallWorld.Secretary, SmallWorld.Locals, 0.1);
        Assert.Equal(0.5 * 0.1 * 12, w.Hazard.AsSpan(at, 12).ToArray().Sum(), 9);
        Assert.Equal(uncapped[0] / uncapped[1], w.Hazard[at] / w.Hazard[at + 1], 9);

        static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
    }

    [Fact]
    public void Whoever_has_the_agenda_sets_it_and_where_nobody_has_members_do_as_they_are_esteemed()
    {
        var w = SmallWorld.Plain();
        Assert.Equal(w.TheSecretary(), Motions.Setter(w, SmallWorld.Congress.Index, 1));

        var members = w.Voters.Gather(SmallWorld.Bureau.Index).ToArray();
        w.Esteemed(0.1, 0.2, 0.3, 0);
        var all = members.Sum(m => w.TraitOf(m.Index, Trait.Prestige));
        var set = Enumerable.Range(0, 6000).Select(i => Motions.Setter(w, SmallWorld.Bureau.Index, i)).ToArray();
        Assert.DoesNotContain(w.C.Heads[3], set);
        foreach (var member in members)
        {
            var sample = new Sample();
            foreach (var setter in set)
                sample.Add(setter == member ? 1 : 0);
            sample.HasProbability(w.TraitOf(member.Index, Trait.Prestige) / all, "sets the agenda");
        }
    }

    [Fact]
    public void Of_a_branch_a_thousand_elect_as_its_members_lean_and_never_more()
    {
        var w = SmallWorld.Plain();
        var (branch, free) = (2, w.Heads + 1);
        double[] leaning = [0.25, 0.5, 0, 0.125];
        leaning.CopyTo(w.Leaning.AsSpan(branch * w.Heads));
        Assert.Equal([250, 500, 0, 125, 125], w.Electorates.OfBranch(new Seat(SmallWorld.Locals, branch))[free..].ToArray());
        leaning = [0.75, 0.5, 0.25, 0];
        leaning.CopyTo(w.Leaning.AsSpan(branch * w.Heads));
        Assert.Equal([750, 250, 0, 0, 0], w.Electorates.OfBranch(new Seat(SmallWorld.Locals, branch))[free..].ToArray());
    }

    [Fact]
    public void Those_of_one_patron_elect_together_with_the_mean_of_their_ties_and_positions()
    {
        var w = SmallWorld.Plain();
        var members = w.Voters.Gather(SmallWorld.Committee.Index).ToArray().Where(m => w.HeadOf(m) < 0).ToArray();
        w.TieBook.Owe(members[0], w.C.Heads[2], 0.4);
        w.TieBook.Owe(members[1], w.C.Heads[2], 0.8);
        w.TieBook.Owe(members[1], w.C.Heads[3], 0.3);
        (w.TraitRef(members[0].Index, Trait.Issue1), w.TraitRef(members[1].Index, Trait.Issue1)) = (0.1, 0.5);
        w.Placed(0, 0, -0.3, 0);

        var counts = w.Electorates.Of(SmallWorld.Committee.Index).ToArray();

        var free = w.Heads + 1;
        Assert.Equal([1, 1, 3, 1, members.Length - 2], counts[free..]);
        Assert.All(counts[..free], n => Assert.Equal(0, n));
        var class2 = w.C.ClassOffset[SmallWorld.Committee.Index] + free + 2;
        Assert.Equal((0.4 + 0.8 + 1) / 3, w.LoyaltyTo(class2, 2), 12);
        Assert.Equal(0.1, w.LoyaltyTo(class2, 3), 12);
        Assert.Equal(0, w.LoyaltyTo(class2, 1));
        Assert.Equal(0.1, w.TraitOf(class2, Trait.Issue1), 12);
    }
}
