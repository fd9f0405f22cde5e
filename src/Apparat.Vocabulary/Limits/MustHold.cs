using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Only whoever holds one seat may take another.</summary>
[Sentence(
    "{organs:each} must hold {other}",
    Wording = "only those who sit in {other} shall be eligible as {organs:plain}",
    Example = "Treasurer must hold Board"
)]
public sealed record MustHold(ImmutableArray<OrganId> Organs, OrganId Other) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => Organs.Select(o => new EligibilityNorm(o, Other, Eligibility.MustHold));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("anyone may be chosen"), new("lot among its holders")];

    /// <inheritdoc/>
    public override bool Allows(WorldView now, PersonId person, OrganId organ) => !Organs.Contains(organ) || now.Sits(person, Other);
}
