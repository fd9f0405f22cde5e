using System.Collections.Immutable;

namespace Apparat.Analysis;

/// <summary>A statement in two worlds on common luck.</summary>
/// <param name="Difference">How often it holds in each, and what follows.</param>
/// <param name="Estimand">What the difference measures, in words.</param>
/// <param name="Comparison">The two worlds with their fingerprints; of the outcomes it has this statement alone.</param>
/// <param name="Passport">What the comparison carries to be argued with.</param>
/// <param name="IsComplete">False if it was cancelled before all was finished.</param>
public sealed record CounterfactualAnswer(Difference Difference, string Estimand, Comparison Comparison, Passport Passport, bool IsComplete)
{
    /// <summary>Doubts, the gravest first.</summary>
    public ImmutableArray<Warning> Cautions => Caution.AllFor(Comparison);
}
