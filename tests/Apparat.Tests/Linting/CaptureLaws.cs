using System.Collections.Immutable;
using Apparat.Linting;
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
