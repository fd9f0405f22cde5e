using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>How long whoever is chosen holds the seat.</summary>
[Sentence("until next {organ}", Wording = "until the next {organ:plain}", Example = "until next Annual Meeting")]
public sealed record Until(OrganId Organ) : Tail
{
    /// <inheritdoc/>
    public override OrganId? Ends => Organ;

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("for the rest of the term"), new("until removed")];
}
