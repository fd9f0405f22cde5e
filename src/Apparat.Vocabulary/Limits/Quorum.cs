using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A body can act only if so many are there: absence becomes a weapon.</summary>
[Sentence(
    "{body} needs/need {least}",
    Wording = "the quorum for {body} shall be {least}",
    Example = "Annual Meeting needs one third of Members"
)]
[Sentence("the quorum of {body} is {least}")]
public sealed record Quorum(OrganId Body, Portion Least) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new QuorumNorm(Body, Least.Quantity, Least.Of, Adjourned: false)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("any number"), new("a majority of its members")];
}
