using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Nobody may sit in two organs at once: whoever rises to the higher gives up the lower, and nobody is moved down.</summary>
[Sentence(
    "{first} may not be held together with {second}",
    Wording = "{first} may not be held together with {second}",
    Example = "Auditors may not be held together with Council"
)]
[Sentence("{first:each} may not hold {second}")]
public sealed record NotTogether(OrganId First, OrganId Second) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms =>
        [new EligibilityNorm(First, Second, Eligibility.MayNotHold), new EligibilityNorm(Second, First, Eligibility.MayNotHold)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("both may be held"), new("the earlier seat falls vacant")];

    /// <inheritdoc/>
    public override bool Concerns(OrganId organ) => organ == First || organ == Second;

    /// <inheritdoc/>
    public override bool Allows(WorldView now, PersonId person, OrganId organ) =>
        Other(organ) is not { } other || !now.Sits(person, other) || now.Rank(organ) > now.Rank(other);

    /// <inheritdoc/>
    public override OrganId? GivesUp(WorldView now, PersonId person, OrganId taking) =>
        Other(taking) is { } other && now.Sits(person, other) ? other : null;

    private OrganId? Other(OrganId organ) =>
        organ == First ? Second
        : organ == Second ? First
        : null;
}
