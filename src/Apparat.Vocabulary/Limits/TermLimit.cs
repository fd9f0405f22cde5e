using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>How often the same person may serve.</summary>
[Sentence(
    "{organ:each} serves/serve at most {terms} {how}",
    Takes = [typeof(Wait), typeof(PartialTerm)],
    Wording = "{organ:each} shall serve not more than {terms} {how}",
    Example = "each Director serves at most 2 consecutive terms, then waits 1 year"
)]
public sealed record TermLimit(OrganId Organ, int Terms, TermLimit.Counted How) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new TermLimitNorm(Organ, Terms, How == Counted.TermsInAll, Tail<Wait>()?.Length)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("no limit"), new("one term")];

    /// <inheritdoc/>
    public override IEnumerable<OrganId> LooksBackAt => [Organ];

    /// <inheritdoc/>
    public override bool Concerns(OrganId organ) => organ == Organ;

    /// <inheritdoc/>
    public override bool Allows(WorldView now, PersonId person, OrganId organ) =>
        Stays(now, person, organ)
        || (How == Counted.ConsecutiveTerms && now.LeftOn(person, organ) is { } left && now.Today > left && !Waits(now, left));

    /// <inheritdoc/>
    public override bool Stays(WorldView now, PersonId person, OrganId organ) =>
        organ != Organ || now.TermsServed(person, organ, How == Counted.ConsecutiveTerms) < Terms;

    /// <inheritdoc/>
    public override Period? ShortestTerm(WorldView now, OrganId organ) =>
        organ == Organ && TailOf<PartialTerm>() is { } partial && now.Decides(partial) ? partial.Length : null;

    private bool Waits(WorldView now, DateOnly since) =>
        TailOf<Wait>() is { } wait && now.Today < since.AddDays(wait.Length.Days) && now.Decides(wait);

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
