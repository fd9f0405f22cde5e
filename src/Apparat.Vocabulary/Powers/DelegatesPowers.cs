using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Hands its powers to another, for good or until taken back.</summary>
[Sentence(
    "{principal} delegates/delegate its powers to {body}",
    Takes = [typeof(UntilConfirmed), typeof(Lasting)],
    Unplayed = "every power in play is used by whoever a clause gives it to",
    Wording = "{principal} may delegate its powers to {body}",
    Example = "Board delegates its powers to Executive"
)]
public sealed record DelegatesPowers(OrganId Principal, OrganId Body) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Principal;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Body, Principal, Hold.Agenda, Share, Decides: false)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new ActingNorm(Body, Principal, Tail<UntilConfirmed>()?.Organ)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("powers may not be delegated"), new("delegated matter by matter")];
}
