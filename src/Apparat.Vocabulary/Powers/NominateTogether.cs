using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Members who act together put names on the ballot, past whoever draws up the list.</summary>
[Sentence(
    "{together} together nominates/nominate for {target}",
    Takes = [typeof(Deadline)],
    Unplayed = "those who may stand in play are drawn from the pool, and nobody draws up a ballot but the maker of a slate",
    Wording = "{together} acting together may nominate for {target}",
    Example = "25 Members together nominate for Board, 30 days before Annual Meeting"
)]
public sealed record NominateTogether(Portion Together, OrganId Target) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Together.Of;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Together.Of, Target, Hold.List, Share, Decides: false)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms =>
        [new NominationNorm(Together.Of, Target, Together.Quantity, NamesASeat: null, Tail<Deadline>()?.Days)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("open nominations"), new("no nominations by members")];
}
