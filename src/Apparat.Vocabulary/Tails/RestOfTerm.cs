using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Whoever is chosen stays as long as the one replaced would have: not a caretaker but a successor.</summary>
[Sentence(
    "for the rest of the term",
    Unplayed = "terms in play are those of an organ and end for all who sit in it",
    PlayedAs = "until the organ is next elected, when the term of everyone in it ends",
    Wording = "for the remainder of the term",
    Example = "for the rest of the term"
)]
public sealed record RestOfTerm : Tail
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("until the next election"), new("until removed")];
}
