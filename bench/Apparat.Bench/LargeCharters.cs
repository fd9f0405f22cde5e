using System.Collections.Immutable;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Vocabulary;

namespace Apparat.Bench;

/// <summary>Charters of many organs, drawn by address: the same number gives the same charter on every machine.</summary>
internal static class LargeCharters
{
    private static readonly Purpose Drawn = Purpose.Of("large charter");

    /// <summary>
    /// So many organs with so many seats in all. A seventh are roots; of the others most are elected by another body, some appointed, some
    /// elected from another's list or appointed with a consent; every third body has a head it elects; two joint meetings elect as well.
    /// </summary>
    public static Charter Of(ulong number, int organs, int seats)
    {
        var chance = new Chance(number, 0);
        var bodies = organs * 3 / 4;
        var list = new List<Organ>();
        for (var i = 0; i < bodies; i++)
            list.Add(
                Organ(
                    i,
                    $"Body {i}",
                    Math.Max(1, (seats / bodies) + chance.Below((seats / bodies) + 1, Drawn, 1, i) - (seats / bodies / 2))
                )
            );
        for (var i = bodies; i < organs - 2; i++)
            list.Add(Organ(i, $"Head {i}", 1) with { OfficeOf = new OrganId((i - bodies) * 3 % bodies) });
        for (var i = organs - 2; i < organs; i++)
            list.Add(
                Organ(i, $"Joint {i}", 1) with
                {
                    Joins =
                    [
                        new OrganId(chance.Below(bodies / 2, Drawn, 2, i)),
                        new OrganId((bodies / 2) + chance.Below(bodies / 2, Drawn, 3, i)),
                    ],
                }
            );
        var rules = new List<Rule>();
        for (var i = 0; i < bodies; i++)
        {
            var target = ImmutableArray.Create(new OrganId(i));
            var (by, other) = (new OrganId(chance.Below(organs, Drawn, 4, i)), new OrganId(chance.Below(organs, Drawn, 5, i)));
            switch (chance.Below(14, Drawn, 6, i))
            {
                case < 2:
                    break;
                case < 5:
                    rules.Add(new Appoints(by, target) { Tails = chance.Below(2, Drawn, 7, i) == 0 ? [new Consent(other)] : [] });
                    break;
                case < 8:
                    rules.Add(new Elects(by, target) { Tails = [new Slate(other)] });
                    break;
                case < 9 when list[by.Index].Joins.IsEmpty:
                    rules.Add(new Delegates(by, target[0]));
                    break;
                default:
                    rules.Add(
                        new Elects(by, target)
                        {
                            Tails = [new Threshold(chance.Below(3, Drawn, 8, i) == 0 ? Threshold.Kind.TwoThirds : Threshold.Kind.Majority)],
                        }
                    );
                    break;
            }
        }
        for (var i = bodies; i < organs - 2; i++)
            rules.Add(new Elects(list[i].OfficeOf!.Value, [new OrganId(i)]));
        return new Charter(
            [.. list],
            [.. rules.Select((r, i) => new Clause(new ClauseId($"C{i}"), [r], null, Citation.None, SourceSpan.Nowhere))]
        );
    }

    private static Organ Organ(int index, string name, int seats) =>
        new()
        {
            Id = new OrganId(index),
            Name = name,
            Key = Key.Of(name),
            Seats = seats,
            MostSeats = seats,
        };
}
