using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A second key: a body must agree to whoever was chosen.</summary>
[Sentence("with the consent of {body}", Wording = "with the consent of {body}", Example = "with the consent of Board")]
public sealed record Consent(OrganId Body) : Tail
{
    /// <inheritdoc/>
    public override IEnumerable<Influence> InfluencesOn(Rule head) =>
        head is SelectionRule selection ? selection.Fills.Select(t => new Influence(Body, t, Hold.Confirm, Share, Decides: false)) : [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("the choice stands"), new("lot among the eligible")];

    /// <inheritdoc/>
    public override bool Lets(Ballot ballot, Seat seat, PersonId chosen) =>
        !ballot.Decides(this, seat) || ballot.Agrees(new Decision(Body, Majority.Simple, Open: true), seat, chosen);
}
