using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>It may be done only if whoever has to do it does not: the answer to a duty ignored.</summary>
[Sentence(
    "if {organ} does|do not within {within}",
    Wording = "if {organ} does not do so within {within}",
    Example = "if Board does not within 30 days"
)]
public sealed record InDefault(OrganId Organ, Period Within) : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("at any time"), new("never")];
}
