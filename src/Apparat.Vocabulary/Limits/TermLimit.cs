using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>How often the same person may serve.</summary>
[Sentence(
    "{organ:each} serves/serve at most {terms} {how}",
    Takes = [typeof(Wait), typeof(PartialTerm)],
    Played = false,
    Wording = "{organ:each} shall serve not more than {terms} {how}",
    Example = "each Director serves at most 2 consecutive terms, then waits 1 year"
)]
public sealed record TermLimit(OrganId Organ, int Terms, TermLimit.Counted How) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new TermLimitNorm(Organ, Terms, How == Counted.TermsInAll, Tail<Wait>()?.Length)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("no limit"), new("one term")];

    /// <summary>Which terms count.</summary>
    public enum Counted
    {
        /// <summary>Terms one after the other.</summary>
        [Spelt("consecutive term", "terms in a row", "successive terms")]
        ConsecutiveTerms,

        /// <summary>Terms of a lifetime.</summary>
        [Spelt("term in all", "terms")]
        TermsInAll,
    }
}
