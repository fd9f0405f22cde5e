using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>
/// Stops what another decides: nothing passes without it, though it decides nothing by itself. Its holder weighs what was carried as a voter would,
/// and whoever moves or votes reckons with that.
/// </summary>
[Sentence(
    "{office} vetoes/veto [the] decisions of {body}",
    Wording = "{office} may veto any decision of {body}",
    Example = "President vetoes decisions of Council"
)]
public sealed record Vetoes(OrganId Office, OrganId Body) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Office, Body, Hold.Agenda, Share, Decides: false)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new VetoNorm(Office, Body, Overrides: false, By(Office).Majority)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("decisions stand"), new("a veto that two thirds override")];
}
