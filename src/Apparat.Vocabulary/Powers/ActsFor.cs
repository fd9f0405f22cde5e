using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A smaller body decides in the place of a larger one while that does not meet.</summary>
[Sentence(
    "{body} acts/act for {principal} between meetings",
    Takes = [typeof(UntilConfirmed)],
    Unplayed = "a body in play decides when it meets, and whoever fills seats between meetings has a clause of his own",
    Wording = "{body} shall exercise the powers of {principal} between its meetings",
    Example = "Executive acts for Board between meetings until Board confirms"
)]
public sealed record ActsFor(OrganId Body, OrganId Principal) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Body, Principal, Hold.Agenda, Share, Decides: false)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new ActingNorm(Body, Principal, Tail<UntilConfirmed>()?.Organ)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("nobody acts between meetings"), new("only what cannot wait")];
}
