using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Those who discuss give way to the esteemed but stay anchored where they began (Friedkin and Johnsen 1999).</summary>
[Sentence("positions give way to those of the esteemed", Example = "positions give way to those of the esteemed")]
public sealed record GivingWay : OpinionRule
{
    private const int Most = 1024;

    /// <summary>How far all give way; at 0 positions stay.</summary>
    public Parameter Susceptibility { get; init; } =
        new("susceptibility", new Beta(2, 6), "share", "how far positions give way to those of the esteemed", "weakly informed");

    /// <inheritdoc/>
    public override void Drift(Situation now, ReadOnlySpan<PersonId> people, ReadOnlySpan<double> first, Span<double> positions)
    {
        if (now[Susceptibility] is not (> 0 and var susceptibility))
            return;
        Span<double> weights = people.Length <= Most ? stackalloc double[people.Length] : new double[people.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = now.EsteemOf(people[i]);
        if (now.Months == 1)
        {
            FriedkinJohnsen.StepTogether(weights, susceptibility, first, positions);
            return;
        }
        // A step a month; of a part of a month, that part of the way.
        Span<double> before = positions.Length <= Most ? stackalloc double[positions.Length] : new double[positions.Length];
        for (var left = now.Months; left > 0; left--)
        {
            positions.CopyTo(before);
            FriedkinJohnsen.StepTogether(weights, susceptibility, first, positions);
            for (var i = 0; i < positions.Length && left < 1; i++)
                positions[i] = before[i] + (left * (positions[i] - before[i]));
        }
    }
}
