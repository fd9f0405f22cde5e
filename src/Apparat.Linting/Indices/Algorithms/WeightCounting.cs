using System.Collections.Immutable;
using System.Numerics;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>
/// One quota rule and many players, exactly: how many coalitions of each size have each weight below the quota, in whole numbers of 64-bit
/// words just wide enough for 2^n (Brams and Affuso 1976; Lucas 1983; one player is taken out by division of generating functions).
/// </summary>
internal static class WeightCounting
{
    private const long MostWords = 1L << 27;

    /// <summary>Whether the table fits into memory (1 GB).</summary>
    public static bool Fits(SimpleGame game) => Words(game.Players) * (game.Players + 1L) * game.Quotas[0] <= MostWords;

    /// <summary>Word additions it takes, roughly.</summary>
    public static double Cost(SimpleGame game) => 0.5 * Words(game.Players) * game.Players * game.Players * game.Quotas[0];

    /// <summary>Counts winning coalitions and swings by size.</summary>
    public static SwingCounts Swings(SimpleGame game, IProgress<double>? progress, CancellationToken cancel)
    {
        var (n, quota) = (game.Players, (int)game.Quotas[0]);
        var table = new Table(n, quota);
        // The light come first, so that the range of the sums grows slowly.
        var (done, top) = (0, 0L);
        foreach (var c in Enumerable.Range(0, game.Classes.Length).OrderBy(c => game.Weights[0][c]))
        {
            for (var i = 0; i < game.Classes[c].Count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                top = Math.Min(quota - 1, top + game.Weights[0][c]);
                table.Add(game.Weights[0][c], done, (int)top);
                done++;
                progress?.Report(0.9 * done / n);
            }
        }
        table.Accumulate();
        var row = Binomials.Row(n);
        ImmutableArray<BigInteger> winning = [.. row.Select((all, s) => all - table.Below(s))];
        var critical = ImmutableArray.CreateBuilder<ImmutableArray<BigInteger>>(game.Classes.Length);
        for (var c = 0; c < game.Classes.Length; c++)
        {
            cancel.ThrowIfCancellationRequested();
            var weight = game.Weights[0][c];
            critical.Add([BigInteger.Zero, .. Enumerable.Range(0, n).Select(s => weight == 0 ? BigInteger.Zero : table.Window(s, weight))]);
        }
        return new(winning, critical.ToImmutable());
    }

    private static int Words(int players) => (players / 64) + 1;

    private sealed class Table(int players, int quota)
    {
        private readonly int _words = Words(players);
        private readonly ulong[][] _rows = [.. Enumerable.Range(0, players + 1).Select(_ => new ulong[quota * Words(players)])];

        // Another player: larger sizes first, so that he is counted once.
        public void Add(long weight, int size, int top)
        {
            if (size == 0)
                _rows[0][0] = 1;
            for (var s = size; s >= 0 && weight < quota; s--)
            {
                var to = _rows[s + 1].AsSpan((int)weight * _words, (top + 1 - (int)weight) * _words);
                AddTo(to, _rows[s].AsSpan(0, to.Length));
            }
        }

        // From "weight exactly x" to "weight at most x".
        public void Accumulate()
        {
            foreach (var row in _rows)
            {
                for (var x = 1; x < quota; x++)
                    AddTo(row.AsSpan(x * _words, _words), row.AsSpan((x - 1) * _words, _words));
            }
        }

        public BigInteger Below(int size) => Read(_rows[size].AsSpan((quota - 1) * _words, _words));

        /// <summary>Coalitions of the others of a size that lose, but win with this weight: W(s, x) = V(s, x) - W(s-1, x-w), down from the quota.</summary>
        public BigInteger Window(int size, long weight)
        {
            var sum = new ulong[_words];
            var plus = true;
            var x = quota - 1L;
            for (var s = size; s >= 0 && x >= 0; s--, x -= weight)
            {
                Accumulate(sum, s, x, plus);
                Accumulate(sum, s, x - weight, !plus);
                plus = !plus;
            }
            return Read(sum);
        }

        private void Accumulate(Span<ulong> sum, int size, long x, bool plus)
        {
            if (x < 0)
                return;
            var cell = _rows[size].AsSpan((int)x * _words, _words);
            if (plus)
                AddTo(sum, cell);
            else
                SubtractFrom(sum, cell);
        }

        private void AddTo(Span<ulong> to, ReadOnlySpan<ulong> from)
        {
            for (var cell = 0; cell < to.Length; cell += _words)
            {
                var carry = 0UL;
                for (var w = cell; w < cell + _words; w++)
                {
                    var sum = to[w] + from[w];
                    var over = sum < from[w] ? 1UL : 0;
                    to[w] = sum + carry;
                    carry = over | (to[w] < carry ? 1UL : 0);
                }
            }
        }

        // Differences wrap round and come out right in the end.
        private void SubtractFrom(Span<ulong> to, ReadOnlySpan<ulong> from)
        {
            var borrow = 0UL;
            for (var w = 0; w < _words; w++)
            {
                var difference = to[w] - from[w];
                var under = to[w] < from[w] ? 1UL : 0;
                to[w] = difference - borrow;
                borrow = under | (difference < borrow ? 1UL : 0);
            }
        }

        private static BigInteger Read(ReadOnlySpan<ulong> words) =>
            new(System.Runtime.InteropServices.MemoryMarshal.AsBytes(words), isUnsigned: true, isBigEndian: false);
    }
}
