using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>
/// How long one must have been a member to vote: without it a roll can be flooded the day before. It binds those who join in play; whoever was a
/// member on the first day votes.
/// </summary>
[Sentence(
    "{members} of at least {wait} votes/vote",
    Wording = "{members} may vote after having been members for {wait}",
    Example = "Members of at least 90 days vote"
)]
public sealed record WaitingPeriod(OrganId Members, Period Wait) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new WaitingNorm(Members, Wait)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("anyone joins and votes at once"), new("a year", new WaitingPeriod(Members, new Period(1, TimeUnit.Years)))];

    /// <inheritdoc/>
    public override Period? WaitIn(OrganId members) => members == Members ? Wait : null;
}
