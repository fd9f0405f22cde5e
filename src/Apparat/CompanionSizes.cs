using Apparat.Analysis;

namespace Apparat;

/// <summary>
/// How many runs the answers beside an explanation get: enough to place them, fewer than their own commands give them. Of the flagship they
/// cost about 20,000 histories.
/// </summary>
public sealed record CompanionSizes
{
    // With fewer runs a score or an interval is not defined.
    private const int Least = 4;

    /// <summary>Runs a point of the probability as a history unfolds; as many again for what is measured once it is chosen.</summary>
    public int Turning { get; init; } = 120;

    /// <summary>Months between the points before it is looked at more closely.</summary>
    public int Step { get; init; } = 6;

    /// <summary>Turning points at which it is searched what each could still have changed.</summary>
    public int Searched { get; init; } = 2;

    /// <summary>Runs over which the members of bodies are told apart by patron.</summary>
    public int Seats { get; init; } = 200;

    /// <summary>Runs a world of the same man in other offices.</summary>
    public int Elsewhere { get; init; } = 200;

    /// <summary>Runs of each rival account; half as many of each of its switches alone.</summary>
    public int Accounts { get; init; } = 300;

    /// <summary>Runs of each popular account played as a model.</summary>
    public int Popular { get; init; } = 150;

    /// <summary>All in proportion to the runs of the first comparison of an explanation.</summary>
    /// <param name="runs">Runs of the first comparison.</param>
    public static CompanionSizes For(int runs)
    {
        var standard = new CompanionSizes();
        var factor = (double)runs / new ExplainSizes().Pair;
        return new()
        {
            Turning = Scaled(standard.Turning),
            Seats = Scaled(standard.Seats),
            Elsewhere = Scaled(standard.Elsewhere),
            Accounts = Scaled(standard.Accounts),
            Popular = Scaled(standard.Popular),
        };

        int Scaled(int n) => Math.Max(Least, (int)Math.Min(int.MaxValue / 2, n * factor));
    }
}
