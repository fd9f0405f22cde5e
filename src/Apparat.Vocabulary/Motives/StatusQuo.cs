using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Some kinds of motion start at a disadvantage: what is, is easier to leave.</summary>
[Standard]
[Sentence("voters weigh the status quo", Example = "voters weigh the status quo")]
public sealed record StatusQuo : Motive
{
    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility) =>
        Lanes.Add(utility, move.Bias);
}
