using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Keeps the list of those who may vote, and so sees first, and decides at the door, who is on it.</summary>
[Sentence(
    "{office} keeps/keep the roll of {members}",
    Unplayed = "members are counted and not persons: there is no list on which a name could be missing",
    Wording = "{office} shall keep the register of {members:plain}",
    Example = "Secretary keeps the roll of Members"
)]
public sealed record KeepsTheRoll(OrganId Office, OrganId Members) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Office, Members, Hold.Papers, Share, Decides: false)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new RollNorm(Office, Members)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("nobody holds it"), new("it is open to all")];
}
