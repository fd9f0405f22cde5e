using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>A person has a seat in an organ.</summary>
[Sentence("X sits in {organ}", Example = "X sits in Board")]
public sealed record Sits(OrganId Organ) : Condition
{
    /// <inheritdoc/>
    public override OrganId? OnRecord => Organ;

    /// <inheritdoc/>
    public override bool Holds(WorldView now, PersonId x) => now.Sits(x, Organ);
}
