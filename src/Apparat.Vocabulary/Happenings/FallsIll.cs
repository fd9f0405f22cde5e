using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>A person keeps his seats but can neither vote nor act.</summary>
[Sentence("{person} falls ill", Example = "Anna falls ill")]
public sealed record FallsIll(PersonId Person) : Happening
{
    /// <inheritdoc/>
    public override void Happen(WorldView now, WorldEdit edit)
    {
        if (now.StandingOf(Person) == Standing.Member)
            edit.Stand(Person, Standing.Incapacitated);
    }
}
