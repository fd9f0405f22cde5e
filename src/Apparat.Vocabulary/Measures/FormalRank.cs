using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>The value of the best seat the contender holds, over the highest there is.</summary>
[Sentence("formal rank of each contender", Example = "formal rank of each contender")]
public sealed record FormalRank : Measure
{
    /// <inheritdoc/>
    public override string Name => "formal_rank";

    /// <inheritdoc/>
    public override string Unit => "share of the highest rank";

    /// <inheritdoc/>
    public override (double Low, double High) Range => (0, 1);

    /// <inheritdoc/>
    public override string Meaning => "value of the best seat the contender holds, over the highest there is";

    /// <inheritdoc/>
    public override string Source => "declared";

    /// <inheritdoc/>
    public override double Value(WorldView now, PersonId x) => Math.Min(1, now.RankOf(x));
}
