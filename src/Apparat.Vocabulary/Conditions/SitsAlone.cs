using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>A person has a seat in an organ and no other living contender has.</summary>
[Sentence("X sits in {organ} and no other living contender does", Example = "X sits in Board and no other living contender does")]
public sealed record SitsAlone(OrganId Organ) : Condition
{
    /// <inheritdoc/>
    public override OrganId? OnRecord => Organ;

    /// <inheritdoc/>
    public override bool Holds(WorldView now, PersonId x)
    {
        if (!now.IsAlive(x) || !now.Sits(x, Organ))
            return false;
        foreach (var other in now.Contenders)
        {
            if (other != x && now.IsAlive(other) && now.Sits(other, Organ))
                return false;
        }
        return true;
    }
}
