using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Changes the charter itself: every other clause holds only as long as this power lets it.</summary>
[Sentence(
    "{body} amends/amend these|the by-laws|charter|constitution|statutes|rules",
    Takes = [
        typeof(Threshold),
        typeof(Successive),
        typeof(UntilConfirmed),
        typeof(Unless),
        typeof(Petition),
        typeof(Secret),
        typeof(Notice),
    ],
    Unplayed = "nobody in play writes law: what is amended is an event of the scenario",
    Wording = "{body} may amend these by-laws",
    Example = "Annual Meeting amends these by-laws by two thirds, at 2 successive meetings"
)]
public sealed record Amends(OrganId Body) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms =>
        [
            new AmendmentNorm(Body, By(Body).Majority, Tail<Successive>()?.Meetings ?? 1, Tail<UntilConfirmed>()?.Organ, [])
            {
                Objector = Tail<Unless>()?.Body,
            },
        ];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("cannot amend"), new("one meeting, by simple majority")];
}
