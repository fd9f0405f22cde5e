using System.Collections.Immutable;
using System.Globalization;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Tests;
using Apparat.Vocabulary;

namespace Apparat.Bench;

/// <summary>What reachability costs with 20 organs and 15 people, beside a breadth-first search over every state.</summary>
internal static class ReachCost
{
    private const int Organs = 20;
    private const int People = 15;
    private const long Patience = 3_000;
    private static readonly Purpose Drawn = Purpose.Of("charter of offices");

    public static void Print()
    {
        Console.WriteLine(
            "| charter | who acts | answer | acts | by one person | states | answer alone | with choke points and cuts | every state | ratio |"
        );
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        Row(0, everybody: true, quiet: true);
        Row(1, everybody: false, quiet: true);
        for (var number = 1UL; number <= 8; number++)
        {
            foreach (var everybody in new[] { true, false })
                Row(number, everybody, quiet: false);
        }
    }

    private static void Row(ulong number, bool everybody, bool quiet)
    {
        var (charter, cast) = Charter(number);
        var context = new LintContext(charter);
        var question = new ReachQuestion([new PersonId(People - 1)], new OrganId(Organs - 1))
        {
            Willing = everybody ? null : [.. Enumerable.Range(0, People / 2).Select(p => new PersonId(p))],
        };
        Reachability.Of(context, cast, question);
        var (alone, answer) = ProcessorClock.Of(() => Reachability.Of(context, cast, question, withCuts: false));
        var whole = ProcessorClock.Of(() => Reachability.Of(context, cast, question)).Time;
        var plain = new EverySeating(
            charter,
            cast.People,
            question.Willing?.Select(p => p.Index).ToHashSet(),
            new HashSet<int> { People - 1 }
        );
        var (theirs, fewest) = ProcessorClock.Of(() => plain.Fewest(question.Organ, 1, Patience));
        if (fewest != -1 && (fewest is null ? answer.Verdict == ReachVerdict.Yes : answer.IsShortest && answer.Steps.Length != fewest))
            throw new InvalidOperationException($"{answer.Verdict} {answer.Steps.Length} against {fewest}");
        if (quiet)
            return;
        var more = fewest == -1 ? "> " : "";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| no. {number} | {(everybody ? "everybody" : "half")} | {answer.Verdict} | {(answer.Verdict == ReachVerdict.Yes ? answer.Steps.Length : "-")} | {(answer.BySinglePerson ? "yes" : "no")} | {answer.States} | {alone.TotalMilliseconds:0.00} ms | {whole.TotalMilliseconds:0.0} ms | {more}{theirs.TotalMilliseconds:0} ms | {more}{theirs / alone:0} |"
            )
        );
    }

    // A ladder of offices with side doors: organs are filled by others, many ask for a seat held now or once, some may not be held together.
    private static (Charter, Cast) Charter(ulong number)
    {
        var chance = new Chance(number, 0);
        var organs = Enumerable
            .Range(0, Organs)
            .Select(i => new Organ
            {
                Id = new OrganId(i),
                Name = $"Organ {i}",
                Key = Key.Of($"Organ {i}"),
                Seats = 1 + chance.Below(3, Drawn, 1, i),
                Term = chance.Below(2, Drawn, 2, i) == 0 ? Term.AtPleasure : new Term(12),
            })
            .ToImmutableArray();
        var rules = new List<Rule>();
        for (var i = 0; i < Organs; i++)
        {
            var target = ImmutableArray.Create(new OrganId(i));
            rules.Add(chance.Below(2, Drawn, 3, i) == 0 ? new Appoints(Any(4, i), target) : new Elects(Any(4, i), target));
            if (i > 0)
                rules.Add(
                    chance.Below(3, Drawn, 5, i) == 0
                        ? new MustHaveHeld(target, new OrganId(chance.Below(i, Drawn, 6, i)))
                        : new MustHold(target, new OrganId(chance.Below(i, Drawn, 6, i)))
                );
            if (i > 2 && chance.Below(2, Drawn, 7, i) == 0)
                rules.Add(new NotTogether(target[0], new OrganId(chance.Below(i - 1, Drawn, 8, i))));
            if (chance.Below(3, Drawn, 9, i) == 0)
                rules.Add(new Dismisses(Any(10, i), target));
        }
        // Two thirds of the seats are held; whoever is asked about holds none.
        var people = new List<OrganId>[People];
        for (var p = 0; p < People; p++)
            people[p] = [];
        foreach (var organ in organs)
        {
            for (var s = 0; s < organ.Seats; s++)
            {
                var p = chance.Below(People - 1, Drawn, 11, (organ.Id.Index * 4) + s);
                if (chance.Below(3, Drawn, 12, (organ.Id.Index * 4) + s) > 0 && !people[p].Contains(organ.Id))
                    people[p].Add(organ.Id);
            }
        }
        return (
            new Charter(
                organs,
                [.. rules.Select((r, i) => new Clause(new ClauseId($"C{i}"), [r], null, Citation.None, SourceSpan.Nowhere))]
            ),
            new Cast
            {
                People =
                [
                    .. people.Select(
                        (h, p) =>
                            new Person
                            {
                                Id = new PersonId(p),
                                Name = $"P{p}",
                                Key = Key.Of($"P{p}"),
                                Holds = [.. h],
                            }
                    ),
                ],
            }
        );

        OrganId Any(ulong what, int organ) => new(chance.Below(Organs, Drawn, what, organ));
    }
}
