using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Seats come from a list somebody draws up, as far as his share goes.</summary>
[Sentence("from the slate of {maker}", Wording = "from a list presented by {maker}", Example = "from the slate of Secretariat")]
public sealed record Slate(OrganId Maker) : Tail
{
    /// <inheritdoc/>
    public override IEnumerable<Influence> InfluencesOn(Rule head) =>
        head is SelectionRule selection
            ? selection.Fills.Select(t => new Influence(Maker, t, Hold.List, Share, Decides: head.TailOf<Nominations>() is null))
            : [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("open nominations"), new("lot among those nominated", new ByLot([]))];

    /// <inheritdoc/>
    public override PersonId Names(Ballot ballot, Seat seat) => ballot.Decides(this, seat) ? ballot.Named(Maker, seat) : PersonId.None;
}
