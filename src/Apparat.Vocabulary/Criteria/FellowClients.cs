using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Voters favour those whom they follow, and those who follow the same heads.</summary>
[Standard]
[Sentence("voters favour the clients of those they follow", Example = "voters favour the clients of those they follow")]
public sealed record FellowClients : Criterion
{
    /// <summary>Weight of loyalty; shared with votes.</summary>
    public Parameter Weight { get; init; } = new Loyalties().Weight;

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
        Span<double> tie = stackalloc double[candidates.Length];
        Span<double> leaning = stackalloc double[choosers.Length];
        Add(now, choosers, candidates, utility, tie, leaning);
    }

    // Apart from the room on the stack, which would keep it from being compiled for what it meets.
    private void Add(
        Situation now,
        ReadOnlySpan<PersonId> choosers,
        ReadOnlySpan<PersonId> candidates,
        Span<double> utility,
        Span<double> tie,
        Span<double> leaning
    )
    {
        var weight = now[Weight];
        foreach (var head in now.Heads)
        {
            if (!now.Loyalties(candidates, head, tie))
                continue;
            now.Leanings(choosers, head, leaning);
            for (var k = 0; k < choosers.Length; k++)
            {
                var own = weight * leaning[k];
                if (own == 0)
                    continue;
                var row = utility.Slice(k * tie.Length, tie.Length);
                for (var c = 0; c < row.Length; c++)
                    row[c] += own * tie[c];
            }
        }
    }
}
