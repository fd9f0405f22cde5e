using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>The visible standing of the contender.</summary>
[Sentence("esteem of each contender", Example = "esteem of each contender")]
public sealed record VisibleEsteem : Measure
{
    /// <inheritdoc/>
    public override string Name => "esteem";

    /// <inheritdoc/>
    public override string Unit => "share";

    /// <inheritdoc/>
    public override (double Low, double High) Range => (0, 1);

    /// <inheritdoc/>
    public override string Meaning => "visible standing of the contender";

    /// <inheritdoc/>
    public override string Source => "declared";

    /// <inheritdoc/>
    public override double Value(WorldView now, PersonId x) => now.EsteemOf(x);
}
