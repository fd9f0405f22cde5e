using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Uses the powers of an office while its holder cannot act or there is none: the caretaker's advantage.</summary>
[Sentence(
    "{deputy} stands/stand in for {office}",
    Wording = "{deputy} shall act in the absence of {office}",
    Example = "Executive stands in for Chair"
)]
public sealed record StandsIn(OrganId Deputy, OrganId Office) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Deputy;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("nobody acts until the holder returns"), new("the seat is filled anew")];

    /// <inheritdoc/>
    public override OrganId? StandsInFor => Office;
}
