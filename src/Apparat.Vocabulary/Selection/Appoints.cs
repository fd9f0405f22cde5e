using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>An office, or a body through its head, fills seats on its own.</summary>
[Sentence(
    "{maker} appoints/appoint {targets}",
    Takes = [
        typeof(Consent),
        typeof(Unless),
        typeof(Silence),
        typeof(UntilConfirmed),
        typeof(RestOfTerm),
        typeof(From),
        typeof(Until),
        typeof(AtMost),
        typeof(Cause),
        typeof(Notice),
    ],
    Wording = "{targets} shall be appointed by {maker}",
    Example = "Secretariat appoints Branch Secretaries"
)]
[Sentence("{targets} is/are|be appointed by {maker}")]
public sealed record Appoints(OrganId Maker, ImmutableArray<OrganId> Targets) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => Targets;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences =>
        Targets.Select(t => new Influence(Maker, t, Hold.Fill, Share, Decides: TailOf<Consent>() is null));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("each unit's own members elect", new BranchElects(Targets)), new("lot among the eligible", new ByLot(Targets))];

    /// <inheritdoc/>
    protected override PersonId Choose(Ballot ballot, Seat seat) => ballot.Named(Maker, seat);
}
