using Apparat.Numerics;

namespace Apparat.Tests;

/// <summary>Opinion dynamics against the published tables.</summary>
public sealed class OpinionKnownAnswers
{
    // The four discussants of Friedkin and Johnsen (1999); susceptibility is what each does not give to himself.
    private static readonly double[] Weights =
    [
        0.220,
        0.120,
        0.360,
        0.300,
        0.147,
        0.215,
        0.344,
        0.294,
        0,
        0,
        1,
        0,
        0.090,
        0.178,
        0.446,
        0.286,
    ];
    private static readonly double[] Susceptibility = [0.780, 0.785, 0, 0.714];

    [Fact]
    public void Four_discussants_settle_where_Friedkin_and_Johnsen_found_them()
    {
        var settled = Settle([25, 25, 75, 85]);
        foreach (var row in PublishedTable.Read("friedkin_johnsen.csv").Where(r => r["quantity"] == "final opinion"))
        {
            var i = (int)PublishedTable.Number(row["index"]) - 1;
            Assert.Equal(PublishedTable.Number(row["computed"]), settled[i], 1e-9);
        }
    }

    [Fact]
    public void What_each_owes_to_the_others_is_the_published_matrix()
    {
        foreach (var row in PublishedTable.Read("friedkin_johnsen.csv").Where(r => r["quantity"] == "V matrix"))
        {
            var at = row["index"].Split(',').Select(x => int.Parse(x, System.Globalization.CultureInfo.InvariantCulture) - 1).ToArray();
            var unit = new double[4];
            unit[at[1]] = 1;
            Assert.Equal(PublishedTable.Number(row["computed"]), Settle(unit)[at[0]], 1e-9);
        }
    }

    [Fact]
    public void Discussants_who_listen_alike_settle_as_the_full_matrix_has_it()
    {
        double[] weights = [0.5, 0.2, 0.3];
        double[] first = [-1, 0, 0.5];
        double[] matrix = [.. Enumerable.Range(0, 3).SelectMany(_ => weights)];
        var together = first.ToArray();
        var apart = first.ToArray();
        var next = new double[3];
        for (var t = 0; t < 50; t++)
        {
            FriedkinJohnsen.StepTogether(weights, 0.4, first, together);
            FriedkinJohnsen.Step(matrix, [0.4, 0.4, 0.4], first, apart, next);
            next.CopyTo(apart, 0);
        }
        for (var i = 0; i < 3; i++)
            Assert.Equal(apart[i], together[i], 1e-12);
    }

    [Fact]
    public void Bounded_confidence_splits_into_the_published_clusters()
    {
        var rows = PublishedTable.Read("hegselmann_krause.csv");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var opinions = Initial(row["initial"]);
            var steps = HegselmannKrause.Settle(opinions, PublishedTable.Number(row["epsilon"]));
            Array.Sort(opinions);
            double[] clusters = [.. opinions.Where((x, i) => i == 0 || x - opinions[i - 1] > 1e-6)];
            var published = row["cluster_positions"].Split(' ').Select(PublishedTable.Number).ToArray();
            Assert.Equal((int)PublishedTable.Number(row["steps_to_fixation"]), steps);
            Assert.Equal(published.Length, clusters.Length);
            for (var c = 0; c < clusters.Length; c++)
                Assert.Equal(published[c], clusters[c], 1e-9);
        }
    }

    [Fact]
    public void Spans_that_do_not_belong_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => FriedkinJohnsen.Step([1], [1, 1], [0, 0], [0, 0], new double[2]));
        Assert.Throws<ArgumentException>(() => FriedkinJohnsen.StepTogether([1], 0.5, [0, 0], new double[2]));
        Assert.Throws<ArgumentException>(() => HegselmannKrause.Step([0, 1], 0.1, new double[1]));
    }

    private static double[] Settle(double[] first)
    {
        var now = first.ToArray();
        var next = new double[4];
        for (var t = 0; t < 400; t++)
        {
            FriedkinJohnsen.Step(Weights, Susceptibility, first, now, next);
            next.CopyTo(now, 0);
        }
        return now;
    }

    private static double[] Initial(string text)
    {
        if (!text.Contains("agents", StringComparison.Ordinal) || !text.StartsWith("0,", StringComparison.Ordinal))
            return [.. text.Split(' ').TakeWhile(t => t.StartsWith('.')).Select(PublishedTable.Number)];
        var n = text.Contains("21", StringComparison.Ordinal) ? 21 : 11;
        return [.. Enumerable.Range(0, n).Select(i => i / (n - 1.0))];
    }
}
