using System.Collections.Immutable;
using System.Numerics;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>A game written as one quota rule: <c>[q; w1, ...]</c>, a weight for one member of each class.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Weights">The weights.</param>
public sealed record WeightedForm(BigInteger Quota, ImmutableArray<BigInteger> Weights)
{
    /// <summary>
    /// Weights under which given coalitions win and others lose; null if there are none. A game has a weighted form exactly if that holds for its
    /// minimal winning and its maximal losing coalitions (Taylor and Zwicker 1999), and identical players may have equal weights.
    /// </summary>
    public static WeightedForm? Separating(
        IReadOnlyCollection<ImmutableArray<int>> winning,
        IReadOnlyCollection<ImmutableArray<int>> losing,
        int classes,
        CancellationToken cancel = default
    )
    {
        // Largest gap, at most 1: quota - w(W) <= 0 and gap + w(L) - quota <= 0. If any gap is possible, 1 is.
        var zero = Fraction.Of(0);
        var one = Fraction.Of(1);
        Fraction Of(int k) => Fraction.Of(k);
        Fraction[][] rows =
        [
            .. winning.Select(w => (Fraction[])[.. w.Select(k => Of(-k)), one, zero, zero]),
            .. losing.Select(l => (Fraction[])[.. l.Select(Of), Of(-1), one, zero]),
            [.. Enumerable.Repeat(zero, classes), zero, one, one],
        ];
        Fraction[] objective = [.. Enumerable.Repeat(zero, classes + 1), one];
        var values = LinearProgram.Maximise(rows, objective, cancel)!;
        if (values[^1] != one)
            return null;
        var scale = values.Aggregate(BigInteger.One, (s, v) => s * v.Denominator / BigInteger.GreatestCommonDivisor(s, v.Denominator));
        BigInteger Whole(Fraction f) => f.Numerator * (scale / f.Denominator);
        ImmutableArray<BigInteger> weights = [.. values.Take(classes).Select(Whole)];
        // The least total that wins serves as well as the quota found, and lets a common divisor out.
        var quota = winning.Select(w => w.Select((k, c) => k * weights[c]).Aggregate((a, b) => a + b)).Min();
        var common = weights.Aggregate(quota, BigInteger.GreatestCommonDivisor);
        return new(quota / common, [.. weights.Select(w => w / common)]);
    }
}
