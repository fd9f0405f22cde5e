using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>The share of the ordinary members that leans to the contender.</summary>
[Sentence("leaning of the members to each contender", Example = "leaning of the members to each contender")]
public sealed record LeaningOfMembers : Measure
{
    /// <inheritdoc/>
    public override string Name => "leaning";

    /// <inheritdoc/>
    public override string Unit => "share of members";

    /// <inheritdoc/>
    public override (double Low, double High) Range => (0, 1);

    /// <inheritdoc/>
    public override string Meaning => "share of the ordinary members that leans to the contender";

    /// <inheritdoc/>
    public override string Source => "branch congresses";

    /// <inheritdoc/>
    public override double Value(WorldView now, PersonId x) => now.LeaningTo(x);
}
