using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Only those who joined long enough ago may take a seat; those whose date of joining is not known pass.</summary>
[Sentence(
    "{organs} needs/need {years} years of standing",
    Wording = "{organs} shall have been members for {years} years",
    Example = "Branch Secretaries need 5 years of standing"
)]
public sealed record YearsOfStanding(ImmutableArray<OrganId> Organs, int Years) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => Organs.Select(o => new StandingNorm(o, Years));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("no standing is needed"), new("one year is enough")];

    /// <inheritdoc/>
    public override bool Concerns(OrganId organ) => Organs.Contains(organ);

    /// <inheritdoc/>
    public override bool Allows(WorldView now, PersonId person, OrganId organ) =>
        !Concerns(organ) || now.Joined(person) is not { } joined || (Years < now.Today.Year && joined <= now.Today.AddYears(-Years));
}
