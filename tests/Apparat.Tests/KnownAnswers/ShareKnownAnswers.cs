using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>Values and interactions against published games.</summary>
public sealed class ShareKnownAnswers
{
    public static TheoryData<string> Games => ["maj3", "unan3of4", "wvg6_4321", "additive3"];

    public static TheoryData<string> Unions => [.. PublishedTable.Read("owen_values.csv").Select(r => r["case"]).Distinct()];

    [Theory]
    [MemberData(nameof(Games))]
    public void Interaction_indices_are_those_of_the_table(string name)
    {
        var game = name switch
        {
            "maj3" => CoalitionalGame.Of(3, s => int.PopCount(s) >= 2 ? 1 : 0),
            "unan3of4" => CoalitionalGame.Of(4, s => (s & 7) == 7 ? 1 : 0),
            "wvg6_4321" => CoalitionalGame.Of(4, s => Weight(s, [4, 3, 2, 1]) >= 6 ? 1 : 0),
            _ => CoalitionalGame.Of(3, s => Weight(s, [1, 2, 3])),
        };

        var rows = PublishedTable.Read("interaction_indices.csv").Where(r => r["game"] == name).ToArray();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var set = row["coalition_1based"].Split(' ').Sum(i => 1 << (int.Parse(i) - 1));
            Assert.Equal(PublishedTable.Number(row["shapley_interaction"]), game.ShapleyInteraction(set), 1e-12);
            Assert.Equal(PublishedTable.Number(row["banzhaf_interaction"]), game.BanzhafInteraction(set), 1e-12);
            if (int.PopCount(set) == 1)
                Assert.Equal(PublishedTable.Number(row["shapley_interaction"]), game.Shapley()[int.Log2(set)], 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Unions))]
    public void Owen_values_are_those_of_the_table(string name)
    {
        var rows = PublishedTable.Read("owen_values.csv").Where(r => r["case"] == name).ToArray();
        var (quota, weights, unions) = Case(rows[0]);
        var owen = CoalitionalGame.Of(weights.Length, s => Weight(s, weights) >= quota ? 1 : 0).Owen(unions);

        foreach (var row in rows)
            Assert.Equal(PublishedTable.Number(row["owen_exact"]), owen[int.Parse(row["player"]) - 1], 1e-12);
    }

    [Fact]
    public void A_study_of_every_setting_deals_out_the_published_Owen_values()
    {
        var rows = PublishedTable.Read("owen_values.csv").Where(r => r["case"] == "OW1").ToArray();
        var (quota, weights, unions) = Case(rows[0]);
        var factors = weights.Select((_, i) => Factor($"player {i + 1}", (FactorKind)unions[i])).ToArray();
        var study = new OwenShares(Scenario(factors), AWins, [.. factors], seed: 1, runs: 3, exact: true);

        var shares = Answer(study, (world, _, who) => who == A && Weight(Present(world, factors), weights) >= quota, out _);

        foreach (var row in rows)
        {
            var share = shares.Factors[int.Parse(row["player"]) - 1];
            Assert.Equal(PublishedTable.Number(row["owen_exact"]), (double)share.Numerator / share.Denominator, 1e-12);
        }
    }

    private static int Present(Scenario world, Factor[] factors) => factors.Select((f, i) => world.Has(f.Name) ? 1 << i : 0).Sum();

    private static double Weight(int set, IReadOnlyList<double> weights) => weights.Where((_, i) => (set & (1 << i)) != 0).Sum();

    private static (double Quota, double[] Weights, ImmutableArray<int> Unions) Case(IReadOnlyDictionary<string, string> row)
    {
        double[] weights = [.. row["weights"].Split(' ').Select(PublishedTable.Number)];
        var unions = new int[weights.Length];
        foreach (var (members, u) in row["unions_1based"].Split(';').Select((m, u) => (m, u)))
        {
            foreach (var member in members.Trim().Split(' '))
                unions[int.Parse(member) - 1] = u;
        }
        return (PublishedTable.Number(row["quota"]), weights, [.. unions]);
    }
}
