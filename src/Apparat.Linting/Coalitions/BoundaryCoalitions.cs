using System.Collections.Immutable;

namespace Apparat.Linting;

/// <summary>The two families that bound a simple game: coalitions that just win, and coalitions that just lose, as "so many of each class".</summary>
/// <param name="MinimalWinning">Win, and lose without any one member.</param>
/// <param name="MaximalLosing">Lose, and win with any one more.</param>
public sealed record BoundaryCoalitions(
    ImmutableArray<ImmutableArray<int>> MinimalWinning,
    ImmutableArray<ImmutableArray<int>> MaximalLosing
)
{
    /// <summary>The most vectors of counts that are looked at.</summary>
    public const int MostVectors = 1 << 20;

    /// <summary>The most coalitions of each family.</summary>
    public const int MostOfEach = 50_000;

    /// <summary>Finds both families; null if there are too many vectors or coalitions.</summary>
    public static BoundaryCoalitions? Of(SimpleGame game, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(game);
        if (game.CountVectors > MostVectors)
            return null;
        var winning = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var losing = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var counts = new int[game.Classes.Length];
        var seen = 0;
        do
        {
            if ((++seen & 0xFFF) == 0)
                cancel.ThrowIfCancellationRequested();
            if (game.Wins(counts))
            {
                if (Changes(game, counts, -1, wins: false))
                    winning.Add([.. counts]);
            }
            else if (Changes(game, counts, 1, wins: true))
                losing.Add([.. counts]);
            if (Math.Max(winning.Count, losing.Count) > MostOfEach)
                return null;
        } while (Next(game, counts));
        return new(Sorted(winning), Sorted(losing));
    }

    // Whether one member more or less of any class always makes the difference.
    private static bool Changes(SimpleGame game, int[] counts, int by, bool wins)
    {
        for (var c = 0; c < counts.Length; c++)
        {
            if (counts[c] + by < 0 || counts[c] + by > game.Classes[c].Count)
                continue;
            counts[c] += by;
            var changed = game.Wins(counts) == wins;
            counts[c] -= by;
            if (!changed)
                return false;
        }
        return true;
    }

    private static bool Next(SimpleGame game, int[] counts)
    {
        for (var c = 0; c < counts.Length; c++)
        {
            if (counts[c]++ < game.Classes[c].Count)
                return true;
            counts[c] = 0;
        }
        return false;
    }

    private static ImmutableArray<ImmutableArray<int>> Sorted(IEnumerable<ImmutableArray<int>> coalitions) =>
        [
            .. coalitions
                .OrderBy(c => c.Sum())
                .ThenBy(c => c, Comparer<ImmutableArray<int>>.Create((a, b) => b.AsSpan().SequenceCompareTo(a.AsSpan()))),
        ];
}
