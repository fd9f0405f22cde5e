using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>
/// A seat of an organ is held by a person or by someone who follows him: a tie to him that is his strongest and at least 0.15. On the record,
/// which knows no ties, it never holds.
/// </summary>
[Sentence("X or a follower of X sits in {organ}", Example = "X or a follower of X sits in Board")]
public sealed record FollowerSits(OrganId Organ) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(WorldView now, PersonId x)
    {
        foreach (var holder in now.Holders(Organ))
        {
            if (!holder.IsNone && (holder == x || now.Patron(holder) == x))
                return true;
        }
        return false;
    }
}
