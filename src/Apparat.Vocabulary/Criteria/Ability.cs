using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Everyone prefers the able.</summary>
[Standard]
[Sentence("everyone prefers the able", Example = "everyone prefers the able")]
public sealed record Ability : Criterion
{
    /// <inheritdoc/>
    public override void Add(Situation now, PersonId chooser, Seat seat, ReadOnlySpan<PersonId> candidates, Span<double> utility)
    {
        for (var i = 0; i < candidates.Length; i++)
            utility[i] += now.TraitOf(candidates[i], Trait.Competence);
    }
}
