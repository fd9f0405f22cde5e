using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A second key: a body must agree to whoever was chosen, or to what was carried.</summary>
[Sentence("with the consent of {body}", Wording = "with the consent of {body}", Example = "with the consent of Board")]
public sealed record Consent(OrganId Body) : Tail
{
    /// <inheritdoc/>
    public override IEnumerable<Influence> InfluencesOn(Rule head) =>
        head is SelectionRule selection ? selection.Fills.Select(t => new Influence(Body, t, Hold.Confirm, Share, Decides: false)) : [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("the choice stands"), new("lot among the eligible")];

    /// <inheritdoc/>
    public override (Decision By, int? Days)? Assent => (By, null);

    /// <inheritdoc/>
    public override bool Lets(Ballot ballot, Seat seat, PersonId chosen) => !ballot.Decides(this, seat) || ballot.Agrees(By, seat, chosen);

    private Decision By => new(Body, Majority.Simple, Open: true);
}
