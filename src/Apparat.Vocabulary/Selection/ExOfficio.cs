using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Whoever holds an office sits in a body by virtue of it.</summary>
[Sentence(
    "{office} sits/sit in {body} ex officio",
    Wording = "{office} shall be a member of {body} ex officio",
    Example = "Treasurer sits in Board ex officio"
)]
[Sentence("{office} sits/sit in {body}")]
public sealed record ExOfficio(OrganId Office, OrganId Body) : SelectionRule
{
    /// <inheritdoc/>
    public override ImmutableArray<OrganId> Fills => [Body];

    /// <inheritdoc/>
    public override bool OnlyVacancies => true;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override OrganId? ByVirtueOf => Office;

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("no such seat"), new("the seat is filled like the others")];

    /// <inheritdoc/>
    public override void Fill(Ballot ballot)
    {
        if (ballot.Open.Length > 0)
            ballot.Take(ballot.Open[0], ballot.Senior(Office, ballot.Open[0]));
    }
}
