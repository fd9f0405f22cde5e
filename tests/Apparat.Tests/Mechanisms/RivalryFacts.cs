using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Who joins against whom under each rule, in ties and at the ends of its range: by hand.</summary>
public sealed class RivalryFacts
{
    [Fact]
    public void Of_equals_the_first_is_most_feared_and_nobody_fears_himself()
    {
        Assert.Equal(0, MostFeared.Find(new double[9], 0b111, 3));
        Assert.Equal(1, MostFeared.Find(new double[9], 0b110, 3));
        Assert.Equal(-1, MostFeared.Find(new double[9], 0b100, 3));
        Assert.Equal(-1, MostFeared.Find(new double[9], 0, 3));
        // Each is feared by one: the sum decides, and then the order.
        Assert.Equal(2, MostFeared.Find([0, 0.5, 0, 0, 0, 0.75, 0.5, 0, 0], 0b111, 3));
        Assert.Equal(0, MostFeared.Find([0, 0.5, 0, 0, 0, 0.5, 0.5, 0, 0], 0b111, 3));
        // Whoever has lost his place neither fears nor is feared.
        Assert.Equal(0, MostFeared.Find([0, 0.1, 0.9, 0.2, 0, 0.9, 0.9, 0.9, 0], 0b011, 3));
    }

    [Fact]
    public void Of_coalitions_the_weakest_with_more_than_half_is_formed_and_the_first_of_equals()
    {
        Assert.Equal(0b0101u, MinimalWinning.Find([0.5, 0.25, 0.125, 0.125]));
        Assert.Equal(0b001u, MinimalWinning.Find([0.75, 0.125, 0.125]));
        Assert.Equal(0b11u, MinimalWinning.Find([0.5, 0.5]));
        Assert.Equal(0b1u, MinimalWinning.Find([0.5]));
    }

    [Fact]
    public void A_coalition_turns_on_the_strongest_outside_it_and_on_nobody_if_all_are_in_it()
    {
        var w = Following(new MinimalWinning(), 0.5, 0.25, 0.125, 0.125);
        Assert.Equal([1, -1, 1, 0], Sides(w));
        // Two coalitions outweigh the others by as little: the first of them is formed.
        Assert.Equal([1, -1, 0, 1], Sides(Following(new MinimalWinning(), 0.4375, 0.25, 0.1875, 0.125)));
        w = Following(new MinimalWinning(), 0.5, 0.5, 0, 0);
        w.Editor.Stand(w.C.Heads[2], Standing.Incapacitated);
        w.Editor.Stand(w.C.Heads[3], Standing.Incapacitated);
        Assert.Equal([0, 0, 0, 0], Sides(w));
        w.Editor.Stand(w.C.Heads[1], Standing.Incapacitated);
        Assert.Equal([0, 0, 0, 0], Sides(w));
    }

    [Theory]
    [InlineData(0.5, new[] { 1, -1, 0, 0 })]
    [InlineData(0.75, new[] { 1, 1, -1, 0 })]
    [InlineData(1, new[] { 0, 0, 0, 0 })]
    public void A_ruling_coalition_exceeds_its_part_of_all_power_and_at_all_of_it_nobody_can_be_turned_on(double part, int[] sides)
    {
        var found = Sides(Following(new UltimateCoalition(), 0.625, 0.25, 0.09375, 0.03125).Also("alpha", part));
        if (part == 0.75)
            Assert.Contains(-1, found);
        else
            Assert.Equal(sides, found);
    }

    [Fact]
    public void Fixed_factions_turn_on_the_strongest_of_the_others_who_is_left()
    {
        var w = Following(new NoAlliances(), 0.1, 0.3, 0.3, 0.4);
        var (a, b, c, d) = (w.C.Heads[0], w.C.Heads[1], w.C.Heads[2], w.C.Heads[3]);
        Assert.Equal([1, -1, 0, 0], Sides(w, new FixedFactions([a], [b, c])));
        Assert.Equal([1, 1, 0, -1], Sides(w, new FixedFactions([a, b], [c, d])));
        w.Editor.Stand(d, Standing.Incapacitated);
        Assert.Equal([1, 1, -1, 0], Sides(w, new FixedFactions([a, b], [c, d])));
        Assert.Equal([0, 0, 0, 0], Sides(w, new FixedFactions([a, b], [d])));
        Assert.Equal([0, 0, 0, 0], Sides(w, new NoAlliances()));
    }

    [Fact]
    public void Who_joins_a_balance_is_as_likely_as_threat_policy_habit_and_grudges_make_it()
    {
        var w = Following(new BalanceOfThreat(), 0.25, 0.25, 0.25, 0.25);
        var rule = new BalanceOfThreat();
        w.Threat.AsSpan().Clear();
        for (var by = 1; by < 4; by++)
            w.Threat[by * 4] = 0.5;
        var joined = new int[4];
        const int Months = 4000;
        for (var month = 0; month < Months; month++)
        {
            w.Moment = month;
            var sides = Sides(w, rule);
            Assert.Equal(-1, sides[0]);
            for (var k = 1; k < 4; k++)
                joined[k] += sides[k];
        }
        for (var k = 1; k < 4; k++)
        {
            var wish =
                (w.Scene[rule.ThreatWeight] * 2 * (0.5 - 0.25))
                + (w.Scene[rule.PolicyPull] * (w.Contest.Distance(k, 0) - w.Contest.DistanceToBloc(k, 0)))
                - w.Scene[rule.Inertia]
                - w.Scene[rule.Reluctance];
            var p = 1 / (1 + Math.Exp(-wish));
            Assert.InRange(
                joined[k] / (double)Months,
                p - (5 * Math.Sqrt(p * (1 - p) / Months)),
                p + (5 * Math.Sqrt(p * (1 - p) / Months))
            );
        }
    }

    // The first day of a party in which contenders have so much following, seen without noise and at once.
    private static World Following(AllianceRule rule, params double[] following)
    {
        var party = (SmallParty.With() with { Alliances = rule }).Quietly("power_noise", "lag");
        var w = SmallWorld.Of(party);
        following.CopyTo(w.Following.AsSpan());
        w.Placed(0, 0.2, -0.2, 0.4);
        return w;
    }

    private static int[] Sides(World w, AllianceRule? rule = null)
    {
        var sides = new sbyte[4];
        (rule ?? w.C.Scenario.Alliances).Sides(w.Contest, sides);
        return [.. sides.Select(s => (int)s)];
    }
}

/// <summary>Parameters put in by hand where a rule has them.</summary>
file static class ByHand
{
    public static Scenario Quietly(this Scenario scenario, params string[] parameters) =>
        parameters
            .Where(p => scenario.Parameters.Any(x => x.Name == p))
            .Aggregate(scenario, (s, p) => new SetParameter(p, new Fixed(0)).Apply(s));

    public static World Also(this World w, string parameter, double value)
    {
        w.Values[w.C.Parameters.Find(w.C.Scenario.Parameters.Single(p => p.Name == parameter))] = value;
        w.AccrueOver(1);
        return w;
    }
}
