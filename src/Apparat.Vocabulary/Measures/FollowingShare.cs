using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>The expected share of the decisive body's votes that follows the contender.</summary>
[Sentence("following of each contender", Example = "following of each contender")]
public sealed record FollowingShare : Measure
{
    /// <inheritdoc/>
    public override string Name => "following";

    /// <inheritdoc/>
    public override string Unit => "share of the decisive body";

    /// <inheritdoc/>
    public override (double Low, double High) Range => (0, 1);

    /// <inheritdoc/>
    public override string Meaning => "expected share of the decisive body's votes that follows the contender";

    /// <inheritdoc/>
    public override string Source => "rigby1981";

    /// <inheritdoc/>
    public override double Value(WorldView now, PersonId x) => now.FollowingOf(x);
}
