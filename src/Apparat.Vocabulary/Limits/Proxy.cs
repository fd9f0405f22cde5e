using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>
/// Members vote for those who stay away: turnout is concentrated in few hands. Proxies are given by lot to those who are there, who cast them as
/// they vote themselves, and count toward a quorum. Played in bodies of ordinary members.
/// </summary>
[Sentence(
    "{members} votes/vote by proxy",
    Takes = [typeof(AsDirected), typeof(EachAtMost)],
    Wording = "{members} may vote by proxy",
    Example = "Members vote by proxy, at most 3 each"
)]
public sealed record Proxy(OrganId Members) : Limit
{
    /// <summary>How many of those absent leave a proxy; at 0 none.</summary>
    public Parameter Given { get; init; } =
        new("proxies", new Beta(2, 3), "share of those absent", "part of those who stay away who leave a proxy", "weakly informed");

    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new ProxyNorm(Members, Tail<EachAtMost>()?.Count, Tail<AsDirected>() is not null)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References =>
        [new("in person only"), new("one proxy each", new Proxy(Members) { Given = Given, Tails = [new EachAtMost(1)] })];

    /// <inheritdoc/>
    public override ProxyTerms? Proxies(WorldView now, OrganId members) =>
        members == Members
            ? new ProxyTerms(
                Given,
                TailOf<EachAtMost>() is { } cap && now.Decides(cap) ? cap.Count : null,
                TailOf<AsDirected>() is { } directed && now.Decides(directed)
            )
            : null;
}
