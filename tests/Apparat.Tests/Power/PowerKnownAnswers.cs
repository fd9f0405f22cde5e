using System.Collections.Concurrent;
using System.Numerics;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Tests;

/// <summary>Voting power against the tables of published and recomputed values, row by row.</summary>
public sealed class PowerKnownAnswers
{
    private static readonly ConcurrentDictionary<string, Lazy<PowerAnswer>> Answers = new();

    public static TheoryData<string, string, string> Rows =>
        [.. PublishedTable.Read("power_indices.csv").Select((r, i) => (r["case"], $"{r["player_or_class"]} #{i}", r["index"]))];

    public static TheoryData<string> Oceans =>
        [.. PublishedTable.Read("oceanic_single_major.csv").Select(r => $"{r["major_weight_share"]} against {r["n_small_equal"]}")];

    public static TheoryData<string> FactionCases => [.. PublishedTable.Read("owen_values.csv").Select(r => r["case"]).Distinct()];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_row_of_the_table_of_indices_is_reproduced(string name, string player, string index)
    {
        var row = PublishedTable.Read("power_indices.csv")[int.Parse(player.Split('#')[1])];
        var answer = Answers
            .GetOrAdd(
                name,
                n =>
                    new(() =>
                        VotingPower.Of(
                            PublishedGames.Named(n),
                            new() { EveryIndex = n is not ("EU27NICE255" or "EU27NICE258" or "USEC1970" or "USEC1990") }
                        )
                    )
            )
            .Value;

        if (index == "coleman_act")
        {
            Same(row, answer.PassageFraction!.Value);
            return;
        }
        var values = answer[index];
        Assert.NotNull(values);
        foreach (var i in PlacesOf(answer.Game, row))
            Same(row, values.Fractions!.Value[i]);
    }

    [Theory]
    [InlineData("USEC1970", "votes_1970_census")]
    [InlineData("USEC1990", "votes_1990_census")]
    public void States_have_the_electoral_votes_the_games_are_made_of(string name, string column)
    {
        var votes = PublishedTable.Read("us_electoral_votes.csv").Select(r => long.Parse(r[column])).OrderDescending();
        Assert.Equal(votes, ((QuotaRule)PublishedGames.Named(name).Wins).Weights);
    }

    [Theory]
    [InlineData("IMF Board of Governors, simple majority (>50%)")]
    [InlineData("IMF Board of Governors, 70%")]
    public void All_governors_of_the_fund_have_the_power_of_the_table(string name)
    {
        var rows = PublishedTable.Read("imf_board_of_governors.csv").Where(r => r["game"] == name).ToArray();
        var answer = VotingPower.Of(PublishedGames.OneRule(long.Parse(rows[0]["quota"]), [.. rows.Select(r => long.Parse(r["weight"]))]));

        Assert.Contains("quadrature", answer.Method.Name);
        for (var i = 0; i < rows.Length; i++)
        {
            foreach (var index in new[] { "banzhaf_absolute", "banzhaf_normalised", "shapley_shubik" })
                Assert.Equal(PublishedTable.Number(rows[i][index]), answer[index]!.Values[i].Value, 2e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Oceans))]
    public void One_large_holder_among_many_small_has_the_power_of_the_table(string name)
    {
        var row = PublishedTable
            .Read("oceanic_single_major.csv")
            .Single(r => $"{r["major_weight_share"]} against {r["n_small_equal"]}" == name);
        var small = int.Parse(row["n_small_equal"]);
        var share = (long)Math.Round(10 * PublishedTable.Number(row["major_weight_share"]));
        // The small ones weigh 10 - share together, times their number; a simple majority of all decides.
        var game = PublishedGames.Game([("major", 1), ("small", small)], new QuotaRule([share * small, 10 - share], (10L * small / 2) + 1));

        var answer = VotingPower.Of(game, new() { Exact = small < 1000 });

        Assert.Equal(Exact(row["SS_major_exact"]).ToDouble(), answer["shapley_shubik"]!.Values[0].Value, 1e-12);
        if (small < 1000)
            Assert.Equal(Exact(row["SS_major_exact"]), answer["shapley_shubik"]!.Fractions!.Value[0]);
    }

    [Theory]
    [MemberData(nameof(FactionCases))]
    public void Members_of_factions_have_the_power_of_the_table(string name)
    {
        var rows = PublishedTable.Read("owen_values.csv").Where(r => r["case"] == name).ToArray();
        var game = PublishedGames.OneRule(long.Parse(rows[0]["quota"]), PublishedGames.Numbers(rows[0]["weights"])) with
        {
            Factions =
            [
                .. rows[0]
                    ["unions_1based"]
                    .Split(';')
                    .Select((u, i) => new Faction($"{i}", [.. PublishedGames.Numbers(u).Select(p => (int)p - 1)])),
            ],
        };

        var values = FactionPower.Of(game, PowerIndex.OfUnions);

        foreach (var row in rows)
        {
            var i = int.Parse(row["player"]) - 1;
            Assert.Equal(Exact(row["owen_exact"]), values[0][i]);
            Assert.Equal(Exact(row["banzhaf_owen_exact"]), values[1][i]);
        }
    }

    [Theory]
    [InlineData("maj3", 2, 1, 1, 1)]
    [InlineData("unan3of4", 3, 1, 1, 1, 0)]
    [InlineData("wvg6_4321", 6, 4, 3, 2, 1)]
    public void Voters_interact_as_in_the_table(string name, int quota, params int[] weights)
    {
        var game = PublishedGames.OneRule(quota, [.. weights.Select(w => (long)w)]);
        foreach (var row in PublishedTable.Read("interaction_indices.csv").Where(r => r["game"] == name))
        {
            var interaction = Interaction.Of(game, [.. PublishedGames.Numbers(row["coalition_1based"]).Select(p => (int)p - 1)]);

            Assert.Equal(Exact(row["shapley_interaction"]), interaction.Shapley);
            Assert.Equal(Exact(row["banzhaf_interaction"]), interaction.Banzhaf);
        }
    }

    private static IEnumerable<int> PlacesOf(VotingGame game, IReadOnlyDictionary<string, string> row)
    {
        var places = Enumerable.Range(0, game.Players.Length).Where(i => game.Players[i].Name == row["player_or_class"]).ToArray();
        if (places.Length == 0 && game.Wins is SomeOf { Parts: [QuotaRule votes, ..] })
        {
            // Members of the Union are in the order of the table.
            var names = PublishedTable
                .Read("power_indices.csv")
                .Where(r => r["case"] == row["case"])
                .Select(r => r["player_or_class"])
                .Distinct()
                .ToList();
            places = [names.IndexOf(row["player_or_class"])];
            Assert.Equal(votes.Weights[places[0]], long.Parse(row["weight"]));
        }
        Assert.NotEmpty(places);
        return places;
    }

    private static void Same(IReadOnlyDictionary<string, string> row, Fraction value)
    {
        if (row["exact_fraction"] != "")
            Assert.Equal(Exact(row["exact_fraction"]), value);
        Assert.Equal(PublishedTable.Number(row["computed_10dp"]), value.ToDouble(), 6e-11 * Math.Max(1, Math.Abs(value.ToDouble())));
    }

    private static Fraction Exact(string text)
    {
        var parts = text.Split('/');
        return new(BigInteger.Parse(parts[0]), parts.Length == 1 ? BigInteger.One : BigInteger.Parse(parts[1]));
    }
}
