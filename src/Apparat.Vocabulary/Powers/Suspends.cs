using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Takes rights away for a time, without expelling.</summary>
[Sentence(
    "{body} suspends/suspend {targets:any}",
    Takes = [typeof(Threshold), typeof(Secret), typeof(Cause), typeof(Notice), typeof(Lasting)],
    Played = false,
    Wording = "{body} may suspend {targets:any}",
    Example = "Board suspends Members by two thirds, for at most 6 months"
)]
public sealed record Suspends(OrganId Body, ImmutableArray<OrganId> Targets) : Power
{
    /// <inheritdoc/>
    public override OrganId Holder => Body;

    /// <inheritdoc/>
    public override IEnumerable<Influence> Influences => Targets.Select(t => new Influence(Body, t, Hold.Remove, Share, Decides: true));

    /// <inheritdoc/>
    public override ImmutableArray<Reference> References => [new("nobody is suspended"), new("suspended only by those who chose")];
}
