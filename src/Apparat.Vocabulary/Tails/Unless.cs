using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>It stands unless a body objects in time: consent by silence.</summary>
[Sentence(
    "unless {body} objects/object [within {within}]",
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
    /// <remarks>A body that does not meet in time has not objected; one that meets objects by more than half.</remarks>
    public override bool Lets(Ballot ballot, Seat seat, PersonId chosen) =>
        !ballot.Decides(this, seat) || (Within is { } within && !ballot.MeetsWithin(Body, within.Days)) || ballot.Agrees(By, seat, chosen);

    /// <inheritdoc/>
    public override (Decision By, int? Days)? Assent => (By, Within?.Days);

    private Decision By => new(Body, Majority.Simple with { Strict = false }, Open: true);

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("nobody may object"), new("the body must consent")];
}
