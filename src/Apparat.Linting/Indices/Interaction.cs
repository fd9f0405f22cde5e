using System.Collections.Immutable;
using System.Numerics;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>
/// What a set of voters is worth together beyond what its parts are: positive if they need one another, negative if they replace one another
/// (Grabisch and Roubens 1999). For one voter alone these are Shapley-Shubik and absolute Banzhaf power.
/// </summary>
/// <param name="Shapley">Shapley interaction index.</param>
/// <param name="Banzhaf">Banzhaf interaction index.</param>
public sealed record Interaction(Fraction Shapley, Fraction Banzhaf)
{
    /// <summary>The most voters whose interaction is looked at.</summary>
    public const int MostTogether = 10;

    /// <summary>Interaction of voters given by their places among the game's players; a place may come again if its count allows it.</summary>
    /// <exception cref="ArgumentException">None or too many are given, or one more often than there are such players.</exception>
    /// <exception cref="InvalidOperationException">The game has too many states.</exception>
    public static Interaction Of(VotingGame game, IReadOnlyList<int> together, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(game);
        var t = together.Count;
        if (t is 0 or > MostTogether || together.GroupBy(i => i).Any(g => g.Count() > game.Players[g.Key].Count))
            throw new ArgumentException($"From 1 to {MostTogether} players of the game are looked at together.", nameof(together));
        var (apart, entries, colours) = TakeOut(game, together);
        var simple = SimpleGame.Of(apart, colours);
        int[] first = [.. entries.Select(e => simple.Classes.Select((c, i) => (c, i)).First(x => x.c.Members.Contains(e)).i)];
        var layers =
            StateLayers.Build(simple, first, VotingPower.MostSteps, cancel)
            ?? throw new InvalidOperationException("The game has too many states for interactions.");
        var counting = new SizeCounting<BigInteger>(layers, _ => 1, cancel);
        var others = simple.Players - t;
        // The t-fold difference: + where all say yes, with a change of sign for each who says no.
        var difference = new BigInteger[others + 1];
        var says = new bool[t];
        for (var set = 0; set < 1 << t; set++)
        {
            for (var i = 0; i < t; i++)
                says[i] = (set >> i & 1) == 1;
            var sign = ((t - BitOperations.PopCount((uint)set)) & 1) == 0 ? 1 : -1;
            var winning = counting.WinningAfter(says);
            for (var s = 0; s <= others; s++)
                difference[s] += sign * winning[s];
        }
        var row = Binomials.Row(others);
        var shapley = difference.Select((d, s) => d.IsZero ? default : new Fraction(d, row[s] * (others + 1))).Aggregate((a, b) => a + b);
        return new(shapley, new Fraction(SwingCounts.Sum(difference), BigInteger.One << others));
    }

    // The game with each of these players as an entry of its own, of a colour of its own.
    private static (VotingGame Game, int[] Entries, int[] Colours) TakeOut(VotingGame game, IReadOnlyList<int> together)
    {
        var left = game.Players.Select((p, i) => p.Count - together.Count(x => x == i)).ToArray();
        int[] kept = [.. Enumerable.Range(0, left.Length).Where(i => left[i] > 0)];
        int[] origin = [.. kept, .. together];
        var players = origin.Select((from, i) => game.Players[from] with { Count = i < kept.Length ? left[from] : 1 });
        var apart = game with { Players = [.. players], Wins = Select(game.Wins, origin), Factions = [] };
        int[] entries = [.. Enumerable.Range(kept.Length, together.Count)];
        return (apart, entries, [.. Enumerable.Repeat(0, kept.Length), .. Enumerable.Range(1, together.Count)]);
    }

    private static Winning Select(Winning wins, int[] origin) =>
        wins switch
        {
            QuotaRule rule => rule with { Weights = [.. origin.Select(i => rule.Weights[i])] },
            SomeOf some => some with { Parts = [.. some.Parts.Select(p => Select(p, origin))] },
            _ => wins,
        };
}
