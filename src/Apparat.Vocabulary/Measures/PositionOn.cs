using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>Where the contender stands on an issue, by its number in the scenario.</summary>
[Sentence("position of each contender on issue {number}", Example = "position of each contender on issue 1")]
public sealed record PositionOn(int Number) : Measure
{
    /// <inheritdoc/>
    public override string Name => $"position_{Number}";

    /// <inheritdoc/>
    public override string Unit => "position";

    /// <inheritdoc/>
    public override (double Low, double High) Range => (-1, 1);

    /// <inheritdoc/>
    public override string Meaning => "where the contender stands on the issue";

    /// <inheritdoc/>
    public override string Source => "scenario";

    /// <inheritdoc/>
    public override double Value(WorldView now, PersonId x) => Number is >= 1 and <= 3 ? now.Position(x, Number - 1) : 0;
}
