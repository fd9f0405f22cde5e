using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>How likely the best motion a rival could now move to remove the contender would be carried: who could really decide about him (Svolik 2012).</summary>
[Sentence("exposure of each contender to removal", Example = "exposure of each contender to removal")]
public sealed record Removability : Measure
{
    /// <inheritdoc/>
    public override string Name => "exposure";

    /// <inheritdoc/>
    public override string Unit => "probability";

    /// <inheritdoc/>
    public override (double Low, double High) Range => (0, 1);

    /// <inheritdoc/>
    public override string Meaning => "P(carried) of the best motion a rival could move to remove the contender";

    /// <inheritdoc/>
    public override string Source => "svolik2012";

    /// <inheritdoc/>
    public override double Value(WorldView now, PersonId x) => now.Exposure(x);
}
