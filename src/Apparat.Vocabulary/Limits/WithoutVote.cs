using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Members of an organ may speak but not vote.</summary>
[Sentence(
    "{members} sits/sit in {body} without a vote",
    Wording = "{members} shall attend {body} without a vote",
    Example = "Substitutes sit in Council without a vote"
)]
public sealed record WithoutVote(OrganId Members, OrganId Body) : Limit
{
    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("they have no seat at all"), new("they vote like the others")];

    /// <inheritdoc/>
    public override bool Concerns(OrganId organ) => false;

    /// <inheritdoc/>
    public override bool Votes(OrganId organ) => organ != Members;
}
