using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Members vote for those who stay away: turnout is concentrated in few hands.</summary>
[Sentence(
    "{members} votes/vote by proxy",
    Takes = [typeof(AsDirected), typeof(EachAtMost)],
    Unplayed = "whoever stays away in play has no vote that another could cast",
    Wording = "{members} may vote by proxy",
    Example = "Members vote by proxy, at most 3 each"
)]
public sealed record Proxy(OrganId Members) : Limit
{
    /// <inheritdoc/>
    public override IEnumerable<Norm> Norms => [new ProxyNorm(Members, Tail<EachAtMost>()?.Count, Tail<AsDirected>() is not null)];

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("in person only"), new("one proxy each")];
}
