using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Those who serve gain esteem month by month, the more the higher they sit.</summary>
[Sentence("service earns esteem", Example = "service earns esteem")]
public sealed record Service : Bond
{
    /// <summary>Part of the esteem still to be had that a month in the highest seat earns; at 0 none.</summary>
    public Parameter Rate { get; init; } =
        new(
            "service",
            new LogNormal(0.004, 0.7),
            "per month in the highest rank",
            "esteem earned by service, as part of what is still to be had",
            "weakly informed"
        )
        {
            Accrues = Accrual.Share,
        };

    /// <inheritdoc/>
    public override void EachTurn(Ties ties)
    {
        if (ties.Now[Rate] is > 0 and var rate)
            ties.EsteemByRank(rate);
    }
}
