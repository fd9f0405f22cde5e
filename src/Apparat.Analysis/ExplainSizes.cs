namespace Apparat.Analysis;

/// <summary>
/// How many runs each part of an explanation gets. Enough that the standard error of no factor's share under the first references passes a
/// percentage point and that no difference of the headline is wider than <see cref="Precision"/> to each side; more would be waste.
/// </summary>
public sealed record ExplainSizes
{
    /// <summary>Runs a world of the forward window: as it was, powers struck, another in the chair.</summary>
    public int Pair { get; init; } = 2500;

    /// <summary>Runs a world of the branch window.</summary>
    public int Branch { get; init; } = 1200;

    /// <summary>Runs a world under the second references.</summary>
    public int SecondReference { get; init; } = 700;

    /// <summary>Runs a world with bodies at their first size.</summary>
    public int FirstSizes { get; init; } = 700;

    /// <summary>Runs a world of the office-or-man matrix.</summary>
    public int Matrix { get; init; } = 400;

    /// <summary>
    /// Runs followed through antithetic pairs of orders for the shares; luck is counted on all of <see cref="Pair"/>.
    /// </summary>
    public int Shares { get; init; } = 420;

    /// <summary>The same under the second references.</summary>
    public int SharesSecond { get; init; } = 150;

    /// <summary>Runs a world of the factor-by-rival table.</summary>
    public int Rivals { get; init; } = 400;

    /// <summary>Runs a world, at first, in which an assumption is put at its worst; twice as many while it leaves the answer in doubt.</summary>
    public int Attacks { get; init; } = 150;

    /// <summary>Runs at which an attack that still leaves the answer in doubt is given up.</summary>
    public int AttacksMost { get; init; } = 300;

    /// <summary>
    /// True to run every setting of the factors instead of drawn orders: 2 to the power of their number, times <see cref="Shares"/>.
    /// </summary>
    public bool Exact { get; init; }

    /// <summary>The half-width of the headline's difference beyond which a caution is given.</summary>
    public double Precision { get; init; } = 0.03;

    /// <summary>All parts in proportion, at least one run each; the precision asked for stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not above 0.</exception>
    public ExplainSizes Scaled(double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return this with
        {
            Pair = Of(Pair),
            Branch = Of(Branch),
            SecondReference = Of(SecondReference),
            FirstSizes = Of(FirstSizes),
            Matrix = Of(Matrix),
            Shares = Of(Shares),
            SharesSecond = Of(SharesSecond),
            Rivals = Of(Rivals),
            Attacks = Of(Attacks),
            AttacksMost = Of(AttacksMost),
        };

        int Of(int runs) => Math.Max(1, (int)Math.Round(runs * factor));
    }

    /// <summary>
    /// Those of a full report: the standard error of no share passes a percentage point under the second references either, and attacks are
    /// played on for longer while they leave an answer in doubt.
    /// </summary>
    public static ExplainSizes OfFullReport { get; } =
        new()
        {
            Shares = 640,
            SharesSecond = 640,
            AttacksMost = 600,
        };

    /// <summary>All parts in proportion to a pair of that many runs.</summary>
    public ExplainSizes For(int pairRuns) => Scaled((double)pairRuns / Pair);
}
