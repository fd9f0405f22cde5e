using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>An organ comes to have another number of seats.</summary>
[Sentence("{organ} has {seats} seats", Example = "Council has 40 seats")]
public sealed record Resizes(OrganId Organ, int Seats) : Happening, ISizeChange
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Recorded;

    /// <inheritdoc/>
    public override void Happen(WorldView now, WorldEdit edit) => edit.Resize(Organ, Seats);
}
