using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>How many seats an organ has, or how many ordinary members it counts, the same for every contender.</summary>
[Sentence("size of {organ}", Example = "size of Council")]
public sealed record SizeOf(OrganId Organ) : Measure
{
    /// <inheritdoc/>
    public override string Name => About.Length == 0 ? "size" : $"size_of_{About}";

    /// <inheritdoc/>
    public override string Unit => "seats";

    /// <inheritdoc/>
    public override (double Low, double High) Range => (0, int.MaxValue);

    /// <inheritdoc/>
    public override string Meaning => "how many seats the organ has, or how many members it counts";

    /// <inheritdoc/>
    public override string Source => "scenario";

    /// <inheritdoc/>
    public override OrganId? OnRecord => Organ;

    /// <inheritdoc/>
    public override bool IsOfNobody => true;

    /// <inheritdoc/>
    public override double Value(WorldView now, PersonId x) => now.SizeOf(Organ);
}
