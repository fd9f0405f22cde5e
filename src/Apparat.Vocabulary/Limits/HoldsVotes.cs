using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>An organ casts part of the votes of another, as a shareholder does; holdings may run in circles.</summary>
[Sentence(
    "{holder} holds/hold {part} of the votes of {body}",
    Unplayed = "votes in play are cast one by one, and nobody casts a block of them",
    Wording = "{holder} shall hold {part} of the votes of {body}",
    Example = "Secretariat holds 30% of the votes of Board"
)]
[Sentence("{holder} holds/hold {part} of the votes in {body}")]
public sealed record HoldsVotes(OrganId Holder, Quantity Part, OrganId Body) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new HoldingNorm(Holder, Body, Part)];

    /// <inheritdoc/>
    public override IEnumerable<(string Matter, OrganId? About)> Matters => [($"votes held by {Holder.Index}", Body)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("the votes are dispersed"), new("one member one vote")];

    /// <inheritdoc/>
    public override bool Concerns(OrganId organ) => false;
}
