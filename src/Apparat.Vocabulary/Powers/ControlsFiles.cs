using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Keeps the files on those who may be picked, and so sees better who is whose.</summary>
[Sentence(
    "{office} controls/control|keeps/keep the files of {targets}",
    Wording = "{office} shall keep the records of {targets}",
    Example = "Secretariat controls the files of Branch Secretaries"
)]
public sealed record ControlsFiles(OrganId Office, ImmutableArray<OrganId> Targets) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Office, t, Hold.Papers, Share, Decides: false));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("nobody holds them"), new("all choosers read them")];
}
