using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A vote for each share held, not for each member.</summary>
[Sentence(
    "{members} votes/vote by shares",
    Unplayed = "nobody declares who holds how many shares, and votes in play are counted by heads",
    Wording = "{members} shall have one vote for each share held",
    Example = "Shareholders vote by shares"
)]
public sealed record VotesByShares(OrganId Members) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new SharesNorm(Members)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("one member one vote"), new("no holder above a tenth")];
}
