using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Puts names on the ballot: one of the routes to it. Control is total only where there is no other route and no more names than seats.</summary>
[Sentence(
    "{maker} nominates/nominate for {target}",
    Takes = [typeof(Deadline), typeof(Threshold), typeof(Secret)],
    Unplayed = "those who may stand in play are drawn from the pool, and nobody draws up a ballot but the maker of a slate",
    Wording = "{maker} shall nominate [at least {least} candidate/candidates for each seat] for {target}",
    Example = "Nominating Committee nominates at least 1 for each seat of Board, 60 days before Annual Meeting"
)]
[Sentence("{maker} nominates/nominate at least {least} for each seat of {target}")]
public sealed record Nominates(OrganId Maker, OrganId Target, int Least = 0) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Maker;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => [new(Maker, Target, Hold.List, Share, Decides: false)];

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms =>
        [new NominationNorm(Maker, Target, Together: null, Least > 0 ? Least : null, Tail<Deadline>()?.Days)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("open nominations"), new("lot among those nominated")];
}
