using Apparat.Model;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>What documents do to whom, who has heard them, who answers for a division, and what voters weigh: by hand.</summary>
public sealed class PaperFacts
{
    private static readonly DocumentId Paper = new(0);

    [Fact]
    public void A_paper_harms_the_holder_of_the_office_it_asks_to_empty_in_two_independent_ways()
    {
        var w = SmallWorld.Plain();
        var holder = w.TheSecretary();
        foreach (var head in w.C.Heads)
            Assert.Equal(head == holder ? 1 - (0.7 * 0.4) : 0.3, w.Papers.Damage(0, head.Index), 12);
        Assert.Equal(0, w.Papers.Damage(0, w.Cadre().Index));
    }

    [Fact]
    public void A_paper_lowers_esteem_among_those_who_heard_it_the_less_the_more_loyal_they_are()
    {
        var w = SmallWorld.Plain();
        w.Esteemed(0.5, 0.5, 0.5, 0.5);
        var (head, other) = (w.C.Heads.First(h => h != w.TheSecretary()), w.C.Heads.Last(h => h != w.TheSecretary()));
        w.TieBook.Owe(other, head, 0.6);
        Assert.Equal(0.5, w.Scene.Prestige(other, head));

        w.Editor.Tell(Paper, SmallWorld.Bureau);

        Assert.Equal(0.5 * (1 - (0.3 * 0.4)), w.Scene.Prestige(other, head), 12);
        Assert.Equal(0.5, w.Scene.Prestige(head, head), 12);
        Assert.Equal(0.5 * 0.7, w.Scene.Prestige(w.TheSecretary(), head), 12);
        Assert.Equal(0.5, w.Scene.Prestige(w.Cadre(), head), 12);
        Assert.True(w.Scene.Heard(Paper, SmallWorld.Bureau));
        Assert.False(w.Scene.Heard(Paper, SmallWorld.Locals));
    }

    [Fact]
    public void The_first_telling_hands_a_paper_over_and_the_next_settles_who_hears_it()
    {
        var w = SmallWorld.Plain();
        Assert.Equal((false, false), (w.Scene.Delivered(Paper), w.Scene.Settled(Paper)));
        w.Editor.Tell(Paper, SmallWorld.Secretary);
        Assert.Equal((true, false), (w.Scene.Delivered(Paper), w.Scene.Settled(Paper)));
        w.Editor.Tell(Paper, SmallWorld.Bureau);
        Assert.Equal((true, true), (w.Scene.Delivered(Paper), w.Scene.Settled(Paper)));
    }

    [Fact]
    public void Whoever_heard_a_part_is_moved_by_that_part_until_he_hears_the_whole()
    {
        var w = SmallWorld.Plain();
        w.Esteemed(0.5, 0.5, 0.5, 0.5);
        var head = w.C.Heads.First(h => h != w.TheSecretary());
        w.Editor.Tell(Paper, SmallWorld.Secretary);
        w.Hearsay.Tell(Paper.Index, SmallWorld.Bureau.Index, 0.4);
        var member = w.C.Heads.Last(h => h != w.TheSecretary());

        Assert.Equal(0.5 * (1 - (0.4 * 0.3)), w.Scene.Prestige(member, head), 12);
        // The secretary had heard it whole before, and goes on knowing it.
        Assert.Equal(0.5 * 0.7, w.Scene.Prestige(w.TheSecretary(), head), 12);
        // Of those who have heard nothing, none suspects anything yet.
        Assert.Equal(0.5, w.Scene.Prestige(w.Cadre(), head), 12);

        w.Hearsay.Suspect(Paper.Index, 0);
        Assert.Equal(0.5, w.Scene.Prestige(w.Cadre(), head), 12);
        w.Hearsay.Suspect(Paper.Index, 0.2);
        Assert.Equal(0.5 * (1 - (0.2 * 0.3)), w.Scene.Prestige(w.Cadre(), head), 12);

        w.Editor.Tell(Paper, SmallWorld.Committee);
        Assert.Equal(0.5 * 0.7, w.Scene.Prestige(member, head), 12);
    }

    [Theory]
    [InlineData("leak", 0.2)]
    [InlineData("read_part", 0.5)]
    [InlineData("ups", 0.3)]
    [InlineData("alarm", 4)]
    public void A_paper_that_is_never_handed_over_changes_nothing_for_the_one_after_it(string parameter, double value)
    {
        const string Clauses = "P1: Committee decides who hears the Paper\nP2: Secretary serves at the pleasure of Committee";
        const string Events =
            "2000-03-10: D may add a postscript to the Paper\n2000-06-10: the Paper is delivered to Secretary\n2000-09-10: the Paper is delivered to Committee";
        var alone = SmallParty.WithPapers("", Clauses, Events).Set(parameter, value);
        var second = SmallParty
            .WithPapers("the Other: {harms: {A: 0.5, B: 0.1}, audiences: [Locals, Congress]}", Clauses, Events)
            .Set(parameter, value);
        Assert.Equal((1, 2), (alone.Documents.Length, second.Documents.Length));
        var (one, two) = (new Stage(alone), new Stage(second));

        var moved = 0;
        for (var run = 0; run < 30; run++)
        {
            var first = one.Play(6, run).Select(Nameless).ToArray();
            Assert.Equal(first, two.Play(6, run).Select(Nameless));
            moved += first.Any(e => e.Kind == TraceKind.Voted && e.By.IsNone) ? 1 : 0;
        }
        // The motion that the paper asks for is put by nobody.
        Assert.True(moved > 0);

        // The number of the paper is the only thing that differs.
        static TraceEntry Nameless(TraceEntry e) =>
            e with
            {
                Value = e.Kind is TraceKind.Heard or TraceKind.Appended or TraceKind.Happened ? 0 : e.Value,
                Roll = null,
            };
    }

    [Theory]
    [InlineData(true, 8, 8, 1)]
    [InlineData(true, 9, 8, 0.5)]
    [InlineData(true, 11, 8, 0.25)]
    [InlineData(false, 9, 8, 0)]
    [InlineData(false, 7, 8, 1)]
    [InlineData(false, 6, 8, 0.5)]
    [InlineData(true, 7, 8, 0)]
    public void Whoever_won_answers_the_less_the_more_others_would_have_had_to_change_first(
        bool saidYes,
        int yes,
        int needed,
        double answer
    )
    {
        var w = SmallWorld.Plain();
        var head = w.C.Heads[1].Index;
        w.Divisions.Note(head, saidYes, yes, needed);
        Assert.Equal(answer, w.Divisions.Of(1));

        w.Divisions.Note(head, saidYes: true, 8, 8);
        Assert.Equal((answer + 1) / 2, w.Divisions.Of(1));
        w.Divisions.Note(w.Cadre().Index, saidYes: true, 8, 8);
        Assert.Equal(0, w.Divisions.Of(0));
    }

    [Fact]
    public void A_paper_read_to_a_body_costs_whom_it_harms_as_far_as_that_body_reaches_in_the_decisive_one()
    {
        var w = SmallWorld.Plain();
        var head = w.C.Heads.First(h => h != w.TheSecretary());
        Assert.Equal(-0.3 * 5 / 15, Change(SmallWorld.Bureau), 12);
        Assert.Equal(-0.3 * 12 / 15, Change(SmallWorld.Locals), 12);
        Assert.Equal(-0.3, Change(SmallWorld.Committee), 12);
        Assert.Equal(-0.3, Change(SmallWorld.Congress), 12);
        w.DryRun.Otherwise = true;
        Assert.Equal(0.3, Change(SmallWorld.Congress), 12);
        w.DryRun.Otherwise = false;
        w.Editor.Tell(Paper, SmallWorld.Bureau);
        Assert.Equal(0, Change(SmallWorld.Bureau));

        double Change(OrganId audience)
        {
            w.DryRun.Reset();
            w.DryRun.Tell(Paper, audience);
            return w.DryRun.ChangeOf(head.Index);
        }
    }

    [Fact]
    public void Voters_fear_the_longest_arm_of_each_side_as_likely_as_it_wins()
    {
        var w = Struggling(out var removal, out var members);
        w.Floor.Weigh(removal, null);
        var q = w.Floor.Forecast;
        Assert.InRange(q, 0.001, 0.999);
        var fears = new Fears();
        var weight = w.Scene[fears.Weight] * w.Scene[fears.Severity];
        var utility = Utility(w, fears, removal, members);
        Assert.Contains(utility, u => u != 0);
        for (var i = 0; i < members.Length; i++)
        {
            var expected = (weight * q * Reach(1, members[i])) - (weight * (1 - q) * Reach(-1, members[i]));
            Assert.Equal(expected, utility[i], 9);
        }
        Assert.All(Utility(w, fears, removal with { By = removal.By with { Open = false } }, members), u => Assert.Equal(0, u));

        double Reach(int side, PersonId voter)
        {
            var most = 0.0;
            foreach (var head in w.Sides.Of(side))
                most = Math.Max(most, w.Dependences.Of(voter.Index, w.HeadOf(head)));
            return most;
        }
    }

    [Fact]
    public void Voters_who_fear_all_together_fear_that_any_of_a_side_reaches_them()
    {
        var w = Struggling(out var removal, out var members);
        w.Floor.Weigh(removal, null);
        var q = w.Floor.Forecast;
        var fears = new JointFears();
        var weight = w.Scene[fears.Weight] * w.Scene[fears.Severity];
        var utility = Utility(w, fears, removal, members);
        for (var i = 0; i < members.Length; i++)
            Assert.Equal((weight * q * Reach(1, members[i])) - (weight * (1 - q) * Reach(-1, members[i])), utility[i], 9);

        double Reach(int side, PersonId voter)
        {
            var spared = 1.0;
            foreach (var head in w.Sides.Of(side))
                spared *= 1 - w.Dependences.Of(voter.Index, w.HeadOf(head));
            return 1 - spared;
        }
    }

    [Fact]
    public void Policy_is_weighed_by_the_squares_or_by_the_lengths_of_the_ways_to_it()
    {
        var w = Struggling(out var removal, out var members);
        w.Policy[0] = 0.2;
        var motion = removal with { Kind = MoveKind.Policy, Object = 0, Position = -0.4, Target = PersonId.None };
        w.Floor.Weigh(motion, null);
        var (squares, lengths) = (Utility(w, new Policies(), motion, members), Utility(w, new PoliciesByDistance(), motion, members));
        var weight = w.Scene[new Policies().Weight];
        for (var i = 0; i < members.Length; i++)
        {
            var at = w.TraitOf(members[i].Index, Trait.Issue1);
            Assert.Equal(weight * (Math.Pow((0.2 - at) / 2, 2) - Math.Pow((-0.4 - at) / 2, 2)), squares[i], 9);
            Assert.Equal(weight * (Math.Abs(0.2 - at) - Math.Abs(-0.4 - at)) / 2, lengths[i], 9);
        }
        Assert.All(Utility(w, new Policies(), removal, members), u => Assert.Equal(0, u));
        Assert.All(Utility(w, new PoliciesByDistance(), removal, members), u => Assert.Equal(0, u));
    }

    [Fact]
    public void A_side_is_esteemed_as_its_best_head_is_and_a_little_for_its_numbers()
    {
        var w = Struggling(out var removal, out var members);
        w.Floor.Weigh(removal, null);
        var deference = new Deference();
        var (weight, size) = (w.Scene[deference.Weight], w.Scene[deference.Size]);
        var (best, summed) = (Utility(w, deference, removal, members), Utility(w, new SummedPrestige(), removal, members));
        Assert.Equal((2, 2), (w.Sides.Of(1).Length, w.Sides.Of(-1).Length));
        for (var i = 0; i < members.Length; i++)
        {
            Assert.Equal(weight * (Of(1, i).Max() - Of(-1, i).Max()), best[i], 9);
            Assert.Equal(weight * (Of(1, i).Sum() - Of(-1, i).Sum()), summed[i], 9);
        }

        // Two against one: the greater number counts by the logarithm of one more than it.
        w.Side[w.HeadOf(removal.Second)] = 0;
        w.Threat.AsSpan().Clear();
        var lone = removal with { Second = PersonId.None };
        w.Floor.Weigh(lone, null);
        Assert.Equal((2, 1), (w.Sides.Of(1).Length, w.Sides.Of(-1).Length));
        best = Utility(w, deference, lone, members);
        for (var i = 0; i < members.Length; i++)
            Assert.Equal(weight * (Of(1, i).Max() - Of(-1, i).Max() + (size * Math.Log(3.0 / 2))), best[i], 9);

        double[] Of(int side, int member) => [.. w.Sides.Of(side).ToArray().Select(h => w.Scene.Prestige(members[member], h))];
    }

    [Fact]
    public void Allies_weigh_the_threat_above_an_even_share_and_nobody_else_does()
    {
        var w = Struggling(out var removal, out var members);
        var (target, ally, stranger) = (w.HeadOf(removal.Target), w.HeadOf(removal.Sponsor), w.HeadOf(removal.Second));
        w.Side.AsSpan().Clear();
        (w.Side[target], w.Side[ally]) = (-1, 1);
        (w.Threat[(ally * 4) + target], w.Threat[(stranger * 4) + target]) = (0.65, 0.9);
        removal = removal with { Second = PersonId.None };
        w.Floor.Weigh(removal, new Dismisses(SmallWorld.Committee, [SmallWorld.Bureau]));
        var threat = new CommonThreat();
        var change = w.Scene.Stakes.ToArray().Single(s => s.Head == removal.Target).Change;
        Assert.True(change < 0);

        var utility = Utility(w, threat, removal, members);

        for (var i = 0; i < members.Length; i++)
            Assert.Equal(members[i] == removal.Sponsor ? -w.Scene[threat.Sensitivity] * (0.65 - 0.25) * change : 0, utility[i], 9);
    }

    [Fact]
    public void Of_those_who_would_vote_no_and_may_sit_the_one_nearest_to_a_yes_is_bought_and_no_head_ever()
    {
        var w = Struggling(out var removal, out var members);
        removal = removal with { Bias = -4 };
        w.Floor.Weigh(removal, null);
        var first = w.Floor.NearestToYes(removal, SmallWorld.Newspaper.Index);
        Assert.True(first >= 0);
        Assert.True(w.HeadOf(members[first]) < 0);
        w.Voters.Rows.Promises[first] = 0.5;
        var second = w.Floor.NearestToYes(removal, SmallWorld.Newspaper.Index);
        Assert.NotEqual(first, second);
        Assert.True(second >= 0);
        // All of them sit in the committee: none may be promised what he has.
        Assert.Equal(-1, w.Floor.NearestToYes(removal, SmallWorld.Committee.Index));
    }

    private static double[] Utility(World w, Motive motive, in Move move, PersonId[] voters)
    {
        var utility = new double[voters.Length];
        motive.Add(w.Scene, move, voters, utility);
        return utility;
    }

    // Two heads stand together against two others before the committee; each has some power over the seats of those who vote.
    private static World Struggling(out Move removal, out PersonId[] members)
    {
        var w = SmallWorld.Of(SmallParty.With("P1: Editor dismisses Committee\nP2: Secretary dismisses Committee"));
        w.Esteemed(0.7, 0.6, 0.5, 0.4);
        foreach (var name in new[] { "P1", "P2" })
            w.ShareNow[w.C.Provisions.Single(p => p.Name == name).Index] = name == "P1" ? 0.3 : 0.45;
        w.Dependences.PowersChanged();
        var sponsor = w.TheSecretary();
        var rivals = w.C.Heads.Where(h => h != sponsor).ToArray();
        var editor = w.ActorOf(SmallWorld.Newspaper.Index);
        var target = rivals.Single(h => h.Index == editor);
        var (second, ally) = (rivals.First(h => h != target), rivals.Last(h => h != target));
        (w.Side[w.HeadOf(target)], w.Side[w.HeadOf(second)], w.Side[w.HeadOf(ally)]) = (-1, -1, 1);
        members = w.Voters.Gather(SmallWorld.Committee.Index).ToArray();
        removal = new Move(
            new ClauseId("S8"),
            0,
            sponsor,
            target,
            SmallWorld.Bureau.Index,
            0,
            new Decision(SmallWorld.Committee, Majority.Simple, Open: true)
        )
        {
            Kind = MoveKind.Removal,
            Second = second,
        };
        return w;
    }
}
