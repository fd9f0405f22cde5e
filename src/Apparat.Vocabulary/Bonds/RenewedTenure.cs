using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Those kept in place grow loyal to whoever could remove them and does not: interest, not selection, makes clients (Harris 2005; Gill 1990).</summary>
[Sentence("those kept in place grow loyal", Example = "those kept in place grow loyal")]
public sealed record RenewedTenure : Bond
{
    /// <summary>Part of the gap to full loyalty that a month wholly at a head's mercy closes; at 0 none.</summary>
    public Parameter Rate { get; init; } =
        new(
            "tenure",
            new LogNormal(0.01, 0.5),
            "per month",
            "how fast those kept in place grow loyal to whoever could remove them",
            "weakly informed"
        )
        {
            Accrues = Accrual.Share,
        };

    /// <inheritdoc/>
    public override void EachTurn(Ties ties)
    {
        if (ties.Now[Rate] is > 0 and var rate)
            ties.GrowToThoseAbove(rate);
    }
}
