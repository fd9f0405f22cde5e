using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Ties, grudges and esteem at their bounds; who follows whom, who seems near and who seems a threat, by numbers worked out by hand.</summary>
public sealed class TieFacts
{
    [Fact]
    public void A_tie_of_the_weakest_strength_makes_a_client_and_the_least_weaker_one_does_not()
    {
        var w = SmallWorld.Plain();
        var (client, stranger) = (w.Cadre(0), w.Cadre(1));

        w.TieBook.Owe(client, w.C.Heads[1], w.WeakestTie);
        w.TieBook.Owe(stranger, w.C.Heads[1], Math.BitDecrement(w.WeakestTie));

        Assert.Equal((1, -1), (w.PatronOf(client.Index), w.PatronOf(stranger.Index)));
    }

    [Fact]
    public void Of_two_heads_the_one_more_is_owed_to_is_followed_as_long_as_he_lives()
    {
        var w = SmallWorld.Plain();
        var client = w.Cadre();
        w.TieBook.Owe(client, w.C.Heads[1], 0.3);
        w.TieBook.Owe(client, w.C.Heads[2], 0.5);
        Assert.Equal(2, w.PatronOf(client.Index));

        w.Editor.Stand(w.C.Heads[2], Standing.Expelled);
        Assert.Equal(2, w.PatronOf(client.Index));
        w.Editor.Stand(w.C.Heads[2], Standing.Dead);
        Assert.Equal(1, w.PatronOf(client.Index));
    }

    [Fact]
    public void A_head_follows_himself_whatever_he_owes_to_others()
    {
        var w = SmallWorld.Plain();
        w.TieBook.Owe(w.C.Heads[0], w.C.Heads[1], 0.9);

        Assert.Equal(0, w.PatronOf(w.C.Heads[0].Index));
        Assert.Equal(1, w.LoyaltyTo(w.C.Heads[0].Index, 0));
    }

    [Fact]
    public void A_debt_only_ever_raises_a_tie_and_none_passes_one()
    {
        var w = SmallWorld.Plain();
        var (client, head) = (w.Cadre(), w.C.Heads[1]);
        Assert.Equal(0.6, After(() => w.TieBook.Owe(client, head, 0.6)));
        Assert.Equal(0.6, After(() => w.TieBook.Owe(client, head, 0.4)));
        Assert.Equal(1, After(() => w.TieBook.Owe(client, head, 1.7)));
        Assert.Equal(0.25, After(() => w.TieBook.Scale(client, head, 0.25)));
        Assert.Equal(1, After(() => w.TieBook.Scale(client, head, 9)));
        Assert.Equal(0, After(() => w.TieBook.Scale(client, head, -1)));

        double After(Action change)
        {
            change();
            return w.LoyaltyTo(client.Index, 1);
        }
    }

    [Fact]
    public void Grudges_add_up_to_one_and_nobody_bears_himself_any()
    {
        var w = SmallWorld.Plain();
        var client = w.Cadre();
        w.TieBook.Resent(client, w.C.Heads[2], 0.4);
        Assert.Equal(0.4, w.Scene.Hostility(client, w.C.Heads[2]));
        w.TieBook.Resent(client, w.C.Heads[2], 0.7);
        w.TieBook.Resent(w.C.Heads[2], w.C.Heads[2], 0.7);

        Assert.Equal((1, 0, 0), (Felt(client, 2), Felt(client, 1), Felt(w.C.Heads[2], 2)));
        Assert.Equal(-1, Leaning(client, 2));
        Assert.Equal(1, Leaning(w.C.Heads[2], 2));

        double Felt(PersonId by, int head) => w.Scene.Hostility(by, w.C.Heads[head]);
        double Leaning(PersonId of, int head)
        {
            double[] into = [7];
            w.Leanings([of], head, into);
            return into[0];
        }
    }

    [Theory]
    [InlineData(0.5, 0.2, 0.7)]
    [InlineData(0.5, 0.9, 1)]
    [InlineData(0.5, -0.9, 0)]
    public void Esteem_stays_between_nothing_and_one(double before, double change, double after)
    {
        var w = SmallWorld.Plain();
        w.Esteemed(before);

        w.TieBook.Esteem(w.C.Heads[0], change);

        Assert.Equal(after, w.TraitOf(w.C.Heads[0].Index, Trait.Prestige), 12);
    }

    [Fact]
    public void A_tie_loses_the_same_share_every_month_from_when_it_was_last_renewed()
    {
        var w = MechanismFacts.FirstDay(SmallParty.With().Set("lam", 0.1));
        var client = w.Cadre();
        Array.Clear(w.Loyalty);
        (w.Turn, w.Tick) = (2, 2);
        w.TieBook.Owe(client, w.C.Heads[1], 0.8);
        Assert.Equal(0.8, w.LoyaltyTo(client.Index, 1), 12);
        (w.Turn, w.Tick) = (5, 5);
        Assert.Equal(0.8 * 0.9 * 0.9 * 0.9, w.LoyaltyTo(client.Index, 1), 12);
        w.TieBook.Owe(client, w.C.Heads[1], 0.7);
        Assert.Equal(0.7, w.LoyaltyTo(client.Index, 1), 12);
    }

    [Fact]
    public void Only_those_who_hold_a_seat_and_are_members_are_in_office()
    {
        var w = SmallWorld.Plain();
        var (removed, ill) = (w.Cadre(0), w.C.Heads[2]);
        Assert.Contains(removed, w.TieBook.InOffice.ToArray());
        Assert.Contains(ill, w.TieBook.InOffice.ToArray());

        w.Editor.Vacate(w.SeatOf(removed, SmallWorld.Locals));
        w.Editor.Stand(ill, Standing.Incapacitated);

        Assert.DoesNotContain(removed, w.TieBook.InOffice.ToArray());
        Assert.DoesNotContain(ill, w.TieBook.InOffice.ToArray());
    }

    [Fact]
    public void From_one_end_of_the_range_of_policy_to_the_other_is_one()
    {
        var w = SmallWorld.Plain();
        w.Placed(-1, 1, 0.5, 0.5);

        Assert.Equal((1, 0.25, 0), (w.Contest.Distance(0, 1), w.Contest.Distance(1, 2), w.Contest.Distance(2, 3)));
    }

    [Fact]
    public void A_bloc_stands_where_its_members_stand_on_average_and_without_one_all_others_but_the_target_do()
    {
        var w = SmallWorld.Plain();
        w.Placed(-0.5, 0.5, 0.1, 0.9);
        Assert.Equal(0.4, w.Contest.DistanceToBloc(0, 3), 12);

        w.LastSide[0] = 1;
        Assert.Equal(0.4, w.Contest.DistanceToBloc(0, 3), 12);
        w.LastSide[1] = 1;
        Assert.Equal(0.5, w.Contest.DistanceToBloc(0, 3), 12);
        w.LastSide[2] = 1;
        Assert.Equal(0.4, w.Contest.DistanceToBloc(0, 3), 12);

        w.Editor.Stand(w.C.Heads[1], Standing.Expelled);
        Assert.Equal(0.3, w.Contest.DistanceToBloc(0, 3), 12);
        w.Editor.Stand(w.C.Heads[2], Standing.Expelled);
        Assert.Equal(0, w.Contest.DistanceToBloc(0, 3));
    }

    [Fact]
    public void Whoever_has_lost_his_place_has_no_part_of_what_is_seen()
    {
        var w = SmallWorld.Plain();
        w.Esteemed(0.2, 0.3, 0.5, 0.6);
        Assert.Equal(0.2 / 1.6, w.Contest.VisibleShare(0), 12);
        Assert.Equal(4, w.Contest.ActiveCount);

        w.Editor.Stand(w.C.Heads[3], Standing.Expelled);
        Assert.Equal(0.2, w.Contest.VisibleShare(0), 12);
        Assert.Equal((3, false), (w.Contest.ActiveCount, w.Contest.Active(3)));

        // Out of the bureau he still sits in the committee, and out of both he has lost his place.
        w.Editor.Vacate(w.SeatOf(w.C.Heads[2], SmallWorld.Bureau));
        Assert.True(w.Contest.Active(2));
        w.Editor.Vacate(w.SeatOf(w.C.Heads[2], SmallWorld.Committee));
        Assert.False(w.Contest.Active(2));

        w.Esteemed(0, 0, 0, 0);
        Assert.Equal(0, w.Contest.VisibleShare(0));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0)]
    public void Members_follow_as_the_exponentials_of_their_ties_say_and_without_softness_their_patron_alone(double temperature)
    {
        var w = SmallWorld.Of(SmallParty.With(set: ("temperature", temperature)));
        w.TieBook.Owe(w.Cadre(0), w.C.Heads[0], 0.9);
        var members = w.Voters.Gather(SmallWorld.Committee.Index).ToArray();
        for (var i = 0; i < members.Length; i++)
        {
            if (w.HeadOf(members[i]) >= 0)
                continue;
            w.TieBook.Owe(members[i], w.C.Heads[i % 3], 0.1 + (0.05 * i));
            w.TieBook.Owe(members[i], w.C.Heads[3], 0.2);
        }

        w.Contest.CountFollowing();

        for (var h = 0; h < w.Heads; h++)
            Assert.Equal(members.Average(m => Part(m.Index, h)), w.Following[h], 9);

        double Part(int member, int head) =>
            temperature == 0
                ? w.PatronOf(member) == head
                    ? 1
                    : 0
                : Math.Exp(w.LoyaltyTo(member, head) / temperature)
                    / Enumerable.Range(0, w.Heads).Sum(j => Math.Exp(w.LoyaltyTo(member, j) / temperature));
    }

    [Fact]
    public void A_threat_is_part_visible_esteem_and_part_the_following_of_some_months_ago()
    {
        var w = SmallWorld.Of(SmallParty.With(set: [("chi", 0.6), ("threat_noise", 0), ("lag", 2)]));
        w.Esteemed(0.2, 0.3, 0.1, 0.4);
        w.Turn = 3;
        for (var h = 0; h < w.Heads; h++)
            w.Following[(1 * w.Heads) + h] = 0.1 * (h + 1);
        w.Editor.Stand(w.C.Heads[2], Standing.Expelled);

        w.C.Scenario.Alliances.Perceive(w.Contest);

        for (var by = 0; by < 4; by++)
        {
            for (var of = 0; of < 4; of++)
            {
                var seen = by == of || by == 2 || of == 2 ? 0 : (0.6 * w.Contest.VisibleShare(of)) + (0.4 * 0.1 * (of + 1));
                Assert.Equal(seen, w.Contest.Threat(by, of), 12);
            }
        }
        Assert.Equal(0.4 / 0.9, w.Contest.VisibleShare(3), 12);
    }

    [Fact]
    public void Before_there_was_anything_to_see_what_was_followed_first_is_seen()
    {
        var w = SmallWorld.Plain();
        w.Following[1] = 0.7;
        w.Turn = 2;

        Assert.Equal(0.7, w.Contest.Following(1, 2));
        Assert.Equal(0.7, w.Contest.Following(1, 5));
        Assert.Equal(0, w.Contest.Following(1, 1));
    }

    [Fact]
    public void Whoever_learns_to_look_at_following_is_misled_the_less_the_later_it_is()
    {
        var w = SmallWorld.Of(SmallParty.With(set: [("chi", 0.8), ("threat_noise", 0), ("lag", 0), ("learning", 0.5)]));
        w.Esteemed(0.2, 0.3, 0.1, 0.4);
        foreach (var turn in new[] { 0, 1, 4 })
        {
            w.Turn = turn;
            w.C.Scenario.Alliances.Perceive(w.Contest);
            Assert.Equal(0.8 * Math.Exp(-0.5 * turn) * 0.3, w.Contest.Threat(0, 1), 9);
        }
    }

    [Fact]
    public void The_clear_sighted_and_the_dead_take_no_side_against_whoever_frightens_nobody()
    {
        var w = SmallWorld.Plain();
        w.Threat[(1 * 4) + 0] = 0.5;
        w.Threat[(2 * 4) + 0] = 0.3;
        w.Threat[(2 * 4) + 3] = 0.3;
        w.Threat[(3 * 4) + 0] = 0.3;
        w.Threat[(3 * 4) + 1] = 0.31;
        w.Sides.ThreatsChanged();
        var motion = new Move(
            new ClauseId("S8"),
            0,
            w.C.Heads[0],
            w.Cadre(),
            0,
            0,
            new Decision(SmallWorld.Committee, Majority.Simple, true)
        );

        w.Sides.Take(motion);

        // Whom nobody frightens more than the sponsor stands against him, a second as frightening notwithstanding.
        Assert.Equal([1, -1, -1, 0], Enumerable.Range(0, 4).Select(w.Sides.StandOf));
        Assert.Equal([w.C.Heads[0]], w.Sides.Of(1).ToArray());
        Assert.Equal([w.C.Heads[1], w.C.Heads[2]], w.Sides.Of(-1).ToArray());

        // Those in a bloc stand with whoever moves against its target.
        (w.Side[1], w.Side[2], w.Side[3]) = (1, 0, -1);
        w.Sides.Take(motion with { Target = w.C.Heads[3] });
        Assert.Equal([1, 1, -1, -1], Enumerable.Range(0, 4).Select(w.Sides.StandOf));
        w.Editor.Stand(w.C.Heads[1], Standing.Expelled);
        w.Sides.Take(motion with { Second = w.C.Heads[3] });
        Assert.Equal([1, 0, -1, -1], Enumerable.Range(0, 4).Select(w.Sides.StandOf));
    }
}
