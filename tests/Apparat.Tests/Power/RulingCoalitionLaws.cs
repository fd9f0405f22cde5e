using Apparat.Numerics;
using CsCheck;

namespace Apparat.Tests;

/// <summary>What holds of every ultimate ruling coalition, and the pass over all coalitions against the recursion it replaces.</summary>
public sealed class RulingCoalitionLaws
{
    private static readonly Gen<Supermajority> AnyAlpha = Gen.Int[0, 5]
        .Select(i => new Supermajority(new[] { 1, 3, 2, 3, 4, 9 }[i], new[] { 2, 5, 3, 4, 5, 16 }[i]));

    // Small numbers make many ties.
    private static readonly Gen<double[]> AnyPowers = Gen.OneOf(
        Gen.Int[1, 9].Select(i => (double)i).Array[1, 9],
        Gen.Int[1, 1000].Select(i => (double)i).Array[1, 9]
    );

    [Fact]
    public void One_pass_over_all_coalitions_gives_what_the_papers_recursion_gives() =>
        Gen.Select(AnyPowers, AnyAlpha)
            .Sample(
                (powers, alpha) =>
                {
                    var naive = Recursion(powers, alpha);
                    var found = new uint[1 << powers.Length];
                    var count = UltimateRulingCoalition.Find(powers, alpha, found);
                    var self = UltimateRulingCoalition.SelfEnforcing(powers, alpha);

                    return naive[^1].SequenceEqual(found[..count])
                        && Enumerable.Range(1, naive.Length - 1).All(x => self[x] == (naive[x] is [var only] && only == x));
                },
                iter: 400
            );

    [Fact]
    public void Order_of_members_does_not_matter() =>
        Gen.Select(AnyPowers, AnyAlpha)
            .Sample(
                (powers, alpha) =>
                {
                    uint[] forwards = new uint[1024],
                        backwards = new uint[1024];
                    var count = UltimateRulingCoalition.Find(powers, alpha, forwards);
                    var again = UltimateRulingCoalition.Find([.. powers.Reverse()], alpha, backwards);
                    return count == again
                        && forwards[..count].Order().SequenceEqual(backwards[..again].Select(x => Mirror(x, powers.Length)).Order());
                },
                iter: 200
            );

    [Fact]
    public void A_member_without_power_changes_nothing() =>
        Gen.Select(AnyPowers, AnyAlpha)
            .Sample(
                (powers, alpha) =>
                {
                    uint[] without = new uint[1024],
                        with = new uint[1024];
                    var count = UltimateRulingCoalition.Find(powers, alpha, without);
                    var again = UltimateRulingCoalition.Find([.. powers, 0], alpha, with);
                    return without[..count].SequenceEqual(with[..again]);
                },
                iter: 200
            );

    [Fact]
    public void Eight_contenders_cost_no_memory()
    {
        double[] powers = [3, 4, 5, 10, 2, 7, 6, 1];
        Span<uint> found = stackalloc uint[4];
        UltimateRulingCoalition.Find(powers, Supermajority.Half, found);
        var before = GC.GetAllocatedBytesForCurrentThread();

        UltimateRulingCoalition.Find(powers, Supermajority.Half, found);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Bad_powers_and_bad_majorities_are_refused()
    {
        Assert.Throws<ArgumentException>(() => UltimateRulingCoalition.Find([], Supermajority.Half, []));
        Assert.Throws<ArgumentException>(() => UltimateRulingCoalition.Find([1, double.NaN], Supermajority.Half, []));
        Assert.Throws<ArgumentException>(() => UltimateRulingCoalition.Find([1, -1], Supermajority.Half, []));
        Assert.Throws<ArgumentException>(() => UltimateRulingCoalition.Find(new double[26], Supermajority.Half, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Supermajority(1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Supermajority(1, 1));
    }

    // Section 2 of theory: phi(X) for every X, smaller coalitions first.
    private static uint[][] Recursion(double[] powers, Supermajority alpha)
    {
        var phi = new uint[1 << powers.Length][];
        phi[0] = [];
        for (var x = 1u; x < phi.Length; x++)
        {
            var least = double.PositiveInfinity;
            List<uint> weakest = [];
            for (var y = (x - 1) & x; y != 0; y = (y - 1) & x)
            {
                var power = Sum(powers, y);
                if (!alpha.IsExceeded(power, Sum(powers, x)) || phi[y] is not [var only] || only != y || power > least)
                    continue;
                if (power < least)
                    weakest.Clear();
                least = power;
                weakest.Add(y);
            }
            phi[x] = weakest.Count == 0 ? [x] : [.. weakest.Order()];
        }
        return phi;
    }

    private static double Sum(double[] powers, uint set) => powers.Where((_, i) => (set >> i & 1) == 1).Sum();

    private static uint Mirror(uint set, int n) =>
        Enumerable.Range(0, n).Where(i => (set >> i & 1) == 1).Aggregate(0u, (m, i) => m | (1u << (n - 1 - i)));
}
