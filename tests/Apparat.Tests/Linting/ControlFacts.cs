using System.Collections.Immutable;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Vocabulary;
using CsCheck;

namespace Apparat.Tests;

/// <summary>Who controls whom by held votes, worked out by hand and from the definition.</summary>
public sealed class ControlFacts
{
    private static readonly Fraction Half = new(1, 2);

    [Fact]
    public void Control_runs_through_a_pyramid_as_far_as_its_weakest_link()
    {
        var relation = Of(("Family", 60, "Top"), ("Top", 55, "Middle"), ("Middle", 51, "Bottom"));

        Assert.Equal([(60, true), (55, true), (51, true)], Told(relation, "Family"));
        Assert.Equal(["Family"], Ultimate(relation, "Bottom", Half));
        Assert.False(Find(relation, "Family", "Bottom").At(new Fraction(51, 100)));
    }

    [Fact]
    public void Two_minor_holdings_of_controlled_bodies_make_one_that_controls()
    {
        var relation = Of(("Family", 60, "A"), ("Family", 60, "B"), ("A", 30, "C"), ("B", 25, "C"), ("Rival", 45, "C"));

        var control = Find(relation, "Family", "C");
        Assert.Equal(new Fraction(55, 100), control.UpTo);
        Assert.Equal(2, control.Through.Length);
        Assert.True(control.Direct.IsZero);
        Assert.False(Find(relation, "Rival", "C").At(Half));
        Assert.True(Find(relation, "Rival", "C").At(new Fraction(2, 5)));
    }

    [Fact]
    public void A_circle_alone_gives_its_members_control_of_one_another_and_of_themselves_but_an_outsider_none()
    {
        var relation = Of(("A", 51, "B"), ("B", 51, "A"), ("Outsider", 49, "A"));

        Assert.True(relation.IsItsOwnMaster(Id(relation, "A"), Half));
        Assert.False(Find(relation, "Outsider", "A").At(Half));
        Assert.Equal(["A", "B"], relation.Holdings.Circles().Single().Select(o => relation.Holdings.Charter[o].Name));
    }

    [Fact]
    public void A_small_holding_in_a_circle_is_worth_what_it_sets_moving()
    {
        // 40 % in A is nothing at one half; at one third it brings A, A brings B, and B's 30 % in A make 70.
        var relation = Of(("Owner", 40, "A"), ("A", 50, "B"), ("B", 30, "A"));

        Assert.Equal(new Fraction(2, 5), Find(relation, "Owner", "A").UpTo);
        Assert.Empty(relation.By(Id(relation, "Owner"), Half));
        Assert.Equal(2, relation.By(Id(relation, "Owner"), new Fraction(1, 3)).Count());
    }

    [Fact]
    public void At_every_threshold_it_is_the_least_fixed_point() =>
        Gen.Int[0, 40]
            .Array[25]
            .Sample(
                numbers =>
                {
                    var names = new[] { "A", "B", "C", "D", "E" };
                    var holdings = new List<(string, int, string)>();
                    for (var body = 0; body < 5; body++)
                    {
                        var left = 100;
                        for (var holder = 0; holder < 5; holder++)
                        {
                            var part = Math.Min(left, Math.Max(0, numbers[(5 * body) + holder] - 10));
                            left -= part;
                            if (part > 0)
                                holdings.Add((names[holder], part, names[body]));
                        }
                    }
                    if (holdings.Count == 0)
                        return true;
                    var relation = Of([.. holdings]);
                    return Enumerable
                        .Range(0, 100)
                        .All(percent =>
                            relation.Holdings.Organs.All(o =>
                                LeastFixedPoint(relation.Holdings, o, new Fraction(percent, 100))
                                    .SetEquals(relation.By(o, new Fraction(percent, 100)).Select(c => c.Body))
                            )
                        );
                },
                iter: 200
            );

    [Fact]
    public void The_holders_of_a_bodys_votes_play_its_game_and_whoever_is_controlled_joins_a_faction()
    {
        var relation = Of(("Family", 60, "A"), ("Family", 30, "C"), ("A", 25, "C"), ("Rival", 40, "C"));

        var game = BodyGames.Of(relation.Holdings.Charter, Id(relation, "C")).Single().Game;

        Assert.Equal(["Family", "A", "Rival", "other votes"], game.Players.Select(p => p.Name));
        Assert.Equal("11 of 20 votes", game.Rule);
        Assert.Equal([6, 5, 8, 1], ((QuotaRule)game.Wins).Weights);
        Assert.Equal("Family", Assert.Single(game.Factions).Name);
    }

    [Fact]
    public void More_votes_than_there_are_cannot_be_held()
    {
        var told = Assert.Throws<ArgumentException>(() => Of(("A", 60, "C"), ("B", 50, "C")));

        Assert.Contains("more than there are", told.Message, StringComparison.Ordinal);
    }

    private static HashSet<OrganId> LeastFixedPoint(VoteHoldings holdings, OrganId by, Fraction threshold)
    {
        var under = new HashSet<OrganId>();
        for (var grown = true; grown; )
        {
            grown = false;
            foreach (var body in holdings.Bodies.Where(b => !under.Contains(b)))
            {
                var votes = under.Where(u => u != by && u != body).Aggregate(holdings[by, body], (sum, u) => sum + holdings[u, body]);
                if (votes > threshold)
                    grown = under.Add(body);
            }
        }
        return under;
    }

    private static ControlRelation Of(params (string Holder, int Percent, string Body)[] holdings)
    {
        var names = holdings.Select(h => h.Holder).Concat(holdings.Select(h => h.Body)).Distinct().ToList();
        var organs = HandMadeCharters.Organs([.. names.Select(n => (n, 1))]);
        return ControlRelation.Of(
            VoteHoldings.Of(
                HandMadeCharters.Charter(
                    organs,
                    [
                        .. holdings.Select(h => new HoldsVotes(
                            new OrganId(names.IndexOf(h.Holder)),
                            new Quantity(h.Percent, 100),
                            new OrganId(names.IndexOf(h.Body))
                        )),
                    ]
                )
            )
        );
    }

    private static OrganId Id(ControlRelation relation, string name) => relation.Holdings.Charter.Organs.First(o => o.Name == name).Id;

    private static Control Find(ControlRelation relation, string by, string body) =>
        relation.All.Single(c => c.By == Id(relation, by) && c.Body == Id(relation, body));

    private static IEnumerable<(int, bool)> Told(ControlRelation relation, string by) =>
        relation.All.Where(c => c.By == Id(relation, by)).Select(c => ((int)Math.Round(100 * c.UpTo.ToDouble()), c.At(Half)));

    private static IEnumerable<string> Ultimate(ControlRelation relation, string body, Fraction threshold) =>
        relation.Ultimate(Id(relation, body), threshold).Select(o => relation.Holdings.Charter[o].Name);
}
