using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Only whoever has once held one seat may take another. What was before the first month is not known, and then anyone passes.</summary>
[Sentence(
    "{organs:each} must have held {other}",
    Wording = "only those who have sat in {other} shall be eligible as {organs:plain}",
    Example = "Chair must have held Treasurer"
)]
public sealed record MustHaveHeld(ImmutableArray<OrganId> Organs, OrganId Other) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => Organs.Select(o => new EligibilityNorm(o, Other, Eligibility.MustHaveHeld));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("anyone may be chosen"), new("lot among those who have")];

    /// <inheritdoc/>
    public override IEnumerable<OrganId> LooksBackAt => [Other];

    /// <inheritdoc/>
    public override bool Concerns(OrganId organ) => Organs.Contains(organ);

    /// <inheritdoc/>
    public override bool Allows(WorldView now, PersonId person, OrganId organ) =>
        !Concerns(organ) || now.Now.Index == 0 || now.HasSat(person, Other);
}
