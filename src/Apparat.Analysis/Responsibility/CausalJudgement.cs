using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>
/// How strongly people would call X a cause of Y: two leading models of causal judgement, beside the philosophers' probabilities, since
/// readers judge by something like them. Both take the probability of X in normal circumstances.
/// </summary>
/// <param name="normality">P(X) in normal circumstances, in [0,1].</param>
/// <param name="withCause">P(Y | do X), in [0,1].</param>
/// <param name="without">P(Y | do not X), in [0,1].</param>
public readonly struct CausalJudgement(double normality, double withCause, double without)
{
    /// <summary>
    /// Counterfactual effect size, in [-1,1]: the correlation of X and Y over sampled alternatives, the part of Y's spread that X carries
    /// (Quillien and Lucas 2023): (P1 - P0) sd(X) / sd(Y). 0 if Y does not vary.
    /// </summary>
    public double EffectSize
    {
        get
        {
            var y = (normality * withCause) + ((1 - normality) * without);
            var spread = y * (1 - y);
            return spread <= 0 ? 0 : (withCause - without) * Math.Sqrt(normality * (1 - normality) / spread);
        }
    }

    /// <summary>
    /// Necessity-sufficiency strength, in [0,1]: how often sampling an alternative without X tests necessity, and with X sufficiency
    /// (Icard, Kominsky and Knobe 2017): (1 - P(X)) necessity + P(X) sufficiency, with necessity 1 - P0 and sufficiency P1.
    /// </summary>
    public double NecessitySufficiency => ((1 - normality) * (1 - without)) + (normality * withCause);

    /// <summary>Both measures from worlds on common luck, with intervals by the delta method on the two probabilities.</summary>
    /// <param name="counts">In how many runs the outcome held in both worlds, in one, in neither.</param>
    /// <param name="normality">P(X) in normal circumstances, in [0,1].</param>
    public static (Estimate EffectSize, Estimate NecessitySufficiency) Of(PairedCounts counts, double normality)
    {
        if (counts.Runs == 0)
            return (Estimate.Undefined(0), Estimate.Undefined(0));
        double n = counts.Runs,
            p1 = (counts.Both + counts.OnlyFirst) / n,
            p0 = (counts.Both + counts.OnlySecond) / n,
            both = counts.Both / n;
        return (With(j => j.EffectSize), With(j => j.NecessitySufficiency));

        Estimate With(Func<CausalJudgement, double> measure)
        {
            var value = measure(new(normality, p1, p0));
            var (by1, by0) = (Slope(p => measure(new(normality, p, p0)), p1), Slope(p => measure(new(normality, p1, p)), p0));
            var variance = ((by1 * by1 * p1 * (1 - p1)) + (by0 * by0 * p0 * (1 - p0)) + (2 * by1 * by0 * (both - (p1 * p0)))) / n;
            return Estimate.Normal(value, Math.Sqrt(Math.Max(0, variance)), counts.Runs);
        }

        static double Slope(Func<double, double> f, double at)
        {
            const double step = 1e-6;
            var (low, high) = (Math.Max(0, at - step), Math.Min(1, at + step));
            return (f(high) - f(low)) / (high - low);
        }
    }
}
