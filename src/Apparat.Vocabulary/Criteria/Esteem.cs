using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Voters favour the esteemed.</summary>
[Standard]
[Sentence("voters favour the esteemed", Example = "voters favour the esteemed")]
public sealed record Esteem : Criterion
{
    /// <summary>Weight of prestige; shared with votes.</summary>
    public Parameter Weight { get; init; } = new Deference().Weight;

    /// <inheritdoc/>
    public override bool ForMakers => false;

    /// <inheritdoc/>
    public override void Add(
        Situation now,
        ReadOnlySpan<PersonId> choosers,
        Seat seat,
        ReadOnlySpan<PersonId> candidates,
        Span<double> utility
    )
    {
        Span<double> esteem = stackalloc double[choosers.Length];
        Add(now, choosers, candidates, utility, esteem);
    }

    // Apart from the room on the stack, which would keep it from being compiled for what it meets.
    private void Add(
        Situation now,
        ReadOnlySpan<PersonId> choosers,
        ReadOnlySpan<PersonId> candidates,
        Span<double> utility,
        Span<double> esteem
    )
    {
        var weight = now[Weight];
        for (var c = 0; c < candidates.Length; c++)
        {
            now.PrestigeOf(candidates[c], choosers, esteem);
            for (var k = 0; k < esteem.Length; k++)
                utility[(k * candidates.Length) + c] += weight * esteem[k];
        }
    }
}
