namespace Apparat.Numerics;

/// <summary>Gauss-Legendre quadrature on [0,1]: n nodes integrate every polynomial of degree 2n-1 without error but rounding.</summary>
public static class GaussLegendre
{
    /// <summary>Nodes in ascending order and their weights, which sum to 1. Nodes are symmetric about 1/2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one node is asked for.</exception>
    public static (double[] Nodes, double[] Weights) Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var nodes = new double[n];
        var weights = new double[n];
        for (var i = 0; i < (n + 1) / 2; i++)
        {
            // The i-th root of the Legendre polynomial from below, by Newton's method from Tricomi's guess.
            var x = -Cosine(Math.PI * (i + 0.75) / (n + 0.5));
            double slope;
            for (var step = 0; ; step++)
            {
                (var value, slope) = Legendre(n, x);
                var by = value / slope;
                x -= by;
                if (Math.Abs(by) < 1e-16 || step == 50)
                    break;
            }
            if (i == n - 1 - i)
                x = 0;
            slope = Legendre(n, x).Slope;
            nodes[i] = 0.5 * (1 + x);
            nodes[n - 1 - i] = 0.5 * (1 - x);
            weights[i] = weights[n - 1 - i] = 1 / ((1 - (x * x)) * slope * slope);
        }
        return (nodes, weights);
    }

    private static (double Value, double Slope) Legendre(int n, double x)
    {
        double before = 1,
            value = x;
        for (var k = 2; k <= n; k++)
            (before, value) = (value, (((2 * k) - 1) * x * value - ((k - 1) * before)) / k);
        return (value, n * ((x * value) - before) / ((x * x) - 1));
    }

    // The series: the angle is at most a right one, and the same bits are wanted everywhere.
    private static double Cosine(double angle)
    {
        double term = 1,
            sum = 1;
        for (var k = 2; k <= 30; k += 2)
        {
            term *= -angle * angle / (k * (k - 1));
            sum += term;
        }
        return sum;
    }
}
