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
    public override void Add(Situation now, PersonId chooser, Seat seat, ReadOnlySpan<PersonId> candidates, Span<double> utility)
    {
        var weight = now[Weight] / 8;
        for (var i = 0; i < candidates.Length; i++)
        {
            for (var issue = 0; issue < now.Issues; issue++)
            {
                var d = now.Position(candidates[i], issue) - now.Position(chooser, issue);
                utility[i] -= weight * d * d;
            }
        }
    }
}
