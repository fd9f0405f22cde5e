using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>A person who once sat in an organ, or never did, has no seat in it.</summary>
[Sentence("X does not sit in {organ}", Example = "X does not sit in Board")]
public sealed record SitsNot(OrganId Organ) : Condition
{
    /// <inheritdoc/>
    public override OrganId? OnRecord => Organ;

    /// <inheritdoc/>
    public override bool Holds(WorldView now, PersonId x) => !now.Sits(x, Organ);
}
