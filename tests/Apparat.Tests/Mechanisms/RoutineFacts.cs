using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What the holders of offices do month by month, what a month in office earns, and who elects: by hand.</summary>
public sealed class RoutineFacts
{
    private static readonly DocumentId Paper = new(0);

    [Theory]
    [InlineData(0.25, 0.1, 0.275, 0.6)]
    [InlineData(1, 0.1, 0.8, 0)]
    [InlineData(3, 0.1, 0.8, 0)]
    [InlineData(0.25, 0.8, 0.8, 0.8)]
    [InlineData(0, 0.1, 0.1, 0.8)]
    public void What_is_owed_to_whoever_is_shut_off_passes_to_his_keeper_where_it_is_more(double rate, double own, double to, double left)
    {
        var w = SmallWorld.Plain();
        var keeper = w.TheSecretary();
        var shut = w.C.Heads.First(h => h != keeper);
        var (follower, stranger) = (w.Cadre(0), w.Cadre(1));
        w.TieBook.Owe(follower, shut, 0.8);
        w.TieBook.Owe(follower, keeper, own);
        w.HeadRoutine.Provision = w.C.Provisions.Single(p => p.Name == "S5").Index;
        w.ShareNow[w.HeadRoutine.Provision] = 1;
        w.HeadRoutine.Shield(SmallWorld.Secretary, shut, rate);
        Assert.Equal(0.8, w.Scene.Loyalty(follower, shut), 12);
        w.Editor.Stand(shut, Standing.Incapacitated);

        w.HeadRoutine.Shield(SmallWorld.Secretary, shut, rate);

        Assert.Equal(to, w.Scene.Loyalty(follower, keeper), 12);
        Assert.Equal(left, w.Scene.Loyalty(follower, shut), 12);
        Assert.Equal(0, w.Scene.Loyalty(stranger, keeper));
        Assert.Equal(1, w.Scene.Loyalty(shut, shut));
        // A keeper who cannot act himself shuts nobody off.
        w.Editor.Stand(keeper, Standing.Incapacitated);
        w.HeadRoutine.Shield(SmallWorld.Secretary, shut, 0.5);
        Assert.Equal(left, w.Scene.Loyalty(follower, shut), 12);
    }

    [Fact]
    public void A_paper_leaks_to_its_widest_audience_once_it_is_settled_and_withheld_and_not_before()
    {
        var w = SmallWorld.Plain();
        w.HeadRoutine.Provision = w.C.Provisions.Single(p => p.Name == "S7").Index;
        w.HeadRoutine.Leak(Paper, 1);
        Assert.False(w.Scene.Heard(Paper, SmallWorld.Committee));
        w.Editor.Tell(Paper, SmallWorld.Secretary);
        w.Editor.Tell(Paper, SmallWorld.Bureau);
        w.HeadRoutine.Leak(Paper, 0);
        Assert.False(w.Scene.Heard(Paper, SmallWorld.Committee));
        w.HeadRoutine.Leak(Paper, 1);
        Assert.True(w.Scene.Heard(Paper, SmallWorld.Committee));
        Assert.False(w.Scene.Heard(Paper, SmallWorld.Locals));
        var before = w.Fingerprint.Value;
        w.HeadRoutine.Leak(Paper, 1);
        Assert.Equal(before, w.Fingerprint.Value);
    }

    [Fact]
    public void Only_the_expelled_recant_and_each_of_them_once()
    {
        var w = SmallWorld.Plain();
        w.HeadRoutine.Provision = w.C.Provisions.Single(p => p.Name == "S7").Index;
        w.Editor.Stand(w.C.Heads[0], Standing.Expelled);
        w.Editor.Stand(w.C.Heads[2], Standing.Exiled);
        w.HeadRoutine.Recant(0);
        Assert.False(w.Struggle.Recants(0));
        w.HeadRoutine.Recant(1);
        Assert.Equal([true, false, false, false], Enumerable.Range(0, 4).Select(h => w.Struggle.Recants(h)));
        var before = w.Fingerprint.Value;
        w.HeadRoutine.Recant(1);
        Assert.Equal(before, w.Fingerprint.Value);
    }

    [Fact]
    public void A_month_in_office_earns_esteem_by_rank_of_what_is_still_to_be_had_and_ties_to_those_who_could_end_it()
    {
        var w = Bonded(
            SmallParty.With().Also(new Apparat.Vocabulary.Service(), new RenewedTenure()).Set("service", 0.1).Set("tenure", 0.2)
        );
        var cadre = w.Cadre(0);
        w.TraitRef(cadre.Index, Trait.Prestige) = 0.5;
        w.TraitRef(w.C.Heads[0].Index, Trait.Prestige) = 1;
        new Apparat.Vocabulary.Service().EachTurn(w.TieBook);
        Assert.Equal(0.5 + (0.1 * w.Rank[cadre.Index] * 0.5), w.TraitOf(cadre.Index, Trait.Prestige), 12);
        Assert.Equal(1, w.TraitOf(w.C.Heads[0].Index, Trait.Prestige));

        var over = w.Over(cadre);
        Assert.NotEmpty(over);
        w.TieBook.Owe(cadre, over[0].Head, 0.4);
        new RenewedTenure().EachTurn(w.TieBook);
        Assert.Equal(0.4 + (0.2 * over[0].Share * 0.6), w.Scene.Loyalty(cadre, over[0].Head), 12);
    }

    [Fact]
    public void Whoever_is_placed_owes_what_placing_creates_whoever_is_kept_a_part_of_it_and_whoever_is_attacked_resents_it()
    {
        var w = Bonded(SmallParty.With(set: ("l0", 0.6)));
        var (placed, kept, head) = (w.Cadre(0), w.Cadre(1), w.C.Heads[1]);
        var gratitude = new Gratitude();
        gratitude.After(new Deed(DeedKind.Placed, placed, head, 0.5), w.TieBook);
        gratitude.After(new Deed(DeedKind.Renewed, kept, head, 0.5), w.TieBook);
        gratitude.After(new Deed(DeedKind.Attacked, w.Cadre(2), head, 1), w.TieBook);
        Assert.Equal(0.3, w.Scene.Loyalty(placed, head), 12);
        Assert.Equal(0.15, w.Scene.Loyalty(kept, head), 12);
        Assert.Equal(0, w.Scene.Loyalty(w.Cadre(2), head));

        new Grievance().After(new Deed(DeedKind.Attacked, placed, head, 1), w.TieBook);
        new Grievance().After(new Deed(DeedKind.Placed, kept, head, 1), w.TieBook);
        Assert.Equal((0.25, 0), (w.Scene.Hostility(placed, head), w.Scene.Hostility(kept, head)));

        // A tie that makes a client is betrayed, the least weaker one is not.
        var (client, acquaintance) = (w.Cadre(3), w.Cadre(4));
        w.TieBook.Owe(client, head, w.WeakestTie);
        w.TieBook.Owe(acquaintance, head, Math.BitDecrement(w.WeakestTie));
        foreach (var voter in new[] { client, acquaintance })
            new Betrayal().After(new Deed(DeedKind.VotedAgainst, voter, head, 1), w.TieBook);
        Assert.Equal((0.5, 0), (w.Scene.Hostility(client, head), w.Scene.Hostility(acquaintance, head)));
        new Betrayal().After(new Deed(DeedKind.Removed, head, PersonId.None, 1), w.TieBook);
        Assert.Equal(1, w.Scene.Loyalty(head, head));
    }

    [Fact]
    public void The_esteem_of_the_dead_is_shared_by_the_contenders_who_are_left_and_that_of_the_exiled_by_nobody()
    {
        var w = SmallWorld.Of(SmallParty.With());
        w.Esteemed(0.6, 0.1, 0.2, 0.3);
        w.Editor.Stand(w.C.Heads[3], Standing.Incapacitated);
        new Inheritance().After(new Deed(DeedKind.Exiled, w.C.Heads[0], PersonId.None, 1), w.TieBook);
        Assert.Equal(0.1, w.TraitOf(w.C.Heads[1].Index, Trait.Prestige), 12);
        new Inheritance().After(new Deed(DeedKind.Died, w.C.Heads[0], PersonId.None, 1), w.TieBook);
        Assert.Equal(0.1 + (0.3 * 0.6 / 2), w.TraitOf(w.C.Heads[1].Index, Trait.Prestige), 12);
        Assert.Equal(0.2 + (0.3 * 0.6 / 2), w.TraitOf(w.C.Heads[2].Index, Trait.Prestige), 12);
        Assert.Equal(0.3, w.TraitOf(w.C.Heads[3].Index, Trait.Prestige), 12);
        Assert.Equal(0.6, w.TraitOf(w.C.Heads[0].Index, Trait.Prestige), 12);
    }

    [Fact]
    public void Leanings_move_at_most_all_the_way_and_where_there_are_no_members_nobody_leans()
    {
        var w = SmallWorld.Plain();
        w.Membership.Sway(2, 5);
        Assert.Equal((1, 0), (w.Membership.LeaningTo(2), w.Membership.LeaningTo(1)));
        w.Membership.SwayEvenly(7);
        Assert.Equal(0.25, w.Membership.LeaningTo(2), 12);
        foreach (var head in w.C.Heads)
            w.Editor.Stand(head, Standing.Incapacitated);
        w.Membership.SwayEvenly(1);
        Assert.Equal(0.25, w.Membership.LeaningTo(2), 12);
        Array.Clear(w.BranchMembers);
        Assert.Equal((0, 0), (w.Membership.LeaningTo(2), w.Membership.Size));
        w.Membership.Enrol(-1, 100, 1);
        Assert.Equal(0, w.Membership.Size);
        w.Membership.Enrol(3, 100, 1);
        Assert.Equal((100, 0.25), (w.Membership.Size, w.Membership.LeaningTo(2)));
    }

    [Fact]
    public void Recruits_defer_to_the_head_their_leader_follows_and_at_most_all_of_them()
    {
        var w = SmallWorld.Plain();
        Array.Clear(w.Leaning);
        w.TieBook.Owe(w.Cadre(2), w.C.Heads[1], 0.9);
        w.Membership.Enrol(2, w.BranchMembers[2], 4);
        Assert.Equal(0.5, w.Leaning[(2 * w.Heads) + 1], 12);
        w.Membership.Enrol(3, w.BranchMembers[3], 1);
        Assert.All(w.Leaning.AsSpan(3 * w.Heads, w.Heads).ToArray(), x => Assert.Equal(0, x));
        w.Membership.Enrol(2, 0, 1);
        Assert.Equal(0.5, w.Leaning[(2 * w.Heads) + 1], 12);
    }

    [Fact]
    public void Branches_send_delegates_as_they_have_members_and_where_leaders_choose_all_follow_whom_these_follow()
    {
        var w = SmallWorld.Plain();
        Array.Clear(w.Leaning);
        for (var b = 0; b < 12; b++)
            w.BranchMembers[b] = b < 3 ? 3000 : 1000;
        for (var b = 0; b < 6; b++)
            w.TieBook.Owe(w.Cadre(b), w.C.Heads[1], b < 3 ? 0.9 : 0.3);
        var by = w.C.Rules.Single(r => r.Clause.Text == "S1").Rule;
        w.ShareNow[w.C.ProvisionOf(by)] = 1;
        w.Editor.Vacate(new Seat(SmallWorld.Locals, 11));

        w.Electorates.Delegate(SmallWorld.Locals, SmallWorld.Congress, by, byLot: false);

        // 18,000 members send 120: 20 for each of the large branches and 6 or 7 for each of the others.
        var counts = w.Electorates.Of(SmallWorld.Congress.Index).ToArray();
        Assert.Equal(120, counts.Sum());
        var (free, at) = (w.Heads + 1, w.C.ClassOffset[SmallWorld.Congress.Index]);
        Assert.Equal(80, counts[1]);
        Assert.Equal(((60 * 0.9) + (20 * 0.3)) / 80, w.LoyaltyTo(at + 1, 1), 12);
        Assert.InRange(counts[free + w.Heads], 6, 7);
        Assert.Equal(120 - 80 - counts[free + w.Heads], counts[w.Heads]);

        for (var b = 0; b < 12; b++)
            w.Leaning[(b * w.Heads) + 2] = 1;
        w.Electorates.Delegate(SmallWorld.Locals, SmallWorld.Congress, by, byLot: true);
        counts = w.Electorates.Of(SmallWorld.Congress.Index).ToArray();
        Assert.Equal((120, 120), (counts.Sum(), counts[free + 2]));
        w.ShareNow[w.C.ProvisionOf(by)] = 0;
        w.Electorates.Delegate(SmallWorld.Locals, SmallWorld.Congress, by, byLot: false);
        Assert.Equal(120, w.Electorates.Of(SmallWorld.Congress.Index)[free + 2]);
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(31, 1)]
    [InlineData(32, 2)]
    [InlineData(60, 2)]
    [InlineData(61, 3)]
    public void Notice_is_over_in_the_first_turn_that_begins_when_it_is(int days, int turn)
    {
        var w = SmallWorld.Plain();
        var power = (Power)w.C.Rules.Single(r => r.Clause.Text == "S8").Rule;
        var target = w.C.Heads.First(h => h != w.TheSecretary());
        var move = new Move(
            new ClauseId("S8"),
            0,
            w.TheSecretary(),
            target,
            SmallWorld.Bureau.Index,
            0,
            new Decision(SmallWorld.Committee, Majority.Simple, Open: true)
        )
        {
            Kind = MoveKind.Removal,
            Bias = -0.5,
        };
        w.OrderPaper.PutDown(move, power, days, called: true);
        Assert.True(w.OrderPaper.Has(w.Floor.ContentKey(move)));
        for (w.Turn = 0; w.Turn < turn; w.Turn++)
            Assert.False(w.OrderPaper.Next(out _, out _));
        Assert.True(w.OrderPaper.Next(out var due, out var its));
        Assert.Equal((target, power), (due.Target, its));
        Assert.False(w.OrderPaper.Has(w.Floor.ContentKey(move)));
        Assert.False(w.OrderPaper.Next(out _, out _));
        // What nobody could move any longer is not put.
        w.OrderPaper.PutDown(move, power, 0, called: false);
        w.Editor.Vacate(w.SeatOf(target, SmallWorld.Bureau));
        Assert.False(w.OrderPaper.Next(out _, out _));
        Assert.False(w.OrderPaper.Has(w.Floor.ContentKey(move)));
    }

    [Fact]
    public void What_does_not_fit_on_a_menu_or_an_order_paper_is_left_out()
    {
        var w = SmallWorld.Plain();
        var power = (Power)w.C.Rules.Single(r => r.Clause.Text == "S8").Rule;
        var menu = new Menu(w);
        menu.Open(w.TheSecretary());
        for (var i = 0; i < 12; i++)
            menu.Ask(power, new ClauseId("S8"), i);
        Assert.Equal(24, menu.Count);
        menu.Open(w.TheSecretary());
        Assert.Equal(0, menu.Count);
        for (var i = 0; i < 70; i++)
        {
            var move = new Move(new ClauseId("S8"), i, w.TheSecretary(), w.C.Heads[3], 0, 0, default);
            w.OrderPaper.PutDown(move, power, 40, called: false);
            Assert.Equal(i < 64, w.OrderPaper.Has(w.Floor.ContentKey(move)));
        }
    }

    [Fact]
    public void Members_who_turn_up_are_divided_as_their_branches_lean()
    {
        var w = MechanismFacts.FirstDay(
            Stage.Read(
                """
                scenario: Members
                from: 2000-01-01
                until: 2000-12-31
                organs:
                  Members: {count: 101}
                  Few:     {count: 0.2, turnout: 0}
                  Board:   {seats: 3, rank: 1}
                people:
                  A: {holds: [Board]}
                  B: {holds: [Board]}
                contenders: [A, B]
                cadres: 20
                branches: {number: 2, members: 50, leanings: {A: 0.25, B: 0.5} }
                clauses:
                  1: Members elect Board by majority
                """
            )
        );
        var (free, a) = (w.Heads + 1, w.HeadOf(new PersonId(0)));
        var counts = w.Electorates.Of(0).ToArray();
        Assert.Equal((101, 101), (counts.Sum(), w.Rolls.Size(0)));
        Assert.InRange(counts[free + a], 25, 26);
        Assert.InRange(counts[free + 1 - a], 50, 51);
        Assert.InRange(counts[free + 2], 25, 26);
        Assert.Equal((1, 0), (w.Rolls.Size(1), w.Electorates.Of(1).ToArray().Sum()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Who_sits_twice_hangs_on_those_over_his_best_seat_and_as_far_as_it_counts_on_those_over_all(double all)
    {
        var w = SmallWorld.Of(
            SmallParty.With("P1: Editor dismisses Committee", set: ("all_seats", all)).Struck("S6").Struck("S9").Struck("S2/slate")
        );
        var (secretary, editor) = (w.TheSecretary(), new PersonId(w.ActorOf(SmallWorld.Newspaper.Index)));
        foreach (var (name, share) in new[] { ("S5", 0.8), ("P1", 0.4) })
            w.ShareNow[w.C.Provisions.Single(p => p.Name == name).Index] = share;
        w.Dependences.PowersChanged();
        var member = new PersonId(w.HoldersOf(SmallWorld.Committee.Index).ToArray().First(p => p >= 0 && w.HeadOf(new(p)) < 0));
        w.Editor.Place(member, new Seat(SmallWorld.Locals, 5));
        Assert.Equal(2, w.SeatCount[member.Index]);
        var (committee, locals) = (w.C.Rank[SmallWorld.Committee.Index], w.C.Rank[SmallWorld.Locals.Index]);

        var mean = committee * 0.4 / (committee + locals);
        Assert.Equal(0.4 + (all * (mean - 0.4)), w.Dependences.Of(member.Index, w.HeadOf(editor)), 12);
        mean = locals * 0.8 / (committee + locals);
        Assert.Equal(all * mean, w.Dependences.Of(member.Index, w.HeadOf(secretary)), 12);
        Assert.Equal((1u << w.HeadOf(editor)) | (1u << w.HeadOf(secretary)), w.Dependences.Over(member.Index));
    }

    // The first day without ties or grudges, its bonds in force.
    private static World Bonded(Scenario scenario)
    {
        var w = MechanismFacts.FirstDay(scenario);
        Array.Clear(w.Loyalty);
        Array.Clear(w.Hostility);
        Array.Fill(w.PatronAt, -1);
        w.Version++;
        return w;
    }
}
