using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Shapley-Shubik power when factions keep together.</summary>
public sealed record OwenValue()
    : UnionIndex(
        "owen",
        "Owen",
        "Owen",
        "Shapley-Shubik power if factions arrive one after another, each in a random order of its own members. Sums to 1.",
        "Owen 1977"
    )
{
    /// <inheritdoc/>
    public override Fraction Weight(int unions, int others, int members, int own) =>
        new Fraction(1, unions * Binomials.Row(unions - 1)[others]) * new Fraction(1, members * Binomials.Row(members - 1)[own]);
}
