using System.Collections.Immutable;

namespace Apparat.Linting;

/// <summary>
/// The fewest winning coalitions that have no member in common (Nakamura 1979). With fewer alternatives than that, some alternative is never
/// beaten, whatever the members prefer; with as many, majorities may run in a circle. Infinite if somebody has a veto.
/// </summary>
public static class NakamuraNumber
{
    private const int MostStates = 2_000_000;

    /// <summary>The number; null if it was not settled, <see cref="int.MaxValue"/> if somebody has a veto.</summary>
    /// <param name="game">The game.</param>
    /// <param name="minimalWinning">Its minimal winning coalitions, as so many of each class.</param>
    /// <param name="cancel">To stop.</param>
    public static int? Of(SimpleGame game, ImmutableArray<ImmutableArray<int>> minimalWinning, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(game);
        if (!GameStructure.Of(game, null).Vetoers.IsEmpty)
            return int.MaxValue;
        // Coalitions have nobody in common exactly if those outside them are everybody. Identical players can always be chosen apart, so that
        // counts suffice: how many of each class are still to be left out by somebody.
        int[][] outside = [.. minimalWinning.Select(w => w.Select((k, c) => game.Classes[c].Count - k).ToArray())];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<int[]> front =
        [
            [.. game.Classes.Select(c => c.Count)],
        ];
        for (var number = 1; front.Count > 0; number++)
        {
            cancel.ThrowIfCancellationRequested();
            var next = new List<int[]>();
            foreach (var left in front)
            {
                foreach (var o in outside)
                {
                    int[] still = [.. left.Select((x, c) => Math.Max(0, x - o[c]))];
                    if (Array.TrueForAll(still, x => x == 0))
                        return number;
                    if (seen.Add(string.Join(',', still)))
                        next.Add(still);
                }
            }
            if (seen.Count > MostStates)
                return null;
            front = next;
        }
        return null;
    }
}
