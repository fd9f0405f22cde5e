namespace Apparat.Numerics;

/// <summary>Opinions that heed only those near them: each moves to the mean of all within a bound, himself included (Hegselmann and Krause 2002).</summary>
public static class HegselmannKrause
{
    /// <summary>Distances this close to the bound count as within it, so that evenly spaced opinions do not hang on rounding.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>One synchronous step.</summary>
    /// <param name="now">Where each stands.</param>
    /// <param name="bound">How far one still heeds another, included.</param>
    /// <param name="next">Where each stands next.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Step(ReadOnlySpan<double> now, double bound, Span<double> next)
    {
        if (now.Length != next.Length)
            throw new ArgumentException("One place for each opinion.", nameof(next));
        for (var i = 0; i < now.Length; i++)
        {
            var sum = 0.0;
            var n = 0;
            for (var j = 0; j < now.Length; j++)
            {
                if (Math.Abs(now[j] - now[i]) > bound + Tolerance)
                    continue;
                sum += now[j];
                n++;
            }
            next[i] = n == 0 ? now[i] : sum / n;
        }
    }

    /// <summary>Steps until nothing moves, at most <paramref name="most"/> times; the number of steps that moved something.</summary>
    public static int Settle(Span<double> opinions, double bound, int most = 10_000)
    {
        Span<double> next = opinions.Length <= 512 ? stackalloc double[opinions.Length] : new double[opinions.Length];
        for (var step = 0; step < most; step++)
        {
            Step(opinions, bound, next);
            var moved = 0.0;
            for (var i = 0; i < opinions.Length; i++)
                moved = Math.Max(moved, Math.Abs(next[i] - opinions[i]));
            next.CopyTo(opinions);
            if (moved <= Tolerance)
                return step;
        }
        return most;
    }
}
