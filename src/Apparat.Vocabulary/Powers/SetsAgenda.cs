using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Decides what a body discusses: its holder puts the motions, as far as his share goes.</summary>
[Sentence(
    "{office} sets/set the agenda of {targets}",
    Wording = "{office} shall prepare the agenda of {targets}",
    Example = "Secretariat sets the agenda of Board"
)]
public sealed record SetsAgenda(OrganId Office, ImmutableArray<OrganId> Targets) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Office, t, Hold.Agenda, Share, Decides: false));

    /// <inheritdoc/>
    public override bool PutsMotions => true;

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("members propose by esteem"), new("rotating chair")];
}
