using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>The members of each branch elect whoever leads it.</summary>
[Sentence(
    "each branch elects {targets}",
    Wording = "{targets} shall be elected by the members of each branch",
    Example = "each branch elects Branch Secretaries"
)]
public sealed record BranchElects(ImmutableArray<OrganId> Targets) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => Targets;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("lot among the eligible", new ByLot(Targets)), new("seats stay empty")];

    /// <inheritdoc/>
    protected override PersonId Choose(Ballot ballot, Seat seat) => ballot.ChosenByBranch(seat);
}
