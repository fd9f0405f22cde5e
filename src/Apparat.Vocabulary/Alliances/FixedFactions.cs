using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Vocabulary;

/// <summary>Some contenders stand together against some others from first to last, as somebody's record has it; the rest stay aloof.</summary>
[Sentence("{faction} stands/stand together against {others}", Example = "Anna, Bert stand together against Carl")]
public sealed record FixedFactions(ImmutableArray<PersonId> Faction, ImmutableArray<PersonId> Others) : Threats
{
    /// <inheritdoc/>
    public override void Sides(Rivalry now, Span<sbyte> side)
    {
        side.Clear();
        var target = -1;
        var strongest = double.NegativeInfinity;
        for (var k = 0; k < now.Count; k++)
        {
            if (!now.Active(k))
                continue;
            if (Faction.Contains(now.Now.Contenders[k]))
                side[k] = 1;
            else if (Others.Contains(now.Now.Contenders[k]) && now.Following(k, 0) > strongest)
                (target, strongest) = (k, now.Following(k, 0));
        }
        if (target < 0)
            side.Clear();
        else
            side[target] = -1;
    }
}
