using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>The rival reading of <see cref="Deference"/>: a side is as esteemed as all its heads together. Results hang on which of the two is taken.</summary>
[Sentence("voters weigh prestige summed over a side", Example = "voters weigh prestige summed over a side")]
public sealed record SummedPrestige : Motive
{
    /// <summary>Weight of prestige, shared with <see cref="Deference"/>.</summary>
    public Parameter Weight { get; init; } = new Deference().Weight;

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility)
    {
        var weight = now[Weight];
        foreach (var head in now.Standing(1))
            Add(now.Esteems(head), weight, utility);
        foreach (var head in now.Standing(-1))
            Add(now.Esteems(head), -weight, utility);
    }

    private static void Add(ReadOnlySpan<double> esteem, double weight, Span<double> utility)
    {
        for (var i = 0; i < utility.Length; i++)
            utility[i] += weight * esteem[i];
    }
}
