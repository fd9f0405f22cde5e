using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Seats promised for votes, votes counted twice, papers of a single elector, and positions that give way: by hand.</summary>
public sealed class BargainFacts
{
    [Theory]
    [InlineData(0.25, 2, 1, 5)]
    [InlineData(0.25, 1, 1, 3)]
    [InlineData(0.25, 2, 0.5, 2)]
    [InlineData(0.5, 1, 1, 6)]
    [InlineData(0, 2, 1, 0)]
    public void As_many_seats_are_promised_as_should_fall_vacant_in_time_as_far_as_the_gift_goes(
        double turnover,
        double months,
        double share,
        int promised
    )
    {
        var w = Bargaining(turnover, months, 1);
        w.ShareNow[w.C.Provisions.Single(p => p.Name == "S5").Index] = share;
        Assert.Equal(promised, Bought(w));
        // What was promised is not promised again.
        Assert.Equal(0, Bought(w));
    }

    [Fact]
    public void A_promise_that_could_be_kept_is_kept_at_the_first_vacancy_by_the_honest_and_resented_when_its_time_is_over()
    {
        var honest = Bargaining(0.25, 2, 1);
        Assert.Equal(5, Bought(honest));
        var promised = Promised(honest);
        honest.Promises.Settle();
        Assert.All(promised, p => Assert.False(honest.Sits(p.Index, SmallWorld.Locals.Index)));
        honest.Editor.Vacate(new Seat(SmallWorld.Locals, 4));
        honest.Promises.Settle();
        Assert.Single(promised, p => honest.Sits(p.Index, SmallWorld.Locals.Index));
        Assert.Equal(-1, honest.Editor.Hand);
        honest.Editor.Vacate(new Seat(SmallWorld.Locals, 5));
        honest.Promises.Settle();
        Assert.Equal(2, promised.Count(p => honest.Sits(p.Index, SmallWorld.Locals.Index)));

        var idle = Bargaining(0.25, 2, 1);
        Assert.Equal(5, Bought(idle));
        promised = Promised(idle);
        var by = idle.HeadOf(idle.TheSecretary());
        idle.Turn = 1;
        idle.Promises.Settle();
        Assert.All(promised, p => Assert.Equal(0, idle.Hostility[(p.Index * idle.Heads) + by]));
        idle.Turn = 2;
        idle.Promises.Settle();
        Assert.All(promised, p => Assert.Equal(0.5, idle.Hostility[(p.Index * idle.Heads) + by]));
        idle.Turn = 3;
        idle.Promises.Settle();
        Assert.All(promised, p => Assert.Equal(0.5, idle.Hostility[(p.Index * idle.Heads) + by]));

        var liar = Bargaining(0.25, 2, 0);
        Assert.Equal(5, Bought(liar));
        promised = Promised(liar);
        liar.Editor.Vacate(new Seat(SmallWorld.Locals, 4));
        liar.Promises.Settle();
        Assert.All(promised, p => Assert.False(liar.Sits(p.Index, SmallWorld.Locals.Index)));
    }

    [Theory]
    [InlineData("Secretary breaks ties in Bureau, besides voting", true)]
    [InlineData("Secretary breaks ties in Bureau", false)]
    [InlineData("Secretary only breaks ties in Bureau", false)]
    public void A_casting_vote_carries_as_often_as_all_ways_of_voting_counted_one_by_one_say(string clause, bool besides)
    {
        var w = SmallWorld.Of(SmallParty.With($"P1: \"{clause}\""));
        w.Editor.Vacate(new Seat(SmallWorld.Bureau, 4));
        var by = new Decision(SmallWorld.Bureau, Majority.Simple, Open: true);
        w.Voters.Gather(SmallWorld.Bureau.Index);
        Assert.Equal(4, w.Voters.Count);
        var place = w.CastingVotes.PlaceIn(by);
        Assert.Equal(w.TheSecretary(), w.Voters[place]);
        double[] yes = [0.9, 0.2, 0.6, 0.3];
        for (var at = 0; at < 4; at++)
        {
            var carried = 0.0;
            for (var ways = 0; ways < 16; ways++)
            {
                var p = 1.0;
                for (var v = 0; v < 4; v++)
                    p *= (ways >> v & 1) != 0 ? yes[v] : 1 - yes[v];
                var his = ways >> at & 1;
                var all = System.Numerics.BitOperations.PopCount((uint)ways);
                // Without a tie the majority; in one, what he says. Who votes only then leaves the others, who are odd, to decide alone.
                var won = besides ? all > 2 || (all == 2 && his == 1) : all - his >= 2;
                carried += won ? p : 0;
            }
            Assert.Equal(carried, w.CastingVotes.Forecast(yes, at), 12);
        }
        // Where more is asked for, or those present are odd, there is nothing to break.
        Assert.Equal(-1, w.CastingVotes.PlaceIn(by with { Majority = Majority.TwoThirds }));
        Assert.True(w.CastingVotes.PlaceIn(by with { Majority = Majority.Simple with { Base = MajorityBase.Present } }) >= 0);
        Assert.Equal(-1, w.CastingVotes.PlaceIn(by with { Majority = Majority.Simple with { Base = MajorityBase.Seats } }));
        w.Editor.Vacate(new Seat(SmallWorld.Bureau, 3));
        w.Voters.Gather(SmallWorld.Bureau.Index);
        Assert.Equal(-1, w.CastingVotes.PlaceIn(by));
    }

    [Theory]
    [InlineData(true, true, 3, 3, 3)]
    [InlineData(true, false, 4, 3, 3)]
    [InlineData(false, true, 3, 2, 3)]
    [InlineData(false, false, 3, 3, 2)]
    public void Where_three_have_voted_against_three_so_many_are_needed_and_so_many_counted(
        bool besides,
        bool hisYes,
        int needed,
        int yes,
        int no
    )
    {
        var w = SmallWorld.Of(
            SmallParty.With($"P1: \"Secretary {(besides ? "breaks ties in Bureau, besides voting" : "only breaks ties in Bureau")}\"")
        );
        w.Editor.Vacate(new Seat(SmallWorld.Bureau, 4));
        w.Voters.Gather(SmallWorld.Bureau.Index);
        w.CastingVotes.PlaceIn(new Decision(SmallWorld.Bureau, Majority.Simple, Open: true));
        var (saidYes, saidNo) = (3, 3);
        var asked = w.CastingVotes.Needed(hisYes, ref saidYes, ref saidNo, out var counted);
        Assert.Equal((needed, yes, no, besides), (asked, saidYes, saidNo, counted));
    }

    [Fact]
    public void A_single_elector_elects_and_none_and_none_to_choose_from_elect_nobody()
    {
        var w = SmallWorld.Of(SmallParty.With());
        for (var k = 0; k < 15; k++)
            w.Editor.Vacate(new Seat(SmallWorld.Committee, k));
        var (candidate, seat) = (w.Cadre(1), new Seat(SmallWorld.Newspaper, 0));
        Assert.Equal(0, Elected(candidate));
        w.Editor.Place(w.Cadre(0), new Seat(SmallWorld.Committee, 0));
        w.Electorates.Renewed(SmallWorld.Committee.Index);
        Assert.Equal(1, Elected(candidate));
        Assert.Equal(0, Elected());

        int Elected(params PersonId[] candidates)
        {
            w.Candidates.ClearField();
            foreach (var person in candidates)
                w.Candidates.Enter(person);
            return new PaperPoll(w).Elect(
                SmallWorld.Committee.Index,
                seat,
                1,
                new BlockCount(),
                lots: true,
                new (PersonId Person, int Head)[8]
            );
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(31)]
    [InlineData(46)]
    [InlineData(75)]
    public void Positions_give_way_by_a_step_a_month_and_a_part_of_one_in_a_part_of_a_month(int days)
    {
        var party = SmallParty.With();
        var w = SmallWorld.Of(
            party.Also(new GivingWay()).Set("susceptibility", 0.5) with
            {
                Calendar = party.Calendar with { Step = new Step("stretch", "days", days) },
            }
        );
        w.Esteemed(0.8, 0.4, 0.2, 0.1);
        double[] first = [0.5, -0.5, 0.25, -1];
        double[] positions = [0.75, -0.25, 0, 1];
        double[] weights = [0.8, 0.4, 0.2, 0.1];
        var months = w.Scene.Months;
        Assert.Equal(days / (365.2425 / 12), months, 12);
        var expected = positions.ToArray();
        for (var left = months; left > 0; left--)
        {
            var before = expected.ToArray();
            FriedkinJohnsen.StepTogether(weights, 0.5, first, expected);
            var part = Math.Min(1, left);
            for (var i = 0; i < 4; i++)
                expected[i] = before[i] + (part * (expected[i] - before[i]));
        }

        new GivingWay().Drift(w.Scene, w.C.Heads, first, positions);

        for (var i = 0; i < 4; i++)
            Assert.Equal(expected[i], positions[i], 12);
    }

    [Theory]
    [InlineData(1, new[] { -0.5, 0.0, 0.25, 1 }, 0.125)]
    [InlineData(0.5, new[] { -0.5, 0.0, 0.25, 1 }, 0.125)]
    [InlineData(7, new[] { -0.5, 0.25, 1 }, 0.25)]
    public void Contenders_move_to_the_median_by_a_part_of_the_way_and_at_most_all_of_it(double speed, double[] positions, double median)
    {
        var w = SmallWorld.Of(SmallParty.With().Also(new ToTheMedian()).Set("to_median", speed));
        var before = positions.ToArray();
        var rule = w.C.Scenario.Opinions.OfType<ToTheMedian>().Single();
        speed = Math.Min(1, w.Scene[rule.Speed]);

        rule.Drift(w.Scene, w.C.Heads.AsSpan(0, before.Length), before, positions);

        for (var i = 0; i < before.Length; i++)
            Assert.Equal(before[i] + (speed * (median - before[i])), positions[i], 12);
    }

    [Fact]
    public void Where_the_decisive_body_is_counted_only_heads_discuss()
    {
        var party = SmallParty.With().Also(new BoundedConfidence()).Set("confidence_bound", 2).Set("heeding", 0.5);
        var w = SmallWorld.Of(party with { Question = party.Question! with { DecisiveBody = SmallWorld.Congress } });
        w.Placed(0.5, -0.5, 0.5, -0.5);
        var member = new PersonId(w.HoldersOf(SmallWorld.Committee.Index).ToArray().First(p => p >= 0 && w.HeadOf(new(p)) < 0));
        w.TraitRef(member.Index, Trait.Issue1) = 0.9;

        w.Opinions.Discuss();

        Assert.Equal(0.9, w.TraitOf(member.Index, Trait.Issue1));
        Assert.Equal(0.25, w.TraitOf(w.C.Heads[0].Index, Trait.Issue1), 12);
        Assert.Equal(-0.25, w.TraitOf(w.C.Heads[3].Index, Trait.Issue1), 12);
    }

    // A secretary who fills the branches moves what nobody else in the committee wants.
    private static World Bargaining(double turnover, double months, double honesty)
    {
        var w = SmallWorld.Of(
            SmallParty
                .With(set: ("delta", turnover))
                .Also(new PromisedSeats())
                .Set("bargain_until", 1)
                .Set("bargain_horizon", months)
                .Set("honesty", honesty)
                .Set("broken_promise", 0.5)
        );
        w.ShareNow[w.C.Provisions.Single(p => p.Name == "S5").Index] = 1;
        return w;
    }

    private static Move Unwanted(World w) =>
        new(
            new ClauseId("S8"),
            0,
            w.TheSecretary(),
            w.C.Heads.First(h => h != w.TheSecretary()),
            SmallWorld.Bureau.Index,
            0,
            new Decision(SmallWorld.Committee, Majority.Simple, Open: true)
        )
        {
            Kind = MoveKind.Removal,
            Bias = -40,
        };

    private static int Bought(World w)
    {
        var move = Unwanted(w);
        w.Promises.Buy(move, null, w.Floor.Weigh(move, null));
        return Promised(w).Length;
    }

    private static PersonId[] Promised(World w) =>
        [.. Enumerable.Range(0, w.Voters.Count).Where(v => w.Voters.Rows.Promises[v] > 0).Select(v => w.Voters[v])];
}
