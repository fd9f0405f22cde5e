using System.Collections.Immutable;
using System.Numerics;

namespace Apparat.Analysis;

/// <summary>
/// A value for every set of factors, and what theory deals out of it. Sets are bit masks: bit i is factor i.
/// Shapley 1953; Owen 1977; interaction indices Grabisch and Roubens 1999.
/// </summary>
/// <param name="Values">One value a set, 2^k of them, the empty set first.</param>
public sealed record CoalitionalGame(ImmutableArray<double> Values)
{
    /// <summary>How many factors.</summary>
    public int Factors => BitOperations.Log2((uint)Values.Length);

    /// <summary>The game of a rule that says what a set is worth.</summary>
    public static CoalitionalGame Of(int factors, Func<int, double> value) => new([.. Enumerable.Range(0, 1 << factors).Select(value)]);

    /// <summary>Shapley values; they sum to v(all) - v(none).</summary>
    public ImmutableArray<double> Shapley() => Owen([.. Enumerable.Repeat(0, Factors)]);

    /// <summary>Owen values: factors of one union stay together in every order; they sum to v(all) - v(none).</summary>
    /// <param name="unions">The number of each factor's union.</param>
    public ImmutableArray<double> Owen(ImmutableArray<int> unions)
    {
        var design = new UnionWeights(unions);
        var shares = new double[Factors];
        for (var i = 0; i < shares.Length; i++)
        {
            foreach (var (set, weight) in design.Marginals(i))
                shares[i] += weight * (Values[set | (1 << i)] - Values[set]);
            shares[i] /= design.Denominator;
        }
        return [.. shares];
    }

    /// <summary>The Shapley interaction index of a set of factors.</summary>
    public double ShapleyInteraction(int set)
    {
        var s = BitOperations.PopCount((uint)set);
        return Interaction(set, t => Factorial(Factors - t - s) * Factorial(t) / Factorial(Factors - s + 1));
    }

    /// <summary>The Banzhaf interaction index of a set of factors.</summary>
    public double BanzhafInteraction(int set)
    {
        var others = Factors - BitOperations.PopCount((uint)set);
        return Interaction(set, _ => 1.0 / (1 << others));
    }

    private double Interaction(int set, Func<int, double> weight)
    {
        var sum = 0.0;
        for (var outside = 0; outside < Values.Length; outside++)
        {
            if ((outside & set) == 0)
                sum += weight(BitOperations.PopCount((uint)outside)) * Derivative(set, outside);
        }
        return sum;
    }

    /// <summary>The discrete derivative: the alternating sum over the parts of a set, all else as in <paramref name="outside"/>.</summary>
    private double Derivative(int set, int outside)
    {
        var sum = 0.0;
        for (var part = set; ; part = (part - 1) & set)
        {
            var sign = (BitOperations.PopCount((uint)(set ^ part)) & 1) == 0 ? 1 : -1;
            sum += sign * Values[outside | part];
            if (part == 0)
                return sum;
        }
    }

    internal static double Factorial(int n)
    {
        var product = 1.0;
        for (var i = 2; i <= n; i++)
            product *= i;
        return product;
    }
}
