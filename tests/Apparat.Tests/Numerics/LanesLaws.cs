using Apparat.Numerics;
using CsCheck;

namespace Apparat.Tests;

/// <summary>Four at a time gives the bits of one at a time, whatever the length.</summary>
public sealed class LanesLaws
{
    private static readonly Gen<(double[] Into, double[] X, double[] Y)> Rows = Gen.Int[0, 19]
        .SelectMany(n => Gen.Select(Number.Array[n], Number.Array[n], Number.Array[n]));

    private static Gen<double> Number => Gen.OneOf(Gen.Double[-1, 1], Gen.Const(0.0), Gen.Double[-1e9, 1e9]);

    [Fact]
    public void Rows_are_added_and_raised_as_one_by_one() =>
        Gen.Select(Rows, Number, Number)
            .Sample(
                (rows, factor, more) =>
                {
                    Same(rows, (into, x, _) => Lanes.AddScaled(into, factor, x), (u, x, _) => u + (factor * x));
                    Same(rows, (into, x, _) => Lanes.AddScaled(into, factor, x, more), (u, x, _) => u + (factor * (x + more)));
                    Same(rows, (into, x, y) => Lanes.AddScaled(into, factor, x, y), (u, x, y) => u + (factor * x * y));
                    Same(rows, (into, _, _) => Lanes.Add(into, more), (u, _, _) => u + more);
                    Same(rows, (into, x, _) => Lanes.Raise(into, x), (u, x, _) => x > u ? x : u);
                    Same(rows, (into, x, y) => Lanes.AddRise(into, factor, x, y), (u, x, y) => x > y ? u + (factor * (x - y)) : u);
                    Same(rows, (above, x, y) => Lanes.AddRise(y, factor, x, above), (above, x, _) => x > above ? x : above);
                }
            );

    private delegate void Fours(Span<double> into, ReadOnlySpan<double> x, Span<double> y);

    private static void Same((double[] Into, double[] X, double[] Y) rows, Fours fours, Func<double, double, double, double> one)
    {
        var (into, y) = ((double[])rows.Into.Clone(), (double[])rows.Y.Clone());
        fours(into, rows.X, y);
        Assert.Equal(
            rows.Into.Select((u, i) => BitConverter.DoubleToInt64Bits(one(u, rows.X[i], rows.Y[i]))),
            into.Select(BitConverter.DoubleToInt64Bits)
        );
    }
}
