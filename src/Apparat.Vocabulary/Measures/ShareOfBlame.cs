using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>How far the contender answers for the divisions in which he voted: 1/(1+k) on the winning side, k the others who would have had to change (Chockler and Halpern 2004).</summary>
[Sentence("responsibility of each contender for divisions", Example = "responsibility of each contender for divisions")]
public sealed record ShareOfBlame : Measure
{
    /// <inheritdoc/>
    public override string Name => "responsibility";

    /// <inheritdoc/>
    public override string Unit => "degree";

    /// <inheritdoc/>
    public override (double Low, double High) Range => (0, 1);

    /// <inheritdoc/>
    public override string Meaning => "mean degree of responsibility for the divisions in which the contender voted";

    /// <inheritdoc/>
    public override string Source => "chockler2004";

    /// <inheritdoc/>
    public override double Value(WorldView now, PersonId x) => now.Responsibility(x);
}
