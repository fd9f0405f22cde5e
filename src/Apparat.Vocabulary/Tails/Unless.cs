using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>It stands unless a body objects in time: consent by silence.</summary>
[Sentence(
    "unless {body} objects/object [within {within}]",
    Played = false,
    Wording = "unless {body} objects/object [within {within}]",
    Example = "unless Board objects within 30 days"
)]
public sealed record Unless(OrganId Body, Period? Within = null) : Tail
{
    /// <inheritdoc/>
    public override bool SettlesSilence => true;

    /// <inheritdoc/>
    public override IEnumerable<Influence> InfluencesOn(Rule head) =>
        head is SelectionRule selection ? selection.Fills.Select(t => new Influence(Body, t, Hold.Confirm, Share, Decides: false)) : [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("nobody may object"), new("the body must consent")];
}
