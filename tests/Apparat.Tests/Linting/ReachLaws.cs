using System.Collections.Immutable;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Vocabulary;
using CsCheck;

namespace Apparat.Tests;

/// <summary>Laws of reachability, held against every state of small charters of every shape it reads.</summary>
public sealed class ReachLaws
{
    private const int People = 3;

    internal sealed record Small(
        Charter Charter,
        Cast Cast,
        OrganId Goal,
        int Seats,
        ImmutableArray<PersonId> Who,
        ImmutableArray<PersonId>? Willing
    )
    {
        public ReachQuestion Question => new(Who, Goal, Seats) { Willing = Willing };

        public EverySeating Plainly =>
            new(Charter, Cast.People, Willing is { } w ? w.Select(p => p.Index).ToHashSet() : null, Who.Select(p => p.Index).ToHashSet());

        public ReachAnswer Answer(bool withCuts = false) => Reachability.Of(new LintContext(Charter), Cast, Question, withCuts);

        public int? Fewest => Plainly.Fewest(Goal, Seats);
    }

    internal static readonly Gen<Small> AnySmall =
        from sizes in Gen.Int[1, 2].Array[2, 4]
        from shapes in Gen.Int[0, 5].Array[sizes.Length]
        from rules in Gen.Select(
            Gen.Int[0, 15],
            Gen.Int[0, sizes.Length],
            Gen.Int[0, sizes.Length - 1],
            Gen.Int[0, sizes.Length - 1],
            Gen.Int[0, 11]
        ).Array[2, 7]
        from holds in Gen.Int[0, (1 << sizes.Length) - 1].Array[People]
        from goal in Gen.Int[0, sizes.Length - 1]
        from asked in Gen.Int[0, 3]
        from willing in Gen.Int[0, 5]
        select Make(sizes, shapes, rules, holds, goal, asked, willing);

    [Fact]
    public void What_can_be_reached_and_in_how_few_acts_is_what_looking_at_every_state_finds() =>
        AnySmall.Sample(
            x =>
            {
                var (answer, fewest) = (x.Answer(), x.Fewest);
                return answer.Verdict == (fewest is null ? ReachVerdict.No : ReachVerdict.Yes)
                    && (
                        fewest is null
                            ? !answer.Proof.IsEmpty
                            : answer.Steps.Length >= fewest && (!answer.IsShortest || answer.Steps.Length == fewest)
                    )
                    && (fewest is null || answer.IsShortest);
            },
            iter: 4_000,
            print: Print
        );

    [Fact]
    public void A_clause_is_called_a_choke_point_only_if_nothing_is_left_without_it_and_cuts_are_the_smallest() =>
        AnySmall
            .Where(x => x.Fewest > 0)
            .Sample(
                x =>
                {
                    var answer = x.Answer(withCuts: true);
                    var size = Enumerable.Range(1, 2).FirstOrDefault(n => Sets(x.Charter, n).Any(s => Without(x, s).Fewest is null));
                    var chokes = Sets(x.Charter, 1).Where(s => Without(x, s).Fewest is null).Select(s => s[0].Text);
                    return chokes.Order().SequenceEqual(answer.ChokeClauses.Select(c => c.Name).Order())
                        && (size == 0 || (answer.CutsAreExact && answer.Cuts.All(c => c.Clauses.Length == size)))
                        && (size == 0 || answer.Cuts.Length == Sets(x.Charter, size).Count(s => Without(x, s).Fewest is null));
                },
                iter: 250,
                print: Print
            );

    [Fact]
    public void More_willing_people_never_close_a_way() =>
        AnySmall
            .Where(x => x.Willing is not null)
            .Sample(
                x => x.Answer().Verdict != ReachVerdict.Yes || (x with { Willing = null }).Answer().Verdict == ReachVerdict.Yes,
                iter: 1_000,
                print: Print
            );

    private static Small Without(Small x, ImmutableArray<ClauseId> clauses) =>
        x with
        {
            Charter = x.Charter with { Clauses = [.. x.Charter.Clauses.Where(c => !clauses.Contains(c.Id))] },
        };

    private static IEnumerable<ImmutableArray<ClauseId>> Sets(Charter charter, int size)
    {
        var ids = charter.Clauses.Select(c => c.Id).ToArray();
        return from mask in Enumerable.Range(0, 1 << ids.Length)
            where System.Numerics.BitOperations.PopCount((uint)mask) == size
            select ids.Where((_, i) => ((mask >> i) & 1) != 0).ToImmutableArray();
    }

    private static Small Make(
        int[] sizes,
        int[] shapes,
        (int Kind, int By, int To, int Other, int Tail)[] rules,
        int[] holds,
        int goal,
        int asked,
        int willing
    )
    {
        var n = sizes.Length;
        var organs = HandMadeCharters.Organs([.. sizes.Select((s, i) => ($"O{i}", s)), ("Joint", 1)]);
        organs = organs.SetItem(n, organs[n] with { Joins = [new OrganId(0), new OrganId(1)] });
        for (var i = 0; i < n; i++)
        {
            // The second organ may head the first; some have terms.
            if (shapes[i] == 0 && i == 1)
                organs = organs.SetItem(i, organs[i] with { OfficeOf = new OrganId(0), Seats = 1 });
            else if (shapes[i] is 1 or 2)
                organs = organs.SetItem(i, organs[i] with { Term = new Term(12) });
        }
        var charter = HandMadeCharters.Charter(organs, [.. rules.Select(Rule)]);
        var seated = new int[n];
        var people = holds
            .Select(
                (h, p) =>
                    new Person
                    {
                        Id = new PersonId(p),
                        Name = $"P{p}",
                        Key = Key.Of($"P{p}"),
                        Holds =
                        [
                            .. Enumerable
                                .Range(0, n)
                                .Where(i => ((h >> i) & 1) != 0 && seated[i]++ < organs[i].Seats && IsFree(charter, h, i))
                                .Select(i => new OrganId(i)),
                        ],
                    }
            )
            .ToImmutableArray();
        var seats = asked == 3 && organs[goal].Seats > 1 ? 2 : 1;
        ImmutableArray<PersonId> who = seats == 2 ? [new(0), new(1)] : [new(asked % People)];
        return new(
            charter,
            new Cast { People = people },
            new OrganId(goal),
            seats,
            who,
            willing < 3 ? null : [.. Enumerable.Range(0, willing - 3).Select(p => new PersonId(p))]
        );

        Rule Rule((int Kind, int By, int To, int Other, int Tail) r)
        {
            var (by, to, other) = (new OrganId(r.By), new OrganId(r.To), new OrganId(r.Other));
            ImmutableArray<Tail> tails = r.Tail switch
            {
                0 => [new Consent(other)],
                1 => [new From(other)],
                2 => [new Until(other)],
                _ => [],
            };
            return r.Kind switch
            {
                0 or 1 => new Appoints(by, [to]) { Tails = tails },
                2 or 3 => new Elects(by, [to])
                {
                    Tails =
                        r.Tail == 3 ? [new Slate(other)]
                        : r.Tail == 4 ? [new Threshold(Threshold.Kind.TwoThirds)]
                        : tails,
                },
                4 => new FillsVacancies(by, to)
                {
                    Tails = r.Tail == 5 ? [new Threshold(Threshold.Kind.Majority, Threshold.Of.OfAllSeats)] : [],
                },
                5 => new StepsUp(other, to),
                6 => new ExOfficio(other, to),
                7 or 8 => new MustHold([to], other),
                9 => new MustHaveHeld([to], other),
                10 or 11 when to != other => new NotTogether(to, other),
                12 => new TermLimit(to, 1, TermLimit.Counted.TermsInAll),
                13 => new Dismisses(by, [to]),
                14 => new Expels(by, [to]),
                _ => new ByLot([to]),
            };
        }
    }

    // On the first day nobody holds what may not be held together.
    private static bool IsFree(Charter charter, int holds, int organ) =>
        charter
            .Clauses.SelectMany(c => c.Rules)
            .OfType<NotTogether>()
            .All(l =>
                (l.First.Index != organ || ((holds >> l.Second.Index) & 1) == 0)
                && (l.Second.Index != organ || ((holds >> l.First.Index) & 1) == 0)
            );

    private static string Print(Small x) =>
        $"goal {x.Charter[x.Goal].Name} x{x.Seats} for {string.Join(',', x.Who.Select(p => p.Index))}, willing {(x.Willing is { } w ? string.Join(',', w.Select(p => p.Index)) : "all")}\n"
        + string.Join('\n', x.Charter.Organs.Select(o => $"{o.Name} {o.Seats} {(o.OfficeOf is not null ? "office" : "")} {o.Term.Months}"))
        + "\n"
        + string.Join('\n', x.Charter.Clauses.Select(c => $"{c.Id} {Say(c.Rules[0])} {string.Join(' ', c.Rules[0].Tails.Select(Say))}"))
        + "\n"
        + string.Join('\n', x.Cast.People.Select(p => $"{p.Name}: {string.Join(',', p.Holds.Select(h => h.Index))}"))
        + $"\nours {x.Answer().Verdict} {x.Answer().Steps.Length} shortest {x.Answer().IsShortest} single {x.Answer().BySinglePerson}, every state {x.Fewest}\n"
        + string.Join(
            '\n',
            x.Answer()
                .Steps.Select(s =>
                    $"{s.Act} {s.By} {s.Person} {s.Organ} {s.Clause.Name} instead {s.Instead} gives up {string.Join(',', s.GivesUp)}"
                )
        );

    // A word by its name and the organs it names, in the order of its slots.
    private static string Say(Word word) =>
        word.GetType().Name
        + string.Concat(
            word.GetType()
                .GetConstructors()[0]
                .GetParameters()
                .Select(p => word.GetType().GetProperty(p.Name!)!.GetValue(word))
                .Select(v =>
                    v is OrganId o ? $" O{o.Index}"
                    : v is ImmutableArray<OrganId> os ? $" O{os[0].Index}"
                    : $" {v}"
                )
        );
}
