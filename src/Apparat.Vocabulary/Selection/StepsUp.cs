using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Substitutes take seats that fall vacant between elections, longest-serving first.</summary>
[Sentence(
    "{candidates} steps/step up to {body}",
    Wording = "a vacancy in {body} shall be filled from {candidates}",
    Example = "Substitutes step up to Council"
)]
public sealed record StepsUp(OrganId Candidates, OrganId Body) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => [Body];

    /// <inheritdoc/>
    public override bool OnlyVacancies => true;

    /// <inheritdoc/>
    public override OrganId? InLineFrom => Candidates;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("empty till the next election"), new("lot among the eligible", new ByLot([Body]))];

    /// <inheritdoc/>
    protected override PersonId Choose(Ballot ballot, Seat seat) => ballot.Senior(Candidates, seat);
}
