using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>
/// Power of members whose factions act as one. For each union the game is played between the others, each as one voter, and its own members
/// one by one; coalitions are counted by how many unions and how many own members they hold, in one number: h (p+1) + t.
/// </summary>
public static class FactionPower
{
    /// <summary>The values of one member of each entry of the game's players, exactly, one list for each index.</summary>
    /// <exception cref="InvalidOperationException">The game between unions is too large to be counted.</exception>
    public static ImmutableArray<ImmutableArray<Fraction>> Of(
        VotingGame game,
        ImmutableArray<UnionIndex> indices,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(game);
        var unions = Union.Of(game);
        var m = unions.Sum(u => u.Copies);
        var values = indices.Select(_ => new Fraction[game.Players.Length]).ToArray();
        foreach (var union in unions)
        {
            var between = SimpleGame.Between(game, unions, union);
            var p = between.Classes.Where(c => c.Colour == 1).Sum(c => c.Count);
            var layers =
                StateLayers.Build(between, [], VotingPower.MostSteps, cancel)
                ?? throw new InvalidOperationException("The game between these factions has too many states to be counted.");
            var counts = Counting.Swings(layers, c => between.Classes[c].Colour == 1 ? 1 : p + 1, cancel);
            for (var i = 0; i < indices.Length; i++)
            {
                var weights = new Fraction?[counts.Winning.Length];
                for (var c = 0; c < between.Classes.Length; c++)
                {
                    if (between.Classes[c].Colour != 1)
                        continue;
                    var value = default(Fraction);
                    for (var size = 1; size < counts.Winning.Length; size++)
                    {
                        var (others, own) = (size / (p + 1), (size % (p + 1)) - 1);
                        if (!counts.Critical[c][size].IsZero)
                            value += (weights[size] ??= indices[i].Weight(m, others, p, own)) * Fraction.Of(counts.Critical[c][size]);
                    }
                    foreach (var entry in between.Classes[c].Members)
                        values[i][entry] = value;
                }
            }
        }
        return [.. values.Select(v => v.ToImmutableArray())];
    }
}
