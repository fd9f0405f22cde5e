using System.Runtime.InteropServices;
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
            Put(Four(into, i) + (Vector256.Create(factor) * Four(x, i)), into, i);
        for (; i < into.Length; i++)
            into[i] += factor * x[i];
    }

    /// <summary>Adds <c>factor * (x + more)</c> to each element.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static void AddScaled(Span<double> into, double factor, ReadOnlySpan<double> x, double more)
    {
        Same(into, x);
        var i = 0;
        for (; i + 4 <= into.Length; i += 4)
            Put(Four(into, i) + (Vector256.Create(factor) * (Four(x, i) + Vector256.Create(more))), into, i);
        for (; i < into.Length; i++)
            into[i] += factor * (x[i] + more);
    }

    /// <summary>Adds <c>factor * x * y</c> to each element.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static void AddScaled(Span<double> into, double factor, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Same(into, x);
        Same(into, y);
        var i = 0;
        for (; i + 4 <= into.Length; i += 4)
            Put(Four(into, i) + (Vector256.Create(factor) * Four(x, i) * Four(y, i)), into, i);
        for (; i < into.Length; i++)
            into[i] += factor * x[i] * y[i];
    }

    /// <summary>Adds the same to each element.</summary>
    public static void Add(Span<double> into, double value)
    {
        var i = 0;
        for (; i + 4 <= into.Length; i += 4)
            Put(Four(into, i) + Vector256.Create(value), into, i);
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
            Put(Vector256.ConditionalSelect(Vector256.GreaterThan(next, old), next, old), into, i);
        }
        for (; i < into.Length; i++)
            into[i] = x[i] > into[i] ? x[i] : into[i];
    }

    /// <summary>Adds <c>factor * (x - above)</c> to each element where x is above, and raises what it was above to x.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static void AddRise(Span<double> into, double factor, ReadOnlySpan<double> x, Span<double> above)
    {
        Same(into, x);
        Same(into, above);
        var i = 0;
        for (; i + 4 <= into.Length; i += 4)
        {
            var (old, next, sum) = (Four(above, i), Four(x, i), Four(into, i));
            var rises = Vector256.GreaterThan(next, old);
            Put(Vector256.ConditionalSelect(rises, sum + (Vector256.Create(factor) * (next - old)), sum), into, i);
            Put(Vector256.ConditionalSelect(rises, next, old), above, i);
        }
        for (; i < into.Length; i++)
        {
            if (!(x[i] > above[i]))
                continue;
            into[i] += factor * (x[i] - above[i]);
            above[i] = x[i];
        }
    }

    // Without a check of bounds: every caller has compared the lengths of its rows and stops four before their end.
    private static Vector256<double> Four(ReadOnlySpan<double> row, int at) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)at);

    private static void Put(Vector256<double> four, Span<double> row, int at) =>
        four.StoreUnsafe(ref MemoryMarshal.GetReference(row), (nuint)at);

    private static void Same(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException("The rows differ in length.");
    }
}
