using System.Collections.Immutable;
using System.Numerics;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>All that indices of swings need, counted without error.</summary>
/// <param name="Winning">Winning coalitions by size, from 0 to all players.</param>
/// <param name="Critical">For each class, coalitions by size in which one given member of it is critical: they win with him and lose without.</param>
public sealed record SwingCounts(ImmutableArray<BigInteger> Winning, ImmutableArray<ImmutableArray<BigInteger>> Critical)
{
    /// <summary>How many players there are.</summary>
    public int Players => Winning.Length - 1;

    /// <summary>The three numbers a class from which every index of swings is made, as fractions.</summary>
    public Swings<Fraction> Exact()
    {
        var n = Players;
        var half = BigInteger.One << (n - 1);
        // Orders in which he comes last of s: 1 of n C(n-1,s-1). All these binomials divide lcm(1..n)/n.
        var common = BigInteger.One;
        for (var k = 2; k <= n; k++)
            common *= k / BigInteger.GreatestCommonDivisor(common, k);
        common /= n;
        var binomials = Binomials.Row(n - 1);
        return new(
            n,
            new Fraction(Sum(Winning), half * 2),
            [.. Critical.Select(c => new Fraction(Sum(c), half))],
            [.. Critical.Select(c => new Fraction(Sum(c.Select((x, s) => x.IsZero ? x : x * (common / binomials[s - 1]))), common * n))]
        );
    }

    /// <summary>The same as <see cref="Exact"/> as numbers, each right to the last digits.</summary>
    public Swings<Interval> Rounded()
    {
        var n = Players;
        var half = BigInteger.One << (n - 1);
        var binomials = Binomials.Row(n - 1);
        Interval Ratio(BigInteger a, BigInteger b) => Interval.Exact(new Fraction(a, b).ToDouble());
        double Pivotal(ImmutableArray<BigInteger> critical)
        {
            var sum = 0.0;
            for (var s = 1; s <= n; s++)
            {
                if (!critical[s].IsZero)
                    sum += new Fraction(critical[s], binomials[s - 1]).ToDouble();
            }
            return sum / n;
        }
        return new(
            n,
            Ratio(Sum(Winning), half * 2),
            [.. Critical.Select(c => Ratio(Sum(c), half))],
            [.. Critical.Select(c => Interval.Exact(Pivotal(c)))]
        );
    }

    internal static BigInteger Sum(IEnumerable<BigInteger> counts) => counts.Aggregate(BigInteger.Zero, (a, b) => a + b);
}

/// <summary>The three numbers from which every index of swings is made.</summary>
/// <param name="Players">How many players there are.</param>
/// <param name="Passage">P(a proposal passes) if everyone tosses a fair coin.</param>
/// <param name="Decisive">For each class, P(one given member of it decides) if all others toss fair coins: absolute Banzhaf power.</param>
/// <param name="Pivotal">For each class, P(one given member of it turns losing into winning) in a random order: Shapley-Shubik power.</param>
public sealed record Swings<T>(int Players, T Passage, ImmutableArray<T> Decisive, ImmutableArray<T> Pivotal)
    where T : IArithmetic<T>;
