using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>When a head dies or is sent into exile, part of each follower's tie passes to the head nearest to him in policy, and at his death part of his prestige to those who sat beside him.</summary>
[Standard]
[Sentence("the followers of the dead follow the nearest", Example = "the followers of the dead follow the nearest")]
public sealed record Inheritance : Bond
{
    /// <summary>Share of a tie that finds a new head.</summary>
    public Parameter Share { get; init; } = new("xi", new Fixed(0.5), "share", "part of a dead head's ties that finds another", "declared");

    /// <summary>Share of prestige that is shared among the heirs.</summary>
    public Parameter Legacy { get; init; } =
        new("legacy", new Fixed(0.3), "share", "part of a dead head's prestige shared by his heirs", "declared");

    /// <inheritdoc/>
    public override void After(in Deed deed, Ties ties)
    {
        if (deed.Kind is not (DeedKind.Died or DeedKind.Exiled))
            return;
        var now = ties.Now;
        var share = now[Share];
        foreach (var person in ties.Followers(deed.Person))
        {
            var tie = now.Loyalty(person, deed.Person);
            if (tie <= 0 || person == deed.Person)
                continue;
            var heir = Nearest(now, person, deed.Person);
            ties.Scale(person, deed.Person, 0);
            if (!heir.IsNone)
                ties.Owe(person, heir, share * tie);
        }
        if (deed.Kind == DeedKind.Exiled)
            return;
        var heirs = 0;
        foreach (var contender in now.Contenders)
            heirs += now.IsActive(contender) && contender != deed.Person ? 1 : 0;
        foreach (var contender in now.Contenders)
        {
            if (now.IsActive(contender) && contender != deed.Person)
                ties.Esteem(contender, now[Legacy] * now.TraitOf(deed.Person, Trait.Prestige) / heirs);
        }
    }

    private static PersonId Nearest(Situation now, PersonId person, PersonId dead)
    {
        var best = PersonId.None;
        var least = double.PositiveInfinity;
        foreach (var head in now.Contenders)
        {
            if (head == dead || head == person || !now.IsAlive(head))
                continue;
            var d = 0.0;
            for (var i = 0; i < now.Issues; i++)
            {
                var x = now.Position(person, i) - now.Position(head, i);
                d += x * x;
            }
            if (d < least)
            {
                least = d;
                best = head;
            }
        }
        return best;
    }
}
