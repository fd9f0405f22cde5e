using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>Who votes for members who stay away, and how many votes that makes.</summary>
public sealed class ProxyFacts
{
    private static readonly OrganId Members = Association.Members;

    [Theory]
    [InlineData("", 0.3, 0.5, 30)]
    [InlineData("P2: Members vote by proxy", 0.3, 0.5, 65)]
    [InlineData("P2: Members vote by proxy, as directed", 0.3, 0.5, 65)]
    [InlineData("P2: Members vote by proxy, at most 1 each", 0.2, 1, 40)]
    [InlineData("P2: Members vote by proxy, at most 2 each, as directed", 0.2, 1, 60)]
    [InlineData("P2: Members vote by proxy", 0.3, 0, 30)]
    [InlineData("P2: Members vote by proxy", 0, 1, 0)]
    public void Those_who_are_there_hold_as_many_votes_more_as_they_were_left_and_may_hold(
        string clause,
        double turnout,
        double left,
        double expected
    )
    {
        Sample votes = new();
        var spread = 0.0;
        foreach (var counts in Gathered(clause, turnout, left))
        {
            Assert.All(counts, n => Assert.True(n >= 0));
            Assert.InRange(counts.Sum(), 0, 100);
            votes.Add(counts.Sum());
        }
        spread = votes.StandardDeviation;
        votes.HasMean(expected, spread, clause);
    }

    [Fact]
    public void As_directed_all_members_vote_as_they_lean_and_else_as_those_do_who_are_there()
    {
        Sample directed = new();
        Sample free = new();
        foreach (var counts in Gathered("P2: Members vote by proxy, as directed", 0.1, 1))
        {
            Assert.Equal([10, 20, 30, 40], counts);
            directed.Add(counts[2]);
        }
        foreach (var counts in Gathered("P2: Members vote by proxy", 0.1, 1))
        {
            Assert.Equal(100, counts.Sum());
            free.Add(counts[2]);
        }
        // Ten of a hundred decide for all: their lot is in every vote that they hold.
        free.HasMean(30, "votes of those who lean to the third");
        Assert.True(free.StandardDeviation > 10);
    }

    [Fact]
    public void A_proxy_that_nobody_leaves_changes_nothing()
    {
        var without = Association.With(members: "count: 100, turnout: 0.3");
        var none = Association.With("P2: Members vote by proxy", "count: 100, turnout: 0.3", ("proxies", 0));
        for (var run = 0; run < 4; run++)
            Assert.Equal(Histories.Tell(without, 4, run).Fingerprint, Histories.Tell(none, 4, run).Fingerprint);
        Assert.Equal(Histories.Tell(without, 4, 0).Fingerprint, Histories.Tell(none.Set("proxies", 1).Struck("P2"), 4, 0).Fingerprint);
    }

    [Fact]
    public void One_proxy_each_is_what_stands_in_the_place_of_any_number()
    {
        var any = Association.With("P2: Members vote by proxy", "count: 100, turnout: 0.2", ("proxies", 1));
        var one = Association.With("P2: Members vote by proxy, at most 1 each", "count: 100, turnout: 0.2", ("proxies", 1));
        Assert.Equal(Votes(one), Votes(any.Struck("P2", 1)));
        Assert.NotEqual(Votes(one), Votes(any));

        static int[] Votes(Scenario scenario)
        {
            var votes = new List<int>();
            new Stage(scenario, w => votes.Add(w.Electorates.Of(Members.Index).ToArray().Sum())).Play(2, 0);
            return [.. votes];
        }
    }

    private static IEnumerable<int[]> Gathered(string clause, double turnout, double left)
    {
        var scenario = Association.With(clause, FormattableString.Invariant($"count: 100, turnout: {turnout}"));
        var gathered = new List<int[]>();
        var stage = new Stage(
            clause.Length > 0 ? scenario.Set("proxies", left) : scenario,
            w =>
            {
                for (var b = 0; b < w.BranchMembers.Length; b++)
                    new[] { 0.1, 0.2, 0.3 }.CopyTo(w.Leaning.AsSpan(b * w.Heads));
                w.Electorates.Renewed(Members.Index);
                gathered.Add(w.Electorates.Of(Members.Index)[(w.Heads + 1)..].ToArray());
            }
        );
        for (var run = 0; run < 10; run++)
            stage.Play(9, run);
        return gathered;
    }
}
