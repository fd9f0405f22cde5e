using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>What it costs to become a member: the price of flooding a roll, and a bar to those who cannot pay.</summary>
[Sentence(
    "joining {members} costs {amount}",
    Unplayed = "nobody in play has money to pay or lacks it",
    Wording = "every person who joins {members:plain} shall pay {amount}",
    Example = "joining Members costs 20"
)]
public sealed record JoiningFee(OrganId Members, int Amount) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new FeeNorm(Members, Amount)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("nobody pays to join"), new("a fee of ten times as much")];
}
