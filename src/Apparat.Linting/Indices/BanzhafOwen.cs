using System.Numerics;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Banzhaf power when factions keep together.</summary>
public sealed record BanzhafOwen()
    : UnionIndex(
        "banzhaf_owen",
        "Banzhaf-Owen",
        "Banzhaf-Owen",
        "P(one's own vote decides) if every other faction tosses one coin and fellow members toss their own.",
        "Owen 1981"
    )
{
    /// <inheritdoc/>
    public override Fraction Weight(int unions, int others, int members, int own) => new(1, BigInteger.One << (unions + members - 2));
}
