using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Some kinds of motion start at a disadvantage: what is, is easier to leave.</summary>
[Standard]
[Sentence("voters weigh the status quo", Example = "voters weigh the status quo")]
public sealed record StatusQuo : Motive
{
    /// <summary>How much of the disadvantage counts; at 0 none.</summary>
    public Parameter Weight { get; init; } =
        new("status_quo", new Fixed(1), "share", "how much of a motion's disadvantage against what is counts", "declared");

    /// <inheritdoc/>
    public override void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility) =>
        Lanes.Add(utility, now[Weight] * move.Bias);
}
