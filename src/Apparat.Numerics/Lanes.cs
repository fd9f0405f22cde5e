using System.Runtime.Intrinsics;

namespace Apparat.Numerics;

/// <summary>Sums over rows of numbers, element by element and four at a time: the same bits as one at a time on every machine.</summary>
public static class Lanes
{
    /// <summary>Adds <c>factor * x</c> to each element.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static void AddScaled(Span<double> into, double factor, ReadOnlySpan<double> x)
    {
        Same(into, x);
        var i = 0;
        for (; i + 4 <= into.Length; i += 4)
            (Four(into, i) + (Vector256.Create(factor) * Four(x, i))).CopyTo(into[i..]);
        for (; i < into.Length; i++)
            into[i] += factor * x[i];
    }

    /// <summary>Adds <c>factor * x * y</c> to each element.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static void AddScaled(Span<double> into, double factor, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Same(into, x);
        Same(into, y);
        var i = 0;
        for (; i + 4 <= into.Length; i += 4)
            (Four(into, i) + (Vector256.Create(factor) * Four(x, i) * Four(y, i))).CopyTo(into[i..]);
        for (; i < into.Length; i++)
            into[i] += factor * x[i] * y[i];
    }

    /// <summary>Adds the same to each element.</summary>
    public static void Add(Span<double> into, double value)
    {
        var i = 0;
        for (; i + 4 <= into.Length; i += 4)
            (Four(into, i) + Vector256.Create(value)).CopyTo(into[i..]);
        for (; i < into.Length; i++)
            into[i] += value;
    }

    /// <summary>Raises each element to that of another row where that is greater.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static void Raise(Span<double> into, ReadOnlySpan<double> x)
    {
        Same(into, x);
        var i = 0;
        for (; i + 4 <= into.Length; i += 4)
        {
            var (old, next) = (Four(into, i), Four(x, i));
            Vector256.ConditionalSelect(Vector256.GreaterThan(next, old), next, old).CopyTo(into[i..]);
        }
        for (; i < into.Length; i++)
            into[i] = x[i] > into[i] ? x[i] : into[i];
    }

    private static Vector256<double> Four(ReadOnlySpan<double> row, int at) => Vector256.Create(row.Slice(at, 4));

    private static void Same(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException("The rows differ in length.");
    }
}
