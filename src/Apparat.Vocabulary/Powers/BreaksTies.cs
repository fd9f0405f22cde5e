using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A casting vote: in a body of even size worth nearly a seat.</summary>
[Sentence(
    "{office} breaks/break ties in {body}",
    Takes = [typeof(BesidesVoting)],
    Wording = "{office} shall have a casting vote in {body}",
    Example = "Chair breaks ties in Board, besides voting"
)]
public sealed record BreaksTies(OrganId Office, OrganId Body) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms =>
        [new CastingVoteNorm(Office, Body, Tail<BesidesVoting>() is not null, Tail<BesidesVoting>())];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("a tie fails"), new("ties by lot")];
}
