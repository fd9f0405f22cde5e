using Apparat.Numerics;
using CsCheck;

namespace Apparat.Tests;

/// <summary>Votes counted exactly, against the published table and against every history of a small body.</summary>
public sealed class PoissonBinomialKnownAnswers
{
    public static TheoryData<double[], int, double[], double> Table
    {
        get
        {
            var data = new TheoryData<double[], int, double[], double>();
            foreach (var row in PublishedTable.Read("vote_pass_probability.csv"))
                data.Add(
                    Numbers(row["yes_probabilities"]),
                    int.Parse(row["quota"]),
                    Numbers(row["pmf_0_to_n"]),
                    PublishedTable.Number(row["pass_probability_exact"])
                );
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_body_carries_a_motion_as_often_as_the_table_says(double[] yes, int quota, double[] exactly, double carried)
    {
        Assert.Equal(carried, PoissonBinomial.AtLeast(yes, quota), 1e-14);
        for (var k = 0; k <= yes.Length; k++)
            Assert.Equal(exactly[k], PoissonBinomial.AtLeast(yes, k) - PoissonBinomial.AtLeast(yes, k + 1), 1e-14);
    }

    [Fact]
    public void Small_bodies_agree_with_every_way_of_voting_counted_out() =>
        Gen.Select(Gen.Double[0, 1].Array[0, 10], Gen.Int[-1, 12])
            .Sample(
                (yes, quota) =>
                {
                    var carried = 0.0;
                    for (var votes = 0; votes < 1 << yes.Length; votes++)
                    {
                        var p = 1.0;
                        for (var v = 0; v < yes.Length; v++)
                            p *= (votes >> v & 1) == 1 ? yes[v] : 1 - yes[v];
                        carried += System.Numerics.BitOperations.PopCount((uint)votes) >= quota ? p : 0;
                    }
                    Assert.Equal(carried, PoissonBinomial.AtLeast(yes, quota), 1e-12);
                }
            );

    [Fact]
    public void The_bound_is_never_exceeded_and_tells_a_lost_vote_from_an_open_one()
    {
        var doubtful = Gen.OneOf(Gen.Double[0, 1], Gen.Double[0, 1e-3], Gen.Double[0.999, 1], Gen.Const(0.0), Gen.Const(1.0));
        Gen.Select(doubtful.Array[0, 64], Gen.Int[-1, 66])
            .Sample((yes, quota) => Assert.True(PoissonBinomial.Bound(yes, quota) >= PoissonBinomial.AtLeastExactly(yes, quota)));
        double[] split = [.. Enumerable.Repeat(0.97, 20), .. Enumerable.Repeat(0.03, 23)];
        Assert.Equal(1, PoissonBinomial.Bound(split, 20));
        Assert.InRange(PoissonBinomial.Bound(split, 29), 0, 1e-5);
    }

    [Fact]
    public void Above_sixty_four_voters_the_refined_tail_stays_within_half_a_percentage_point() =>
        Gen.Select(Gen.Double[0.02, 0.98].Array[65, 300], Gen.Double[0.3, 0.8])
            .Sample(
                (yes, at) =>
                {
                    var quota = (int)(at * yes.Length);
                    Assert.Equal(PoissonBinomial.AtLeastExactly(yes, quota), PoissonBinomial.AtLeast(yes, quota), 0.005);
                }
            );

    [Fact]
    public void Voters_counted_in_classes_are_voters_counted_one_by_one() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Double[0.02, 0.98], Gen.Double[0.02, 0.98], Gen.Double[0.3, 0.8])
            .Sample(
                (n, m, p, q, at) =>
                {
                    double[] each = [.. Enumerable.Repeat(p, n), .. Enumerable.Repeat(q, m)];
                    var quota = (int)(at * each.Length) + 1;
                    // Ruling M11: exact to 64 voters, within half a percentage point above.
                    var close = n + m <= PoissonBinomial.ExactUpTo ? 1e-12 : 0.005;
                    Assert.Equal(PoissonBinomial.AtLeastExactly(each, quota), PoissonBinomial.AtLeast([n, m], [p, q], quota), close);
                }
            );

    [Fact]
    public void Nobody_is_needed_and_more_than_all_never_suffice()
    {
        Assert.Equal(1, PoissonBinomial.AtLeast([0.1, 0.2], 0));
        Assert.Equal(0, PoissonBinomial.AtLeast([0.9, 0.8], 3));
        Assert.Equal(1, PoissonBinomial.AtLeast([], 0));
        Assert.Equal(0, PoissonBinomial.AtLeast([], 1));
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(PublishedTable.Number)];
}
