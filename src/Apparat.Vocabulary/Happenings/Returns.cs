using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>A person who was ill acts again.</summary>
[Sentence("{person} returns", Example = "Anna returns")]
public sealed record Returns(PersonId Person) : Happening
{
    /// <inheritdoc/>
    public override void Happen(WorldView now, WorldEdit edit)
    {
        if (now.StandingOf(Person) == Standing.Incapacitated)
            edit.Stand(Person, Standing.Member);
    }
}
