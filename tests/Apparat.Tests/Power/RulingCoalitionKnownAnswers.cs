using Apparat.Numerics;

namespace Apparat.Tests;

/// <summary>Ultimate ruling coalitions of the published examples (Acemoglu, Egorov and Sonin 2008) and of the table computed from their definition.</summary>
public sealed class RulingCoalitionKnownAnswers
{
    public static TheoryData<string> Cases => [.. PublishedTable.Read("aes_urc.csv").Select(r => r["case"])];

    public static TheoryData<string> Alphas => [.. PublishedTable.Read("aes_equal_power_sizes.csv").Select(r => r["alpha"])];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_row_of_the_table_is_found_with_all_its_ties(string name)
    {
        var row = PublishedTable.Read("aes_urc.csv").Single(r => r["case"] == name);
        double[] powers = [.. row["powers_gamma"].Split(' ').Select(PublishedTable.Number)];
        var found = new uint[64];

        var count = UltimateRulingCoalition.Find(powers, Alpha(row["alpha"]), found);

        var expected = row["computed_URC_members_1based"]
            .Split('|')
            .Select(c => c.Split(' ').Aggregate(0u, (set, i) => set | (1u << (int.Parse(i) - 1))));
        Assert.Equal(expected.Order(), found[..count]);
        Assert.Equal(int.Parse(row["n_minimisers"]), count);
    }

    [Theory]
    [MemberData(nameof(Alphas))]
    public void Nearly_equal_members_rule_in_the_sizes_of_the_table(string alpha)
    {
        var sizes = PublishedTable
            .Read("aes_equal_power_sizes.csv")
            .Single(r => r["alpha"] == alpha)["sizes"]
            .Split(' ')
            .Select(int.Parse)
            .ToArray();
        var found = new uint[1];
        for (var n = 1; n <= 16; n++)
        {
            // Generic and nearly equal: powers 2^24 + 2^i have no two equal sums of the same size.
            var count = UltimateRulingCoalition.Find(
                [.. Enumerable.Range(0, n).Select(i => (double)((1 << 24) + (1 << i)))],
                Alpha(alpha),
                found
            );

            Assert.Equal(1, count);
            Assert.Equal(sizes.Last(s => s <= n), System.Numerics.BitOperations.PopCount(found[0]));
        }
    }

    private static Supermajority Alpha(string text) => new(long.Parse(text.Split('/')[0]), long.Parse(text.Split('/')[1]));
}
