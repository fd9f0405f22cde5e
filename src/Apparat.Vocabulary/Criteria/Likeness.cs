using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Makers and voters favour those whose positions are near their own.</summary>
[Standard]
[Sentence("makers and voters favour the like-minded", Example = "makers and voters favour the like-minded")]
public sealed record Likeness : Criterion
{
    /// <summary>Weight of policy; shared with votes on policy.</summary>
    public Parameter Weight { get; init; } = new Policies().Weight;

    /// <inheritdoc/>
    public override void Add(
        Situation now,
        ReadOnlySpan<PersonId> choosers,
        Seat seat,
        ReadOnlySpan<PersonId> candidates,
        Span<double> utility
    )
    {
        Span<double> position = stackalloc double[candidates.Length];
        Add(now, choosers, candidates, utility, position);
    }

    // Apart from the room on the stack, which would keep it from being compiled for what it meets.
    private void Add(
        Situation now,
        ReadOnlySpan<PersonId> choosers,
        ReadOnlySpan<PersonId> candidates,
        Span<double> utility,
        Span<double> position
    )
    {
        var weight = now[Weight] / 8;
        for (var issue = 0; issue < now.Issues; issue++)
        {
            for (var c = 0; c < candidates.Length; c++)
                position[c] = now.Position(candidates[c], issue);
            for (var k = 0; k < choosers.Length; k++)
            {
                var own = now.Position(choosers[k], issue);
                var row = utility.Slice(k * position.Length, position.Length);
                for (var c = 0; c < row.Length; c++)
                {
                    var d = position[c] - own;
                    row[c] -= weight * d * d;
                }
            }
        }
    }
}
