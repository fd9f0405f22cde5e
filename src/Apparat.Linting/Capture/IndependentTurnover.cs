using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Time until so many seats have been replaced, when each turns over independently and every new holder is ours (theory.md 7.2).</summary>
public static class IndependentTurnover
{
    /// <summary>Expected months, exactly: the k-th of n geometric waiting times, summed until what is left is below 1e-13.</summary>
    /// <param name="seats">Seats of the body, n.</param>
    /// <param name="needed">Seats needed, k, in 1..n.</param>
    /// <param name="turnover">Probability in (0,1) that a seat changes hands in a month.</param>
    public static double Months(int seats, int needed, double turnover)
    {
        Check(seats, needed, turnover);
        var months = 0.0;
        for (var t = 0; ; t++)
        {
            var missing = 1 - ReplacementCurve.AtLeast(seats, needed, turnover, t);
            months += missing;
            // Beyond this month the chance shrinks at least by the factor 1 - turnover a month.
            if (missing < 1e-13 * turnover)
                return months;
        }
    }

    /// <summary>Expected months if turnover is continuous: (H_n - H_(n-k)) over the rate.</summary>
    public static double Continuous(int seats, int needed, double turnover)
    {
        Check(seats, needed, turnover);
        var harmonic = 0.0;
        for (var i = seats - needed + 1; i <= seats; i++)
            harmonic += 1.0 / i;
        return harmonic / Rate(turnover);
    }

    /// <summary>Months until the expected share replaced passes k/n; infinite for all seats.</summary>
    public static double MeanField(int seats, int needed, double turnover)
    {
        Check(seats, needed, turnover);
        return needed == seats ? double.PositiveInfinity : -StableMath.Log(1 - ((double)needed / seats)) / Rate(turnover);
    }

    private static double Rate(double turnover) => -StableMath.Log(1 - turnover);

    private static void Check(int seats, int needed, double turnover)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(needed, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(needed, seats);
        if (turnover is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(turnover), turnover, "A monthly turnover lies between 0 and 1.");
    }
}
