using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Simulation;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>Published probabilities of causation and interactions come out of the studies themselves, on small scenarios built from the tables.</summary>
public sealed class CausationOfSmallScenarios
{
    private const int Runs = 20_000;

    [Theory]
    [InlineData("noisy_and_or")]
    [InlineData("committee_pivot")]
    [InlineData("betting")]
    public void Two_worlds_on_common_luck_give_the_published_PN_PS_and_PNS(string name)
    {
        Func<bool, Chance, bool> happens = name switch
        {
            "noisy_and_or" => (x, u) => (x && u.Draw("q") < 0.7) || u.Draw("e") < 0.1,
            "committee_pivot" => (x, u) => (x ? 1 : 0) + Enumerable.Range(0, 4).Count(i => u.Draw($"vote {i}") < 0.5) >= 3,
            _ => (x, u) => x == u.Draw("coin") < 0.5,
        };
        var scenario = Scenario();
        var study = new Compare(EnsemblePlan.Of(scenario, null, 5, Runs), EnsemblePlan.Of(scenario, new Strike(["C1"]), 5, Runs));
        var n = Answer(study, (world, chance, who) => who == A && happens(world.Strikes.IsEmpty, chance), out _)[
            Wins,
            scenario[A]
        ].Necessity;

        Near(name, "PN", n.Necessary);
        Near(name, "PS", n.Sufficient);
        Near(name, "PNS", n.NecessaryAndSufficient);
        Assert.True(n.NecessaryBounds.Contains(n.Necessary.Value));
        Assert.Equal(Range(name, "PNS bounds").Low, n.NecessaryAndSufficientBounds.Low, 0.02);
        Assert.Equal(Range(name, "PNS bounds").High, n.NecessaryAndSufficientBounds.High, 0.02);
    }

    [Fact]
    public void PNS_of_one_fair_vote_of_a_played_committee_is_its_absolute_Banzhaf_power()
    {
        // Jurors who weigh nothing toss coins; the others' votes are those of the roll, and the first juror's is set both ways.
        var scenario = Reading
            .Text(
                """
                scenario: A jury that tosses coins
                from: 2000-01-01
                until: 2000-03-31
                step: month
                organs:
                  Jury:   {seats: 5, rank: 0.5, source: declared}
                  Clerk:  {seats: 1, rank: 0.1, source: declared}
                  Warden: {seats: 1, rank: 1, source: declared}
                people:
                  Accused: {holds: [Warden], source: declared}
                  Keeper:  {holds: [Clerk], source: declared}
                contenders: {people: [Accused], source: declared}
                cadres:     {number: 60, called: a juror, source: declared}
                documents:
                  the Charge: {asks to remove: Warden, audiences: [Jury], source: declared}
                behaviour:
                  - there are no alliances
                clauses:
                  1: Clerk decides who hears the Charge [declared]
                  2: Jury dismisses Warden by majority [declared]
                  3: Jury is drawn by lot [declared]
                events:
                  2000-02-01: {what: the Charge is delivered to Clerk, kind: given, source: declared}
                outcomes:
                  acquitted(X): X sits in Warden [declared]
                """
            )
            .Scenario!;
        long both = 0,
            only = 0,
            none = 0;
        foreach (var trace in Histories.Tell(scenario, 3, [.. Enumerable.Range(0, 3000)], 2))
        {
            foreach (var vote in trace.Entries.Where(e => e is { Kind: TraceKind.Voted, Roll.Lines.Length: 5 }).Take(1))
            {
                var others = vote.Roll!.Lines.Skip(1).Sum(l => l.Yes);
                both += others >= vote.Needed ? 1 : 0;
                only += others < vote.Needed && others + 1 >= vote.Needed ? 1 : 0;
                none += others + 1 < vote.Needed ? 1 : 0;
            }
        }
        var n = new Necessity(new PairedCounts(both, only, 0, none));

        Assert.True(n.Counts.Runs > 2000);
        Near("committee_pivot", "PNS", n.NecessaryAndSufficient);
        Near("committee_pivot", "PN", n.Necessary);
        Near("committee_pivot", "PS", n.Sufficient);
        Assert.Equal(3.0 / 8, Published("committee_pivot", "PNS"));
    }

    [Theory]
    [InlineData("maj3", 3)]
    [InlineData("unan3of4", 4)]
    [InlineData("wvg6_4321", 4)]
    public void A_study_of_every_setting_gives_the_published_values_and_pair_interactions(string name, int players)
    {
        Factor[] factors = [.. Enumerable.Range(1, players).Select(i => Factor($"{i}", FactorKind.Rules))];
        Func<ImmutableArray<int>, bool> wins = name switch
        {
            "maj3" => s => s.Length >= 2,
            "unan3of4" => s => s.Count(i => i <= 3) == 3,
            _ => s => s.Sum(i => 5 - i) >= 6,
        };
        var shares = Answer(
            new OwenShares(Scenario(factors), AWins, [.. factors], seed: 1, runs: 2, exact: true),
            (world, _, who) => who == A && wins([.. Enumerable.Range(1, players).Where(i => world.Has($"{i}"))]),
            out _
        );

        foreach (var row in PublishedTable.Read("interaction_indices.csv").Where(r => r["game"] == name))
        {
            var set = row["coalition_1based"].Split(' ');
            var expected = PublishedTable.Number(row["shapley_interaction"]);
            if (set is [var one])
                Assert.Equal(expected, shares.Factors.Single(f => f.Name == one).Value.Value, 1e-12);
            else if (set is [var a, var b])
                Assert.Equal(expected, shares.Interactions.Single(i => i.First == a && i.Second == b).Index.Value, 1e-12);
        }
    }

    [Fact]
    public void Judgements_of_causes_follow_the_two_probabilities_and_how_normal_the_cause_is()
    {
        var counts = new PairedCounts(100, 630, 0, 270);
        var (effect, strength) = CausalJudgement.Of(counts, 0.5);

        // Two by two: cov(X,Y)/(sd sd) with P(Y|X) 0.73 and P(Y|not X) 0.1.
        Assert.Equal(0.63 * 0.5 / Math.Sqrt(0.415 * 0.585), effect.Value, 12);
        Assert.Equal(0.5 * (0.9 + 0.73), strength.Value, 12);
        Assert.True(effect.Low < effect.Value && effect.Value < effect.High && effect.StandardError > 0);
        Assert.True(CausalJudgement.Of(counts, 0.1).EffectSize.Value > CausalJudgement.Of(counts, 0.99).EffectSize.Value);
        Assert.False(CausalJudgement.Of(default, 0.5).EffectSize.IsDefined);
    }

    private static void Near(string name, string quantity, Estimate value) =>
        Assert.InRange(Published(name, quantity) - value.Value, (-4.5 * value.StandardError) - 1e-9, (4.5 * value.StandardError) + 1e-9);

    private static double Published(string name, string quantity) => PublishedTable.Number(Cell(name, quantity));

    private static (double Low, double High) Range(string name, string quantity)
    {
        var ends = Cell(name, quantity).Trim('[', ']').Split(',');
        return (PublishedTable.Number(ends[0]), PublishedTable.Number(ends[1]));
    }

    private static string Cell(string name, string quantity) =>
        PublishedTable.Read("causal_pn_ps.csv").Single(r => r["case"] == name && r["quantity"] == quantity)["computed"];
}
