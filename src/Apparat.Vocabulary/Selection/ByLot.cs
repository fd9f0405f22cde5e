using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Seats are drawn by lot among the eligible: nobody can sway it (sortition).</summary>
[Sentence(
    "{targets} is/are|be drawn by lot",
    Takes = [typeof(From), typeof(Until)],
    Wording = "{targets} shall be drawn by lot",
    Example = "Jury is drawn by lot"
)]
public sealed record ByLot(ImmutableArray<OrganId> Targets) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => Targets;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("seats stay empty"), new("the same lot")];

    /// <inheritdoc/>
    protected override PersonId Choose(Ballot ballot, Seat seat) => ballot.Lot(seat);
}
