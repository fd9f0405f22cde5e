using System.Collections.Immutable;
using System.Numerics;
using Apparat.Model;

namespace Apparat.Analysis;

/// <summary>
/// In how many of the orders that keep unions together each set of factors precedes a factor or a pair: whole numbers over one
/// denominator.
/// </summary>
internal sealed class UnionWeights
{
    private readonly int[][] _unions;
    private readonly int[] _of;

    /// <exception cref="ArgumentException">More than 12 factors in a union: the numbers of orders would overflow.</exception>
    public UnionWeights(ImmutableArray<int> unions)
    {
        var names = unions.Distinct().Order().ToArray();
        _unions = [.. names.Select(n => Enumerable.Range(0, unions.Length).Where(i => unions[i] == n).ToArray())];
        _of = [.. unions.Select(u => Array.IndexOf(names, u))];
        if (_unions.Any(u => u.Length > Factor.MostOfAKind) || _unions.Length > 6)
            throw new ArgumentException("At most 12 factors in a union, and 6 unions.", nameof(unions));
        Denominator = Factorial(_unions.Length) * Factorial(_unions.Select(u => u.Length).DefaultIfEmpty(0).Max());
    }

    /// <summary>What all weights of a factor sum to.</summary>
    public long Denominator { get; }

    /// <summary>How many unions.</summary>
    public int Unions => _unions.Length;

    /// <summary>The union of a factor.</summary>
    public int UnionOf(int factor) => _of[factor];

    /// <summary>All members of a union.</summary>
    public int Members(int union) => Mask(_unions[union]);

    /// <summary>The sets that can precede a factor, with their weights.</summary>
    public IEnumerable<(int Set, long Weight)> Marginals(int factor)
    {
        var own = _unions[_of[factor]];
        var largest = _unions.Max(u => u.Length);
        var scale = Factorial(largest) / Factorial(own.Length);
        foreach (var (before, unions) in Before(_of[factor], -1))
        {
            var outer = Factorial(unions) * Factorial(_unions.Length - 1 - unions);
            foreach (var inside in Subsets(Mask(own) & ~(1 << factor)))
            {
                var size = BitOperations.PopCount((uint)inside);
                yield return (before | inside, outer * Factorial(size) * Factorial(own.Length - 1 - size) * scale);
            }
        }
    }

    /// <summary>The sets that can precede two factors of one union, these two taken as one; weights sum to 1.</summary>
    public IEnumerable<(int Set, double Weight)> Pairs(int first, int second)
    {
        var own = _unions[_of[first]];
        foreach (var (before, unions) in Before(_of[first], -1))
        {
            var outer = (double)(Factorial(unions) * Factorial(_unions.Length - 1 - unions)) / Factorial(_unions.Length);
            foreach (var inside in Subsets(Mask(own) & ~(1 << first) & ~(1 << second)))
            {
                var size = BitOperations.PopCount((uint)inside);
                yield return (before | inside, outer * Factorial(size) * Factorial(own.Length - 2 - size) / Factorial(own.Length - 1));
            }
        }
    }

    /// <summary>The sets that can precede a factor and the whole of another union, both unions taken as one; weights sum to 1.</summary>
    public IEnumerable<(int Set, double Weight)> PairsWithUnion(int factor, int union)
    {
        var own = _unions[_of[factor]];
        foreach (var (before, unions) in Before(_of[factor], union))
        {
            var outer = (double)(Factorial(unions) * Factorial(_unions.Length - 2 - unions)) / Factorial(_unions.Length - 1);
            foreach (var inside in Subsets(Mask(own) & ~(1 << factor)))
            {
                var size = BitOperations.PopCount((uint)inside);
                yield return (before | inside, outer * Factorial(size) * Factorial(own.Length - 1 - size) / Factorial(own.Length));
            }
        }
    }

    private IEnumerable<(int Set, int Unions)> Before(int without, int alsoWithout)
    {
        var others = Enumerable.Range(0, _unions.Length).Where(u => u != without && u != alsoWithout).ToArray();
        for (var chosen = 0; chosen < 1 << others.Length; chosen++)
        {
            var set = 0;
            for (var u = 0; u < others.Length; u++)
            {
                if ((chosen & (1 << u)) != 0)
                    set |= Mask(_unions[others[u]]);
            }
            yield return (set, BitOperations.PopCount((uint)chosen));
        }
    }

    private static IEnumerable<int> Subsets(int of)
    {
        for (var part = of; ; part = (part - 1) & of)
        {
            yield return part;
            if (part == 0)
                yield break;
        }
    }

    private static int Mask(int[] members) => members.Aggregate(0, (m, i) => m | (1 << i));

    private static long Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
}
