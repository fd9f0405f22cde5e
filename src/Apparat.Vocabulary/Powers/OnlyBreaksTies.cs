using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Votes when the others are equally divided, and at no other time.</summary>
[Sentence(
    "{office} only breaks/break ties in {body}",
    Wording = "{office} shall vote in {body} only in the case of an equality of votes",
    Example = "Chair only breaks ties in Board"
)]
public sealed record OnlyBreaksTies(OrganId Office, OrganId Body) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new CastingVoteNorm(Office, Body, Votes: false)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("a tie fails"), new("votes like the others")];
}
