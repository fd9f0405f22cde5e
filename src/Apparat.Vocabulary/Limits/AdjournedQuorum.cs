using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>What is enough at a meeting called again after one that failed: where it is less, the adjourned meeting is a prize.</summary>
[Sentence(
    "when adjourned, {body} needs/need whoever is present",
    Wording = "at an adjourned meeting of {body} those present shall be a quorum",
    Example = "when adjourned, Annual Meeting needs whoever is present"
)]
[Sentence("when adjourned, {body} needs/need {least}", Wording = "at an adjourned meeting of {body} the quorum shall be {least}")]
public sealed record AdjournedQuorum(OrganId Body, Portion? Least = null) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms =>
        [new QuorumNorm(Body, Least?.Quantity ?? Quantity.WhoeverIsPresent, Least?.Of ?? Body, Adjourned: true)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("the ordinary quorum holds"), new("no business is done")];
}
