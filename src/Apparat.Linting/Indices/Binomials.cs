using System.Numerics;

namespace Apparat.Linting;

/// <summary>Binomial coefficients and probabilities.</summary>
internal static class Binomials
{
    /// <summary>C(n,0) .. C(n,n).</summary>
    public static BigInteger[] Row(int n)
    {
        var row = new BigInteger[n + 1];
        row[0] = BigInteger.One;
        for (var k = 1; k <= n; k++)
            row[k] = row[k - 1] * (n - k + 1) / k;
        return row;
    }

    /// <summary>The row in another type of whole number.</summary>
    public static T[] Row<T>(int n)
        where T : IBinaryInteger<T> => [.. Row(n).Select(T.CreateChecked)];

    /// <summary>P(k of n) for k = 0 .. n, each happening with probability p.</summary>
    public static double[] Probabilities(int n, double p)
    {
        var result = new double[n + 1];
        if (p is <= 0 or >= 1)
        {
            result[p <= 0 ? 0 : n] = 1;
            return result;
        }
        // From the likeliest count outwards, so that nothing underflows that matters.
        var mode = Math.Min(n, (int)((n + 1) * p));
        var odds = p / (1 - p);
        result[mode] = 1;
        for (var k = mode; k < n; k++)
            result[k + 1] = result[k] * odds * (n - k) / (k + 1);
        for (var k = mode; k > 0; k--)
            result[k - 1] = result[k] * k / (odds * (n - k + 1));
        var sum = result.Sum();
        for (var k = 0; k <= n; k++)
            result[k] /= sum;
        return result;
    }
}
