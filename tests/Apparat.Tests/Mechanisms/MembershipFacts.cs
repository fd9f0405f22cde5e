using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>How branches grow, and how their members are swayed, told by numbers that can be worked out by hand.</summary>
public sealed class MembershipFacts
{
    [Fact]
    public void A_growing_membership_grows_by_the_same_share_in_every_branch()
    {
        var w = Uneven();
        var before = w.BranchMembers.ToArray();

        w.Membership.Grow(0.25, 0);

        Assert.Equal(before.Select(m => 1.25 * m), w.BranchMembers, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void A_levy_is_spread_over_the_branches_as_their_members_are()
    {
        var w = Uneven();
        var before = w.BranchMembers.ToArray();
        var all = before.Sum();

        w.Membership.Enrol(-1, 1300, 0);

        Assert.Equal(before.Select(m => m + (1300 * m / all)), w.BranchMembers, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(11)]
    public void Those_who_join_one_branch_join_no_other(int branch)
    {
        var w = Uneven();
        var expected = w.BranchMembers.Select((m, b) => b == branch ? m + 70 : m).ToArray();

        w.Membership.Enrol(branch, 70, 0);

        Assert.Equal(expected, w.BranchMembers);
    }

    [Fact]
    public void Recruits_who_all_defer_lean_to_the_head_of_their_branch_and_the_others_keep_their_leaning()
    {
        var w = Uneven();
        var (branch, head) = (3, 1);
        var leader = w.Holder[w.C.SeatOffset[0] + branch];
        w.Loyalty.AsSpan(leader * w.Heads, w.Heads).Clear();
        w.TieBook.Owe(new(leader), w.C.Heads[head], 0.9);
        var before = w.Leaning.AsSpan(branch * w.Heads, w.Heads).ToArray();
        var members = w.BranchMembers[branch];

        w.Membership.Enrol(branch, members, 1);

        Assert.Equal(
            before.Select((s, h) => (s + (h == head ? 1 : 0)) / 2),
            w.Leaning.AsSpan(branch * w.Heads, w.Heads).ToArray(),
            (a, b) => Math.Abs(a - b) < 1e-12
        );
    }

    [Fact]
    public void A_paper_that_gives_all_contenders_equal_room_draws_every_branch_toward_equal_shares()
    {
        var scenario = SmallParty
            .With("P1: Editor publishes for Locals", set: ("eta", 0.5))
            .Struck("P1")
            .Struck("S5")
            .Struck("S6")
            .Struck("S8")
            .Struck("S9");

        Assert.True(Apart(scenario) < 0.01);
        Assert.True(Apart(scenario.Set("eta", 0)) > 0.01);

        static double Apart(Scenario played)
        {
            var apart = 0.0;
            new Stage(
                played,
                w =>
                    apart = Enumerable
                        .Range(0, w.BranchMembers.Length)
                        .Max(b => w.Leaning.AsSpan(b * w.Heads, w.C.Contenders).ToArray() is var row ? row.Max() - row.Min() : 0)
            ).Play(3, 0);
            return apart;
        }
    }

    // The first day of a run, with branches of different sizes.
    private static World Uneven()
    {
        var w = MechanismFacts.FirstDay(SmallParty.With());
        for (var b = 0; b < w.BranchMembers.Length; b++)
            w.BranchMembers[b] = 100 * (b + 1);
        return w;
    }
}
