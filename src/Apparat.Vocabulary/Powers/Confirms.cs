using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Must agree to how an organ was filled before its holders count as chosen: whoever it does not agree to does not take the seat.</summary>
[Sentence(
    "{body} confirms/confirm {targets}",
    Takes = [typeof(Threshold), typeof(Silence)],
    Wording = "{targets} shall be confirmed by {body}",
    Example = "Council confirms Branch Secretaries"
)]
public sealed record Confirms(OrganId Body, ImmutableArray<OrganId> Targets) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Body, t, Hold.Confirm, Share, Decides: false));

    /// <inheritdoc/>
    public override Decision? Confirming(OrganId organ) => Targets.Contains(organ) ? By(Body) : null;

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("no confirmation is needed"), new("the whole membership confirms")];
}
