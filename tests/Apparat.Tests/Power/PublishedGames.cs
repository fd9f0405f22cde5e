using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Tests;

/// <summary>The games of the published tables, built by hand from their statutes.</summary>
internal static class PublishedGames
{
    public static VotingGame Named(string name)
    {
        switch (name)
        {
            case "USFED":
                return Typed(
                    [("President", 1), ("Senator", 100), ("Representative", 435)],
                    p => SomeOf.Any(SomeOf.All(p(1, 0, 0), p(0, 51, 0), p(0, 0, 218)), SomeOf.All(p(0, 67, 0), p(0, 0, 290)))
                );
            case "USFEDVP":
                var senate = new QuotaRule([0, 0, 1, 0], 51);
                var tied = new QuotaRule([0, 1, 1, 0], 51);
                return Game(
                    [("President", 1), ("Vice-President", 1), ("Senator", 100), ("Representative", 435)],
                    SomeOf.Any(
                        SomeOf.All(new QuotaRule([1, 0, 0, 0], 1), SomeOf.Any(senate, tied), new QuotaRule([0, 0, 0, 1], 218)),
                        SomeOf.All(new QuotaRule([0, 0, 1, 0], 67), new QuotaRule([0, 0, 0, 1], 290))
                    )
                );
            case "VICTORIA":
                return Game(
                    [("Ontario/Quebec", 2), ("British Columbia", 1), ("Prairie province", 3), ("Atlantic province", 4)],
                    SomeOf.All(
                        new QuotaRule([1, 0, 0, 0], 2),
                        new QuotaRule([0, 0, 0, 1], 2),
                        SomeOf.Any(
                            SomeOf.All(new QuotaRule([0, 1, 0, 0], 1), new QuotaRule([0, 0, 1, 0], 1)),
                            new QuotaRule([0, 0, 1, 0], 3)
                        )
                    )
                );
            case "UNSCtyped":
                return Game([("permanent", 5), ("elected", 10)], SomeOf.All(new QuotaRule([1, 0], 5), new QuotaRule([0, 1], 4)));
        }
        var row = PublishedTable.Read("games.csv").Single(r => r["case"] == name);
        if (name.StartsWith("EU27NICE", StringComparison.Ordinal))
        {
            var parts = row["weights"].Split(" | pop: ");
            var (votes, population) = (Numbers(parts[0]), Numbers(parts[1]));
            return Game(
                [.. votes.Select((v, i) => ($"{v}/{population[i]}", 1))],
                SomeOf.All(
                    new QuotaRule([.. votes], long.Parse(name["EU27NICE".Length..])),
                    new QuotaRule([.. votes.Select(_ => 1L)], 14),
                    new QuotaRule([.. population], 620)
                )
            );
        }
        return OneRule(long.Parse(row["rule"].Split("q=")[1]), [.. Numbers(row["weights"])]);
    }

    /// <summary><c>[q; w1, ..., wn]</c>, players called by their weights.</summary>
    public static VotingGame OneRule(long quota, params long[] weights) =>
        Game([.. weights.Select(w => ($"w={w}", 1))], new QuotaRule([.. weights], quota));

    public static VotingGame Game((string Name, int Count)[] players, Winning wins) =>
        new()
        {
            Name = "a game",
            Players = [.. players.Select(p => new Player(p.Name, p.Count))],
            Wins = wins,
        };

    public static long[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];

    // Each rule asks for so many of one type.
    private static VotingGame Typed((string Name, int Count)[] players, Func<Func<int, int, int, Winning>, Winning> wins) =>
        Game(players, wins((a, b, c) => new QuotaRule([a > 0 ? 1 : 0, b > 0 ? 1 : 0, c > 0 ? 1 : 0], a + b + c)));
}
