using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A body fills casual vacancies until the next election: caretakers, not successors.</summary>
[Sentence(
    "{body} fills/fill vacancies of {target}",
    Takes = [typeof(Until), typeof(RestOfTerm), typeof(AtMost), typeof(Consent), typeof(Threshold), typeof(From), typeof(Secret)],
    Wording = "{body} may fill a casual vacancy in {target}",
    Example = "Board fills vacancies of Board until next Annual Meeting, at most 3 at a time"
)]
public sealed record FillsVacancies(OrganId Body, OrganId Target) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => [Target];

    /// <inheritdoc/>
    public override OrganId? Electors => Body;

    /// <inheritdoc/>
    public override bool OnlyVacancies => true;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Body, Target, Hold.Fill, Share, Decides: false)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("empty till the next election"), new("lot among the eligible", new ByLot([Target]))];

    /// <inheritdoc/>
    protected override PersonId Choose(Ballot ballot, Seat seat) => ballot.Voted(Body, seat, Threshold.MethodOf(this, ballot, seat));
}
