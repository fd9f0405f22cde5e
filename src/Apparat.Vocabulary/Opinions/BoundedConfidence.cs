using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Those who discuss heed only the like-minded, and move to their mean (Hegselmann and Krause 2002).</summary>
[Sentence("positions move to those near them", Example = "positions move to those near them")]
public sealed record BoundedConfidence : OpinionRule
{
    private const int Most = 1024;

    /// <summary>How far apart two may stand and still heed each other; at 0 positions stay.</summary>
    public Parameter Bound { get; init; } =
        new(
            "confidence_bound",
            new Uniform(0, 0.6),
            "positions",
            "how far apart two may stand and still heed each other",
            "weakly informed"
        );

    /// <summary>Part of the way to that mean gone in a month.</summary>
    public Parameter Speed { get; init; } =
        new("heeding", new Fixed(0.1), "share of the way per month", "how fast the like-minded move together", "declared")
        {
            Accrues = Accrual.Share,
        };

    /// <inheritdoc/>
    public override void Drift(Situation now, ReadOnlySpan<PersonId> people, ReadOnlySpan<double> first, Span<double> positions)
    {
        if (now[Bound] is not (> 0 and var bound))
            return;
        Span<double> next = people.Length <= Most ? stackalloc double[people.Length] : new double[people.Length];
        HegselmannKrause.Step(positions, bound, next);
        var speed = now[Speed];
        for (var i = 0; i < positions.Length; i++)
            positions[i] += speed * (next[i] - positions[i]);
    }
}
