using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Voting against one's own patron, or not being protected by him, halves the tie and leaves resentment.</summary>
[Standard]
[Sentence("betrayal breaks ties", Example = "betrayal breaks ties")]
public sealed record Betrayal : Bond
{
    /// <summary>Hostility a break leaves behind.</summary>
    public Parameter Resentment { get; init; } = new("betrayal", new Fixed(0.5), "hostility", "hostility a broken tie leaves", "declared");

    /// <inheritdoc/>
    public override void After(in Deed deed, Ties ties)
    {
        switch (deed.Kind)
        {
            case DeedKind.VotedAgainst when ties.Now.Loyalty(deed.Person, deed.Maker) >= ties.Now.WeakestTie:
                Break(ties, deed.Person, deed.Maker);
                break;
            case DeedKind.Removed:
                var patron = ties.Now.Patron(deed.Person);
                if (!patron.IsNone && patron != deed.Person)
                    Break(ties, deed.Person, patron);
                break;
        }
    }

    private void Break(Ties ties, PersonId client, PersonId patron)
    {
        ties.Scale(client, patron, 0.5);
        ties.Resent(client, patron, ties.Now[Resentment]);
    }
}
