using System.Collections.Immutable;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Vocabulary;
using CsCheck;

namespace Apparat.Tests;

/// <summary>Laws of the minimal capture set, held against exhaustive search over small games of every shape the linter reads.</summary>
public sealed class CaptureLaws
{
    /// <summary>Up to four classes with at most seven seats in all, overlapping blocs, grants with one or two keys, delegations.</summary>
    internal static readonly Gen<(CaptureGame Game, ImmutableArray<Hurdle> Target)> AnyGame =
        from sizes in Gen.Int[1, 4].Array[2, 4].Where(s => s.Sum() <= 7)
        from obtainable in Gen.Int[0, 9].Array[sizes.Length]
        from blocs in Gen.Int[1, (1 << sizes.Length) - 1].Array[0, 3]
        from grants in Gen.Select(
            Gen.Int[0, sizes.Length - 1],
            Gen.Int[0, 2],
            Gen.Select(Gen.Int[0, blocs.Length + sizes.Length - 1], Gen.Int[1, 5]).Array[1, 2].Array[1, 2]
        ).Array[0, 5]
        from delegations in Gen.Select(Gen.Int[0, sizes.Length - 1], Gen.Int[0, blocs.Length + sizes.Length - 1]).Array[0, 1]
        from wanted in Gen.Int[0, 2]
        let game = Make(sizes, obtainable, blocs, grants, delegations)
        select (
            game,
            wanted == 0 ? game.FillAll()
            : wanted == 1 ? [new Hurdle(game.Own(0), sizes[0])]
            : Majority(game)
        );

    [Fact]
    public void Capture_cost_is_that_of_exhaustive_search() =>
        AnyGame.Sample(
            x =>
            {
                var answer = MinimalCaptureSet.Of(x.Game, x.Target);
                var (size, _) = Exhaustive(x.Game, x.Target);
                return answer.IsExact && answer.Size == size && answer.Sets.All(s => s.Sum(c => c.Seats) == size && Captures(x, s));
            },
            iter: 20_000,
            print: x => Print(x.Game, x.Target)
        );

    /// <summary>A body may have a low and a high hurdle in one circle of delegations; what a seat adds differs between them.</summary>
    [Fact]
    public void A_body_with_two_hurdles_in_a_circle_of_delegations_costs_what_exhaustive_search_finds()
    {
        var (low, high, a, b) = (new Hurdle(0, 1), new Hurdle(0, 5), 1, 2);
        var game = new CaptureGame(
            [new("A", 4), new("B", 1), new("C", 2, null, Obtainable: false)],
            [new("A and C", [0, 2])],
            [
                new(
                    1,
                    1,
                    [
                        [low],
                    ],
                    "B by one"
                ),
                new(
                    1,
                    1,
                    [
                        [new Hurdle(a, 1)],
                    ],
                    "B by A"
                ),
                new(
                    2,
                    2,
                    [
                        [high],
                        [new Hurdle(b, 1)],
                    ],
                    "C"
                ),
            ],
            [new Delegation(2, 0, 2, "part by part")]
        );
        var answer = MinimalCaptureSet.Of(game, game.FillAll());

        Assert.Equal(4, Exhaustive(game, game.FillAll()).Size);
        Assert.Equal(4, answer.Size);
    }

    [Fact]
    public void Who_starts_with_more_ends_with_no_less() =>
        Gen.Select(AnyGame, Gen.Int[0, 6].Array[4], Gen.Int[0, 6].Array[4])
            .Sample(
                (x, few, more) =>
                {
                    var n = x.Game.Classes.Length;
                    var closure = new Closure(x.Game);
                    var less = closure.Of(few.AsSpan(0, n));
                    var much = closure.Of([.. few.Zip(more, Math.Max).Take(n)]);
                    return less.Zip(much).All(p => p.First <= p.Second) && closure.Of(less).Zip(less).All(p => p.First >= p.Second);
                },
                iter: 5_000
            );

    /// <summary>Companies that hold votes of one another, each with a board: what a captor needs, straight from the sentences.</summary>
    [Fact]
    public void The_cost_of_a_group_of_companies_is_that_of_every_set_of_votes_and_seats() =>
        Gen.Select(Gen.Int[1, 4].Array[2, 3], Gen.Int[0, 3].Array[9])
            .Sample(
                (sizes, parts) =>
                {
                    var n = sizes.Length;
                    var held = new int[n, n];
                    for (var body = 0; body < n; body++)
                    {
                        var left = sizes[body];
                        for (var holder = 0; holder < n; holder++)
                        {
                            held[holder, body] = Math.Min(left, parts[(3 * holder) + body] - 1);
                            held[holder, body] = Math.Max(0, held[holder, body]);
                            left -= held[holder, body];
                        }
                    }
                    var game = CaptureGame.Of(InfluenceGraph.Of(Group(sizes, held)));
                    var answer = MinimalCaptureSet.Of(game, game.FillAll());
                    return answer.IsExact && answer.Size == FewestOfGroup(sizes, held);
                },
                iter: 3_000
            );

    /// <summary>A body that removes its own members and also fills the seats that fall empty: whoever carries both votes has all seats.</summary>
    [Fact]
    public void The_cost_of_a_body_that_removes_and_refills_is_the_dearer_of_its_two_majorities() =>
        Gen.Select(Gen.Int[1, 14], Gen.Bool, Gen.Bool)
            .Sample(
                (seats, dear, dearer) =>
                {
                    var removes = dear ? Model.Majority.TwoThirds : Model.Majority.Simple;
                    var refills = dearer ? Model.Majority.TwoThirds : Model.Majority.Simple;
                    var council = new OrganId(0);
                    var charter = Of(
                        [("Council", seats)],
                        new Dismisses(council, [council])
                        {
                            Tails = [new Threshold(dear ? Threshold.Kind.TwoThirds : Threshold.Kind.Majority)],
                        },
                        new FillsVacancies(council, council)
                        {
                            Tails = [new Threshold(dearer ? Threshold.Kind.TwoThirds : Threshold.Kind.Majority), new RestOfTerm()],
                        }
                    );
                    var game = CaptureGame.Of(InfluenceGraph.Of(charter));
                    var fewest = Enumerable.Range(1, seats).First(k => k >= removes.Needed(seats) && k >= refills.Needed(seats));
                    return MinimalCaptureSet.Of(game, game.FillAll()).Size == fewest && Exhaustive(game, game.FillAll()).Size == fewest;
                }
            );

    private static Charter Group(int[] sizes, int[,] held)
    {
        var n = sizes.Length;
        var rules = new List<Rule>();
        for (var body = 0; body < n; body++)
        {
            rules.Add(new Elects(new OrganId(body), [new OrganId(n + body)]));
            for (var holder = 0; holder < n; holder++)
            {
                if (held[holder, body] > 0)
                    rules.Add(new HoldsVotes(new OrganId(holder), new Quantity(held[holder, body]), new OrganId(body)));
            }
        }
        return Of([.. sizes.Select((s, i) => ($"Company {i}", s)), .. sizes.Select((_, i) => ($"Board {i}", 1))], [.. rules]);
    }

    private static Charter Of((string Name, int Seats)[] organs, params Rule[] rules) =>
        new(
            [
                .. organs.Select(
                    (o, i) =>
                        new Organ
                        {
                            Id = new OrganId(i),
                            Name = o.Name,
                            Key = Apparat.Numerics.Key.Of(o.Name),
                            Seats = o.Seats,
                        }
                ),
            ],
            [.. rules.Select((r, i) => new Clause(new ClauseId($"C{i}"), [r], null, Citation.None, SourceSpan.Nowhere))]
        );

    private static int FewestOfGroup(int[] sizes, int[,] held)
    {
        var n = sizes.Length;
        var best = int.MaxValue;
        Try(new int[n], 0, 0);
        return best;

        void Try(int[] bought, int c, int cost)
        {
            if (c < n)
            {
                var dispersed = sizes[c] - Enumerable.Range(0, n).Sum(h => held[h, c]);
                for (bought[c] = 0; bought[c] <= dispersed; bought[c]++)
                    Try(bought, c + 1, cost + bought[c]);
                bought[c] = 0;
                return;
            }
            var had = new bool[n];
            for (var grown = true; grown; )
            {
                grown = false;
                for (var b = 0; b < n; b++)
                {
                    var votes = bought[b] + Enumerable.Range(0, n).Where(h => had[h]).Sum(h => held[h, b]);
                    if (!had[b] && 2 * votes > sizes[b])
                        grown = had[b] = true;
                }
            }
            // A board of one that is not handed over can be had by its seat.
            best = Math.Min(best, cost + had.Count(h => !h));
        }
    }

    private static bool Captures((CaptureGame Game, ImmutableArray<Hurdle> Target) x, ImmutableArray<(SeatClass Class, int Seats)> set)
    {
        var bought = new int[x.Game.Classes.Length];
        foreach (var (c, seats) in set)
            bought[x.Game.Classes.IndexOf(c)] = seats;
        var closure = new Closure(x.Game);
        var held = closure.Of(bought);
        return x.Target.All(h => closure.Meets(held, h));
    }

    private static (int? Size, int Count) Exhaustive(CaptureGame game, ImmutableArray<Hurdle> target)
    {
        var closure = new Closure(game);
        int? best = null;
        var count = 0;
        Try(new int[game.Classes.Length], 0);
        return (best, count);

        void Try(int[] bought, int c)
        {
            if (c == bought.Length)
            {
                var held = closure.Of(bought);
                var cost = bought.Sum();
                if (cost > best || !target.All(h => closure.Meets(held, h)))
                    return;
                count = cost < best ? 1 : count + 1;
                best = cost;
                return;
            }
            for (var n = 0; n <= (game.Classes[c].Obtainable ? game.Classes[c].Seats : 0); n++)
            {
                bought[c] = n;
                Try(bought, c + 1);
            }
            bought[c] = 0;
        }
    }

    private static CaptureGame Make(
        int[] sizes,
        int[] obtainable,
        int[] blocs,
        (int Class, int Less, (int Bloc, int Quota)[][] Keys)[] grants,
        (int Class, int By)[] delegations
    ) =>
        new(
            [.. sizes.Select((s, i) => new SeatClass($"{(char)('A' + i)}", s, null, obtainable[i] > 0))],
            [.. blocs.Select((b, i) => new Bloc($"bloc {i}", [.. Enumerable.Range(0, sizes.Length).Where(c => (b >> c & 1) == 1)]))],
            [
                .. grants.Select(
                    (g, i) =>
                        new Grant(
                            g.Class,
                            Math.Max(1, sizes[g.Class] - g.Less),
                            [.. g.Keys.Select(k => k.Select(h => new Hurdle(h.Bloc, h.Quota)).ToImmutableArray())],
                            $"C{i}"
                        )
                ),
            ],
            [.. delegations.Select(d => new Delegation(d.Class, d.By, sizes[d.Class], "D"))]
        );

    private static ImmutableArray<Hurdle> Majority(CaptureGame game) =>
        [.. game.Classes.Select((c, i) => new Hurdle(i, (game.Size(i) / 2) + 1)).Where(h => game.Size(h.Bloc) >= h.Quota)];

    private static string Print(CaptureGame game, ImmutableArray<Hurdle> target) =>
        string.Join(
            '\n',
            [
                .. game.Classes.Select(c => $"{c.Name}: {c.Seats}{(c.Obtainable ? "" : " not obtainable")}"),
                .. game.Blocs.Select((b, i) => $"bloc {i} = {string.Join("", b.Classes.Select(c => game.Classes[c].Name))}"),
                .. game.Grants.Select(g =>
                    $"{g.Provision}: {g.Seats} of {game.Classes[g.Class].Name} if {string.Join(" and ", g.Keys.Select(k => string.Join(" or ", k)))}"
                ),
                .. game.Delegations.Select(d => $"{game.Classes[d.Class].Name} by delegation of bloc {d.By}"),
                $"target {string.Join(", ", target)}",
                $"linter {MinimalCaptureSet.Of(game, target).Size}, exhaustive {Exhaustive(game, target).Size}",
            ]
        );
}
