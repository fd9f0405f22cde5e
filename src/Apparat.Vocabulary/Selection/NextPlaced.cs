using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>A seat that falls vacant goes to whoever came next at the last election: nobody chooses anew.</summary>
[Sentence(
    "the next-placed takes a vacant seat of {target}",
    Unplayed = "those who were not elected in play are forgotten",
    PlayedAs = "a seat left empty until the next election",
    Wording = "a vacancy in {target} shall be filled by the candidate next placed at the last election",
    Example = "the next-placed takes a vacant seat of Board"
)]
public sealed record NextPlaced(OrganId Target) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => [Target];

    /// <inheritdoc/>
    public override bool OnlyVacancies => true;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("empty till the next election"), new("lot among the eligible", new ByLot([Target]))];
}
