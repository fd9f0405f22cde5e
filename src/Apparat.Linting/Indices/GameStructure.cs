using System.Collections.Immutable;
using System.Numerics;

namespace Apparat.Linting;

/// <summary>Who stands out, and what kind of rule it is.</summary>
/// <param name="Vetoers">Classes whose members are in every winning coalition.</param>
/// <param name="Dictator">The class of the one who decides alone; null if there is none.</param>
/// <param name="Dummies">Classes whose members never matter; null if that was not settled.</param>
public sealed record GameStructure(ImmutableArray<int> Vetoers, int? Dictator, ImmutableArray<int>? Dummies)
{
    private const long MostSums = 1L << 34;

    /// <summary>Looks at a game.</summary>
    /// <param name="game">The game.</param>
    /// <param name="counts">Exact counts, if there are any.</param>
    public static GameStructure Of(SimpleGame game, SwingCounts? counts)
    {
        ArgumentNullException.ThrowIfNull(game);
        ImmutableArray<int> all = [.. Enumerable.Range(0, game.Classes.Length)];
        ImmutableArray<int> vetoers = [.. all.Where(c => !game.Wins([.. game.Classes.Select((x, i) => i == c ? x.Count - 1 : x.Count)]))];
        var dictator = vetoers.Cast<int?>().FirstOrDefault(c => game.Wins([.. all.Select(i => i == c ? 1 : 0)]));
        ImmutableArray<int>? dummies =
            counts is not null ? [.. all.Where(c => counts.Critical[c].All(x => x.IsZero))]
            : game.IsOneRule && game.Quotas[0] * (long)game.Players * game.Classes.Length <= MostSums
                ? [.. all.Where(c => !CanDecide(game, c))]
            : null;
        return new(vetoers, dictator, dummies);
    }

    // The sums the others can make up, as the bits of a number: is there one just below the quota?
    private static bool CanDecide(SimpleGame game, int c)
    {
        var weight = game.Weights[0][c];
        if (weight == 0)
            return false;
        var sums = BigInteger.One;
        var kept = (BigInteger.One << (int)game.Quotas[0]) - 1;
        for (var other = 0; other < game.Classes.Length; other++)
        {
            var count = game.Classes[other].Count - (other == c ? 1 : 0);
            for (var i = 0; i < count && game.Weights[0][other] > 0 && game.Weights[0][other] < game.Quotas[0]; i++)
                sums = (sums | (sums << (int)game.Weights[0][other])) & kept;
        }
        return !(sums >> (int)Math.Max(0, game.Quotas[0] - weight)).IsZero;
    }
}
