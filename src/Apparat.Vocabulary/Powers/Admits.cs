using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Decides who becomes a member, and so who votes: one of the two commonest ways into power.</summary>
[Sentence(
    "{body} admits/admit {members}",
    Takes = [typeof(Threshold), typeof(Secret), typeof(Unless), typeof(Notice)],
    Unplayed = "members are counted and not persons, so that nobody in play joins or is turned away",
    Wording = "{body} shall admit {members:plain}",
    Example = "Board admits Members by majority"
)]
public sealed record Admits(OrganId Body, OrganId Members) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Body, Members, Hold.Shape, Share, Decides: true)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new AdmissionNorm(Body, Members)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("anyone joins"), new("the members admit one another")];
}
