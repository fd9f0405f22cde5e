using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>
/// Looking again on twice as many runs for as long as an interval holds 0. Whoever looks several times is misled more often; intervals are
/// therefore as wide at every look as keeps all looks together at 5 errors in 100 (Pocock 1977; repeated confidence intervals, Jennison and
/// Turnbull 1989).
/// </summary>
/// <param name="first">Runs at the first look.</param>
/// <param name="most">Runs at the last look.</param>
public sealed class DoublingLooks(int first, int most)
{
    // Of a normal statistic on doubled numbers, so that neighbouring looks correlate with the root of one half; by numerical integration.
    private static readonly double[] Boundaries = [1.960, 2.178, 2.312, 2.408, 2.484, 2.546, 2.599, 2.644];

    /// <summary>How often it is looked at most.</summary>
    public int Looks { get; } = LooksOf(first, most);

    /// <summary>Half the width of the interval in standard errors, at every look.</summary>
    public double Boundary => Boundaries[Looks - 1];

    /// <summary>Runs at the last look.</summary>
    public int Most => RunsAt(Looks - 1);

    /// <summary>Runs at a look.</summary>
    /// <param name="look">The look, counted from 0.</param>
    public int RunsAt(int look) => Math.Max(first, (int)Math.Min(most, (long)first << look));

    /// <summary>An estimate with the interval that holds over all looks.</summary>
    public Estimate Widened(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return Looks > 1 && estimate is { IsDefined: true, StandardError: > 0 } e
            ? e with
            {
                Low = e.Value - (Boundary * e.StandardError),
                High = e.Value + (Boundary * e.StandardError),
            }
            : estimate;
    }

    private static int LooksOf(int first, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        var looks = 1;
        while (looks < Boundaries.Length && (long)first << (looks - 1) < most)
            looks++;
        return looks;
    }
}
