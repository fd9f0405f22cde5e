using System.Runtime.Intrinsics;

namespace Apparat.Numerics;

/// <summary>
/// Functions with the same bits on every machine: only IEEE addition, multiplication, division and square root,
/// no fused multiply-add and nothing of the platform's C library.
/// </summary>
public static class StableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.4426950408889634;

    // Coefficients of numerator and denominator of the middle of the normal quantile, after their first (Wichura 1988).
    private static readonly (double Above, double Below)[] Middle =
    [
        (3.3430575583588128105e4, 2.8729085735721942674e4),
        (6.7265770927008700853e4, 3.9307895800092710610e4),
        (4.5921953931549871457e4, 2.1213794301586595867e4),
        (1.3731693765509461125e4, 5.3941960214247511077e3),
        (1.9715909503065514427e3, 6.8718700749205790830e2),
        (1.3314166789178437745e2, 4.2313330701600911252e1),
        (3.3871328727963666080, 1),
    ];

    // The same of its shoulders, where the tail is between e to the -25 and 0.075.
    private static readonly (double Above, double Below)[] Shoulders =
    [
        (2.27238449892691845833e-2, 5.47593808499534494600e-4),
        (2.41780725177450611770e-1, 1.51986665636164571966e-2),
        (1.27045825245236838258, 1.48103976427480074590e-1),
        (3.64784832476320460504, 6.89767334985100004550e-1),
        (5.76949722146069140550, 1.67638483018380384940),
        (4.63033784615654529590, 2.05319162663775882187),
        (1.42343711074968357734, 1),
    ];

    /// <summary>e to the x, within two units in the last place; 0 below -745.1, infinity above 709.78.</summary>
    public static double Exp(double x)
    {
        if (!(x <= 709.782712893384))
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        if (x < -745.2)
            return 0;
        var k = Math.Floor((x * InverseLn2) + 0.5);
        var r = (x - (k * Ln2High)) - (k * Ln2Low);
        // Taylor to degree 13 on |r| <= ln2/2, in Estrin form for short dependency chains.
        var r2 = r * r;
        var r4 = r2 * r2;
        var p01 = 1.0 + r;
        var p23 = 0.5 + (r * (1.0 / 6));
        var p45 = (1.0 / 24) + (r * (1.0 / 120));
        var p67 = (1.0 / 720) + (r * (1.0 / 5040));
        var p89 = (1.0 / 40320) + (r * (1.0 / 362880));
        var pab = (1.0 / 3628800) + (r * (1.0 / 39916800));
        var pcd = (1.0 / 479001600) + (r * (1.0 / 6227020800));
        var high = p89 + (r2 * pab) + (r4 * pcd);
        var sum = p01 + (r2 * p23) + (r4 * (p45 + (r2 * p67) + (r4 * high)));
        var power = (long)k;
        return power is > -1023 and < 1024 ? sum * PowerOfTwo(power) : sum * PowerOfTwo(power >> 1) * PowerOfTwo(power - (power >> 1));
    }

    private static double PowerOfTwo(long k) => BitConverter.Int64BitsToDouble((k + 1023) << 52);

    /// <summary>Replaces each value by e to it: the same bits as <see cref="Exp(double)"/>, four at a time.</summary>
    public static void Exp(Span<double> values)
    {
        var i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            var x = Vector256.Create(values.Slice(i, 4));
            if (Vector256.GreaterThanOrEqualAll(x, Vector256.Create(-708.3)) && Vector256.LessThanOrEqualAll(x, Vector256.Create(709.4)))
                ExpOf(x).CopyTo(values[i..]);
            else
            {
                for (var k = i; k < i + 4; k++)
                    values[k] = Exp(values[k]);
            }
        }
        for (; i < values.Length; i++)
            values[i] = Exp(values[i]);
    }

    /// <summary>Writes 1/(1+e^-x) for each x: the same bits as <see cref="Logistic(double)"/>, four at a time.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Logistic(ReadOnlySpan<double> x, Span<double> into)
    {
        if (x.Length != into.Length)
            throw new ArgumentException("One place for each value is needed.", nameof(into));
        var i = 0;
        for (; i + 4 <= x.Length; i += 4)
        {
            var v = Vector256.Create(x.Slice(i, 4));
            var power = -Vector256.Abs(v);
            if (Vector256.GreaterThanOrEqualAll(power, Vector256.Create(-708.3)))
            {
                var e = ExpOf(power);
                var one = Vector256.Create(1.0);
                (Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(v, Vector256<double>.Zero), one, e) / (one + e)).CopyTo(
                    into[i..]
                );
            }
            else
            {
                for (var k = i; k < i + 4; k++)
                    into[k] = Logistic(x[k]);
            }
        }
        for (; i < x.Length; i++)
            into[i] = Logistic(x[i]);
    }

    // The steps of the single form, lane by lane: separate multiplications and additions, never fused.
    private static Vector256<double> ExpOf(Vector256<double> x)
    {
        var k = Vector256.Floor((x * Vector256.Create(InverseLn2)) + Vector256.Create(0.5));
        var r = (x - (k * Vector256.Create(Ln2High))) - (k * Vector256.Create(Ln2Low));
        var r2 = r * r;
        var r4 = r2 * r2;
        var p01 = Vector256.Create(1.0) + r;
        var p23 = Vector256.Create(0.5) + (r * Vector256.Create(1.0 / 6));
        var p45 = Vector256.Create(1.0 / 24) + (r * Vector256.Create(1.0 / 120));
        var p67 = Vector256.Create(1.0 / 720) + (r * Vector256.Create(1.0 / 5040));
        var p89 = Vector256.Create(1.0 / 40320) + (r * Vector256.Create(1.0 / 362880));
        var pab = Vector256.Create(1.0 / 3628800) + (r * Vector256.Create(1.0 / 39916800));
        var pcd = Vector256.Create(1.0 / 479001600) + (r * Vector256.Create(1.0 / 6227020800));
        var high = p89 + (r2 * pab) + (r4 * pcd);
        var sum = p01 + (r2 * p23) + (r4 * (p45 + (r2 * p67) + (r4 * high)));
        // Adding 1.5 * 2^52 leaves k in the low bits, whence it is shifted into the exponent.
        var power = ((k + Vector256.Create(6755399441055744.0)).AsInt64() + Vector256.Create(1023L)) << 52;
        return sum * power.AsDouble();
    }

    /// <summary>Natural logarithm, within two units in the last place; -infinity at 0, not a number below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0))
            return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x))
            return x;
        var exponent = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0;
            exponent = -54;
        }
        var bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }
        // ln m = 2 artanh(s), s = (m-1)/(m+1), |s| <= 0.1716
        var f = m - 1;
        var s = f / (2 + f);
        var z = s * s;
        var w = z * z;
        var odd = z * ((2.0 / 3) + (w * ((2.0 / 7) + (w * ((2.0 / 11) + (w * ((2.0 / 15) + (w * (2.0 / 19)))))))));
        var even = w * ((2.0 / 5) + (w * ((2.0 / 9) + (w * ((2.0 / 13) + (w * ((2.0 / 17) + (w * (2.0 / 21)))))))));
        var half = 0.5 * f * f;
        var tail = s * (half + (odd + even));
        return (exponent * Ln2High) - ((half - (tail + (exponent * Ln2Low))) - f);
    }

    /// <summary>Replaces each value by its natural logarithm: the same bits as <see cref="Log(double)"/>, four at a time.</summary>
    public static void Log(Span<double> values)
    {
        var i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            var x = Vector256.Create(values.Slice(i, 4));
            if (
                Vector256.GreaterThanOrEqualAll(x, Vector256.Create(2.2250738585072014e-308))
                && Vector256.LessThanOrEqualAll(x, Vector256.Create(double.MaxValue))
            )
                LogOf(x).CopyTo(values[i..]);
            else
            {
                for (var k = i; k < i + 4; k++)
                    values[k] = Log(values[k]);
            }
        }
        for (; i < values.Length; i++)
            values[i] = Log(values[i]);
    }

    // The steps of the single form, lane by lane, for positive normal numbers.
    private static Vector256<double> LogOf(Vector256<double> x)
    {
        var bits = x.AsInt64();
        var m = ((bits & Vector256.Create(0xFFFFFFFFFFFFFL)) | Vector256.Create(0x3FF0000000000000L)).AsDouble();
        var above = Vector256.GreaterThan(m, Vector256.Create(1.4142135623730951));
        m = Vector256.ConditionalSelect(above, m * Vector256.Create(0.5), m);
        // A lane that is above holds -1 as a whole number: taking it away adds one to the exponent.
        var exponent = Vector256.ConvertToDouble((bits >>> 52) - Vector256.Create(1023L) - above.AsInt64());
        var f = m - Vector256.Create(1.0);
        var s = f / (Vector256.Create(2.0) + f);
        var z = s * s;
        var w = z * z;
        var odd = w * Vector256.Create(2.0 / 19);
        odd = w * (Vector256.Create(2.0 / 15) + odd);
        odd = w * (Vector256.Create(2.0 / 11) + odd);
        odd = w * (Vector256.Create(2.0 / 7) + odd);
        odd = z * (Vector256.Create(2.0 / 3) + odd);
        var even = w * Vector256.Create(2.0 / 21);
        even = w * (Vector256.Create(2.0 / 17) + even);
        even = w * (Vector256.Create(2.0 / 13) + even);
        even = w * (Vector256.Create(2.0 / 9) + even);
        even = w * (Vector256.Create(2.0 / 5) + even);
        var half = Vector256.Create(0.5) * f * f;
        var tail = s * (half + (odd + even));
        return (exponent * Vector256.Create(Ln2High)) - ((half - (tail + (exponent * Vector256.Create(Ln2Low)))) - f);
    }

    /// <summary>x to the y for x of at least 0; whole powers up to 64 by repeated multiplication.</summary>
    public static double Pow(double x, double y)
    {
        if (y == Math.Floor(y) && Math.Abs(y) <= 64)
        {
            var n = (int)Math.Abs(y);
            var result = 1.0;
            for (var b = x; n > 0; n >>= 1, b *= b)
            {
                if ((n & 1) == 1)
                    result *= b;
            }
            return y < 0 ? 1 / result : result;
        }
        return x == 0 ? (y > 0 ? 0 : double.PositiveInfinity) : Exp(y * Log(x));
    }

    /// <summary>1/(1+e^-x).</summary>
    public static double Logistic(double x)
    {
        if (x >= 0)
            return 1 / (1 + Exp(-x));
        var e = Exp(x);
        return e / (1 + e);
    }

    /// <summary>Standard normal distribution function, within 1e-14 (series inside |x| &lt; 3, continued fraction outside).</summary>
    public static double NormalCdf(double x)
    {
        var a = Math.Abs(x);
        if (a > 38)
            return x > 0 ? 1 : 0;
        var density = 0.3989422804014327 * Exp(-0.5 * x * x);
        double tail;
        if (a < 3)
        {
            var term = a;
            var sum = a;
            for (var k = 3; term > 1e-17 * sum && k < 200; k += 2)
            {
                term *= a * a / k;
                sum += term;
            }
            tail = 0.5 - (density * sum);
        }
        else
        {
            // So many terms that more of them change no bit: those needed fall from 77 at 3 to 11 at 20.
            var fraction = 0.0;
            for (var k = 20 + (int)(720 / (a * a)); k >= 1; k--)
                fraction = k / (a + fraction);
            tail = density / (a + fraction);
        }
        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>Standard normal quantile, within 1e-15 relative (Wichura 1988, algorithm AS 241); infinite at 0 and 1, not a number outside.</summary>
    public static double NormalQuantile(double p)
    {
        if (!(p > 0 && p < 1))
            return p == 0 ? double.NegativeInfinity
                : p == 1 ? double.PositiveInfinity
                : double.NaN;
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - (q * q);
            return q
                * (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (
                                                        (
                                                            (((2.5090809287301226727e3 * r) + 3.3430575583588128105e4) * r)
                                                            + 6.7265770927008700853e4
                                                        ) * r
                                                    ) + 4.5921953931549871457e4
                                                ) * r
                                            ) + 1.3731693765509461125e4
                                        ) * r
                                    ) + 1.9715909503065514427e3
                                ) * r
                            ) + 1.3314166789178437745e2
                        ) * r
                    ) + 3.3871328727963666080
                )
                / (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (
                                                        (
                                                            (((5.2264952788528545610e3 * r) + 2.8729085735721942674e4) * r)
                                                            + 3.9307895800092710610e4
                                                        ) * r
                                                    ) + 2.1213794301586595867e4
                                                ) * r
                                            ) + 5.3941960214247511077e3
                                        ) * r
                                    ) + 6.8718700749205790830e2
                                ) * r
                            ) + 4.2313330701600911252e1
                        ) * r
                    ) + 1
                );
        }
        var tail = Math.Sqrt(-Log(q < 0 ? p : 1 - p));
        double x;
        if (tail <= 5)
        {
            var r = tail - 1.6;
            x =
                (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (
                                                        (
                                                            (((7.74545014278341407640e-4 * r) + 2.27238449892691845833e-2) * r)
                                                            + 2.41780725177450611770e-1
                                                        ) * r
                                                    ) + 1.27045825245236838258
                                                ) * r
                                            ) + 3.64784832476320460504
                                        ) * r
                                    ) + 5.76949722146069140550
                                ) * r
                            ) + 4.63033784615654529590
                        ) * r
                    ) + 1.42343711074968357734
                )
                / (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (
                                                        (
                                                            (((1.05075007164441684324e-9 * r) + 5.47593808499534494600e-4) * r)
                                                            + 1.51986665636164571966e-2
                                                        ) * r
                                                    ) + 1.48103976427480074590e-1
                                                ) * r
                                            ) + 6.89767334985100004550e-1
                                        ) * r
                                    ) + 1.67638483018380384940
                                ) * r
                            ) + 2.05319162663775882187
                        ) * r
                    ) + 1
                );
        }
        else
        {
            var r = tail - 5;
            x =
                (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (
                                                        (
                                                            (((2.01033439929228813265e-7 * r) + 2.71155556874348757815e-5) * r)
                                                            + 1.24266094738807843860e-3
                                                        ) * r
                                                    ) + 2.65321895265761230930e-2
                                                ) * r
                                            ) + 2.96560571828504891230e-1
                                        ) * r
                                    ) + 1.78482653991729133580
                                ) * r
                            ) + 5.46378491116411436990
                        ) * r
                    ) + 6.65790464350110377720
                )
                / (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (
                                                        (
                                                            (((2.04426310338993978564e-15 * r) + 1.42151175831644588870e-7) * r)
                                                            + 1.84631831751005468180e-5
                                                        ) * r
                                                    ) + 7.86869131145613259100e-4
                                                ) * r
                                            ) + 1.48753612908506148525e-2
                                        ) * r
                                    ) + 1.36929880922735805310e-1
                                ) * r
                            ) + 5.99832206555887937690e-1
                        ) * r
                    ) + 1
                );
        }
        return q < 0 ? -x : x;
    }

    /// <summary>Replaces each value by its standard normal quantile: the same bits as <see cref="NormalQuantile(double)"/>, the middle four at a time.</summary>
    public static void NormalQuantile(Span<double> values)
    {
        var i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            var p = Vector256.Create(values.Slice(i, 4));
            var q = p - Vector256.Create(0.5);
            var outside = ~Vector256.LessThanOrEqual(Vector256.Abs(q), Vector256.Create(0.425));
            var quantile = MiddleQuantile(q);
            if (outside == Vector256<double>.Zero)
                quantile.CopyTo(values[i..]);
            else if (ShoulderQuantile(p, q, out var tail) is var shoulder && Vector256.LessThanOrEqualAll(tail, Vector256.Create(5.0)))
                Vector256.ConditionalSelect(outside, shoulder, quantile).CopyTo(values[i..]);
            else
            {
                for (var k = i; k < i + 4; k++)
                    values[k] = NormalQuantile(values[k]);
            }
        }
        for (; i < values.Length; i++)
            values[i] = NormalQuantile(values[i]);
    }

    // Not a number, and so no tail of at most 5, where p is not inside (0,1).
    private static Vector256<double> ShoulderQuantile(Vector256<double> p, Vector256<double> q, out Vector256<double> tail)
    {
        var low = Vector256.LessThan(q, Vector256<double>.Zero);
        var smaller = Vector256.ConditionalSelect(low, p, Vector256.Create(1.0) - p);
        var normal = Vector256.GreaterThanOrEqual(smaller, Vector256.Create(2.2250738585072014e-308));
        tail = Vector256.ConditionalSelect(normal, Vector256.Sqrt(-LogOf(smaller)), Vector256.Create(double.NaN));
        var r = tail - Vector256.Create(1.6);
        var above = Vector256.Create(7.74545014278341407640e-4);
        var below = Vector256.Create(1.05075007164441684324e-9);
        foreach (var (a, b) in Shoulders)
        {
            above = (above * r) + Vector256.Create(a);
            below = (below * r) + Vector256.Create(b);
        }
        var x = above / below;
        return Vector256.ConditionalSelect(low, -x, x);
    }

    private static Vector256<double> MiddleQuantile(Vector256<double> q)
    {
        var r = Vector256.Create(0.180625) - (q * q);
        var above = Vector256.Create(2.5090809287301226727e3);
        var below = Vector256.Create(5.2264952788528545610e3);
        foreach (var (a, b) in Middle)
        {
            above = (above * r) + Vector256.Create(a);
            below = (below * r) + Vector256.Create(b);
        }
        return q * above / below;
    }

    /// <summary>Logarithm of the gamma function for x above 0 (Stirling's series after shifting the argument above 10).</summary>
    public static double LogGamma(double x)
    {
        var shift = 0.0;
        while (x < 10)
        {
            shift += Log(x);
            x += 1;
        }
        var z = 1 / (x * x);
        var series = (1.0 / 12) - (z * ((1.0 / 360) - (z * ((1.0 / 1260) - (z * ((1.0 / 1680) - (z * (1.0 / 1188))))))));
        return ((x - 0.5) * Log(x)) - x + 0.9189385332046727 + (series / x) - shift;
    }

    /// <summary>Regularised incomplete beta function I_x(a,b) (Lentz's continued fraction).</summary>
    public static double IncompleteBeta(double x, double a, double b) => IncompleteBeta(x, a, b, LogGamma(a), LogGamma(b), LogGamma(a + b));

    private static double IncompleteBeta(double x, double a, double b, double gammaA, double gammaB, double gammaSum)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        if (x > (a + 1) / (a + b + 2))
            return 1 - IncompleteBeta(1 - x, b, a, gammaB, gammaA, gammaSum);
        var front = Exp((a * Log(x)) + (b * Log(1 - x)) + gammaSum - gammaA - gammaB) / a;
        const double tiny = 1e-300;
        var c = 1.0;
        var d = 1 - ((a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < tiny ? tiny : d);
        var h = d;
        for (var m = 1; m < 1000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 + (even * d);
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = 1 + (even / c);
            c = Math.Abs(c) < tiny ? tiny : c;
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 + (odd * d);
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = 1 + (odd / c);
            c = Math.Abs(c) < tiny ? tiny : c;
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
                break;
        }
        return front * h;
    }

    /// <summary>The x at which the regularised incomplete beta function is p, by safeguarded Newton steps.</summary>
    public static double InverseIncompleteBeta(double p, double a, double b)
    {
        if (p <= 0)
            return 0;
        if (p >= 1)
            return 1;
        var low = 0.0;
        var high = 1.0;
        var x = a / (a + b);
        var (gammaA, gammaB, gammaSum) = (LogGamma(a), LogGamma(b), LogGamma(a + b));
        var scale = gammaSum - gammaA - gammaB;
        for (var i = 0; i < 200; i++)
        {
            var error = IncompleteBeta(x, a, b, gammaA, gammaB, gammaSum) - p;
            if (error > 0)
                high = x;
            else
                low = x;
            var slope = Exp(scale + ((a - 1) * Log(x)) + ((b - 1) * Log(1 - x)));
            var next = x - (error / slope);
            if (!(next > low && next < high))
                next = 0.5 * (low + high);
            if (Math.Abs(next - x) <= 1e-15 * x)
                return next;
            x = next;
        }
        return x;
    }
}
