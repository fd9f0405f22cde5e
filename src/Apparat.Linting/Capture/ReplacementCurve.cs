using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>How much of a body has been replaced after some time, when each seat turns over independently (theory.md 7.2).</summary>
public static class ReplacementCurve
{
    /// <summary>Expected share in [0,1] of seats replaced at least once by a month.</summary>
    /// <param name="turnover">Probability in [0,1] that a seat changes hands in a month.</param>
    /// <param name="month">Months since the start, at least 0.</param>
    public static double Share(double turnover, int month) => 1 - StableMath.Pow(1 - turnover, month);

    /// <summary>Standard deviation of the share replaced.</summary>
    public static double Deviation(int seats, double turnover, int month)
    {
        var share = Share(turnover, month);
        return Math.Sqrt(share * (1 - share) / seats);
    }

    /// <summary>Probability that at least so many seats have been replaced by a month; exact.</summary>
    public static double AtLeast(int seats, int needed, double turnover, int month) => AtLeast(seats, needed, Share(turnover, month));

    /// <summary>P(Binomial(seats, share) is at least <paramref name="needed"/>), exactly, by the incomplete beta function.</summary>
    internal static double AtLeast(int seats, int needed, double share) =>
        needed <= 0 ? 1
        : needed > seats ? 0
        : StableMath.IncompleteBeta(share, needed, seats - needed + 1);
}
