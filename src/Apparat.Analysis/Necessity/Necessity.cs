using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>
/// How far the first of two worlds was necessary and sufficient for an outcome, from runs on common luck
/// (Pearl 2009, chapter 9). The estimates depend on what counts as the same luck in both worlds; the bounds do not.
/// </summary>
/// <param name="Counts">In how many runs the outcome held in both worlds, in one, in neither.</param>
public sealed record Necessity(PairedCounts Counts)
{
    private double P1 => (double)(Counts.Both + Counts.OnlyFirst) / Counts.Runs;
    private double P0 => (double)(Counts.Both + Counts.OnlySecond) / Counts.Runs;

    /// <summary>PN: of the runs in which it happened, the part in which it would not have happened in the second world.</summary>
    public Estimate Necessary => Proportion.Wilson(Counts.OnlyFirst, Counts.Both + Counts.OnlyFirst);

    /// <summary>PS: of the runs in which it did not happen in the second world, the part in which the first brings it about.</summary>
    public Estimate Sufficient => Proportion.Wilson(Counts.OnlyFirst, Counts.OnlyFirst + Counts.Neither);

    /// <summary>PNS: the part of all runs in which it happens in the first world and not in the second.</summary>
    public Estimate NecessaryAndSufficient => Proportion.Wilson(Counts.OnlyFirst, Counts.Runs);

    /// <summary>The part of all runs in which the first world prevents what the second brings about; above 0, monotonicity fails.</summary>
    public Estimate AntiCausal => Proportion.Wilson(Counts.OnlySecond, Counts.Runs);

    /// <summary>PN with Jeffreys' interval, for small counts.</summary>
    public Estimate NecessaryJeffreys => Proportion.Jeffreys(Counts.OnlyFirst, Counts.Both + Counts.OnlyFirst);

    /// <summary>PS with Jeffreys' interval, for small counts.</summary>
    public Estimate SufficientJeffreys => Proportion.Jeffreys(Counts.OnlyFirst, Counts.OnlyFirst + Counts.Neither);

    /// <summary>Bounds on PN that hold for any coupling of luck (rulings C8).</summary>
    public Bounds NecessaryBounds => Counts.Runs == 0 ? Bounds.Undefined : Bounds.Of(P1 - P0, 1 - P0, P1);

    /// <summary>Bounds on PS that hold for any coupling of luck (rulings C8).</summary>
    public Bounds SufficientBounds => Counts.Runs == 0 ? Bounds.Undefined : Bounds.Of(P1 - P0, P1, 1 - P0);

    /// <summary>Bounds on PNS that hold for any coupling of luck.</summary>
    public Bounds NecessaryAndSufficientBounds => Counts.Runs == 0 ? Bounds.Undefined : new(Math.Max(0, P1 - P0), Math.Min(P1, 1 - P0));

    /// <summary>
    /// The fraction explained, 1 - P0/P1: the lower bound on PN before it is cut off at 0.
    /// Its interval is that of a ratio of paired proportions on the log scale (Nam and Blackwelder 2002); undefined if either never
    /// happened.
    /// </summary>
    public Estimate FractionExplained
    {
        get
        {
            double first = Counts.Both + Counts.OnlyFirst,
                second = Counts.Both + Counts.OnlySecond;
            if (first == 0 || second == 0)
                return Estimate.Undefined(Counts.Runs);
            var ratio = second / first;
            var error = Math.Sqrt((Counts.OnlyFirst + Counts.OnlySecond) / (first * second));
            var spread = StableMath.Exp(Estimate.Z95 * error);
            return new(1 - ratio, 1 - (ratio * spread), 1 - (ratio / spread), ratio * error, Counts.Runs, IntervalKind.Normal);
        }
    }

    /// <summary>Why PN has no value, or null if it has one.</summary>
    public string? NecessaryUndefined =>
        Counts.Both + Counts.OnlyFirst == 0 ? NotDefined(Counts.Runs, "it happened in no run of the first world") : null;

    /// <summary>Why PS has no value, or null if it has one.</summary>
    public string? SufficientUndefined =>
        Counts.OnlyFirst + Counts.Neither == 0 ? NotDefined(Counts.Runs, "it happened in every run of the second world") : null;

    private static string NotDefined(long runs, string why) =>
        runs == 0
            ? "not defined: nothing was run"
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"not defined, seen 0 of {runs}: {why}, which has a probability of at most {Proportion.RuleOfThree(runs):0.####} (rule of three)"
            );
}
