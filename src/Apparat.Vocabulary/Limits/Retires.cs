using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Staggered terms: part of a body retires at each meeting and may stand again, and a cap is set on the speed of capture.</summary>
[Sentence(
    "{portion} retires/retire at each {meeting}",
    Takes = [typeof(InOrder), typeof(TieBreak)],
    Wording = "{portion} shall retire at each {meeting:plain}",
    Example = "one third of Board retires at each Annual Meeting, longest in office first, ties by lot"
)]
public sealed record Retires(Portion Portion, OrganId Meeting) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new RotationNorm(Portion, Meeting) { Order = Tail<InOrder>() }];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("all retire at the end of the term"), new("one half retires each time")];
}
