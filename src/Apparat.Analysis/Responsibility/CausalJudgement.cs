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
}
