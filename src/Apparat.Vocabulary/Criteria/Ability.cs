using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Everyone prefers the able.</summary>
[Standard]
[Sentence("everyone prefers the able", Example = "everyone prefers the able")]
public sealed record Ability : Criterion
{
    /// <inheritdoc/>
    public override void Add(
        Situation now,
        ReadOnlySpan<PersonId> choosers,
        Seat seat,
        ReadOnlySpan<PersonId> candidates,
        Span<double> utility
    )
    {
        for (var c = 0; c < candidates.Length; c++)
        {
            var ability = now.TraitOf(candidates[c], Trait.Competence);
            for (var i = c; i < utility.Length; i += candidates.Length)
                utility[i] += ability;
        }
    }
}
