using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Stands between someone who cannot act and everyone else: what is owed to him comes to be owed to whoever speaks for him.</summary>
[Sentence(
    "{office} keeps/keep the door of {person}",
    Wording = "{office} shall be responsible for access to {person}",
    Example = "Secretariat keeps the door of Anna"
)]
public sealed record KeepsTheDoor(OrganId Office, PersonId Person) : Power
{
    /// <summary>Part of what is owed to him that passes to his keeper in a month; at 0 none.</summary>
    public Parameter Rate { get; init; } =
        new(
            "access",
            new LogNormal(0.05, 0.7),
            "per month",
            "how fast what is owed to someone who cannot act comes to be owed to his gatekeeper",
            "weakly informed"
        )
        {
            Accrues = Accrual.Share,
        };

    /// <inheritdoc/>
    public override OrganId Holder => Office;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("everyone has access"), new("nobody speaks for him")];

    /// <inheritdoc/>
    public override bool IsIdle(Situation now) => now[Rate] <= 0;

    /// <inheritdoc/>
    public override void Routine(Routine routine) => routine.Shield(Office, Person, routine.Now[Rate]);
}
