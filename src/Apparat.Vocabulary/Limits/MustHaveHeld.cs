using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Only whoever has once held one seat may take another.</summary>
[Sentence(
    "{organs:each} must have held {other}",
    Played = false,
    Wording = "only those who have sat in {other} shall be eligible as {organs:plain}",
    Example = "Chair must have held Treasurer"
)]
public sealed record MustHaveHeld(ImmutableArray<OrganId> Organs, OrganId Other) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => Organs.Select(o => new EligibilityNorm(o, Other, Eligibility.MustHaveHeld));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("anyone may be chosen"), new("lot among those who have")];
}
