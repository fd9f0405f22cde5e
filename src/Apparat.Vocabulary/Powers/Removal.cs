using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>What all powers of removal have in common: whom they may strike, alone or together, and what is then put to the vote.</summary>
internal static class Removal
{
    /// <summary>Status-quo bias of a removal, in log-odds.</summary>
    public const double Bias = -0.5;

    /// <summary>Offers each contender in reach, and one joint motion against two or three on the other side.</summary>
    public static void Offer(Situation now, MoveList moves, Decision by, OrganId reach)
    {
        var joint = moves.By(by, PersonId.None, reach.Index, 0, Bias, MoveKind.Removal);
        var n = 0;
        foreach (var person in now.Contenders)
        {
            if (
                person == moves.Setter
                || !now.Sits(person, reach)
                || now.StandingOf(person) is Standing.Dead or Standing.Expelled or Standing.Suspended
            )
                continue;
            moves.Add(moves.By(by, person, reach.Index, 0, Bias, MoveKind.Removal));
            if (now.Side(person) >= 0 && now.Hostility(moves.Setter, person) <= 0)
                continue;
            joint = n switch
            {
                0 => joint with { Target = person },
                1 => joint with { Second = person },
                2 => joint with { Third = person },
                _ => joint,
            };
            n++;
        }
        if (n > 1)
            moves.Add(joint);
    }

    /// <summary>Empties every seat of an organ held by those a motion strikes.</summary>
    public static void Vacate(in Move move, OrganId organ, WorldEdit edit)
    {
        var holders = edit.Now.Holders(organ);
        for (var k = 0; k < holders.Length; k++)
        {
            if (!holders[k].IsNone && (holders[k] == move.Target || holders[k] == move.Second || holders[k] == move.Third))
                edit.Vacate(new Seat(organ, k));
        }
    }
}
