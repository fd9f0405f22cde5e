using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>A person dies: his seats fall vacant and his followers look for another.</summary>
[Sentence("{person} dies", Example = "Anna dies")]
public sealed record Dies(PersonId Person) : Happening
{
    /// <inheritdoc/>
    public override void Happen(WorldView now, WorldEdit edit) => edit.Stand(Person, Standing.Dead);
}
