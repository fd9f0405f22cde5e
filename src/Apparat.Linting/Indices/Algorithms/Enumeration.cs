using System.Collections.Immutable;
using System.Numerics;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>Everything that can be counted by looking at each coalition once, up to exchanging identical players.</summary>
/// <param name="Swings">Winning coalitions and swings by size.</param>
/// <param name="Minimal">Minimal winning coalitions by size.</param>
/// <param name="MinimalWith">For each class, minimal winning coalitions by size with one given member of it.</param>
/// <param name="SharedWith">For each class, coalitions in which one given member is critical, by how many are critical in it.</param>
/// <param name="Kinds">Minimal winning coalitions as "so many of each class", the first few of them in order of size.</param>
/// <param name="KindsInAll">How many kinds there are.</param>
public sealed record CoalitionCensus(
    SwingCounts Swings,
    ImmutableArray<BigInteger> Minimal,
    ImmutableArray<ImmutableArray<BigInteger>> MinimalWith,
    ImmutableArray<ImmutableArray<BigInteger>> SharedWith,
    ImmutableArray<ImmutableArray<int>> Kinds,
    long KindsInAll
)
{
    /// <summary>How many kinds of minimal winning coalitions are kept.</summary>
    public const int MostKinds = 10_000;
}

/// <summary>
/// Every vector "so many of each class" in the order of a reflected mixed-radix Gray code (Knuth, 7.2.1.1, algorithm H): from one to the next
/// a single player joins or leaves, so that each step costs one addition a rule. With all players different it is the binary Gray code.
/// </summary>
internal static class Enumeration
{
    // Below this many players, counts times a count of players fit into 64 bits.
    private const int MostPlayersIn64Bits = 56;

    /// <summary>Looks at every coalition.</summary>
    public static CoalitionCensus Of(SimpleGame game, IProgress<double>? progress, CancellationToken cancel) =>
        game.Players <= MostPlayersIn64Bits
            ? new Walk<ulong>(game).Run(progress, cancel)
            : new Walk<BigInteger>(game).Run(progress, cancel);

    private sealed class Walk<T>
        where T : struct, IBinaryInteger<T>
    {
        private readonly SimpleGame _game;
        private readonly int[] _taken;
        private readonly long[] _sums;
        private readonly T[] _winning;
        private readonly T[][] _critical;
        private readonly T[] _minimal;
        private readonly T[][] _minimalWith;
        private readonly T[][] _sharedWith;
        private readonly List<int[]> _kinds = [];
        private readonly bool[] _isCritical;
        private long _kindsInAll;
        private T _ways = T.One;
        private int _size;

        public Walk(SimpleGame game)
        {
            _game = game;
            _taken = new int[game.Classes.Length];
            _isCritical = new bool[game.Classes.Length];
            _sums = new long[game.Rules];
            _winning = Zeros(game);
            _minimal = Zeros(game);
            _critical = [.. game.Classes.Select(_ => Zeros(game))];
            _minimalWith = [.. game.Classes.Select(_ => Zeros(game))];
            _sharedWith = [.. game.Classes.Select(_ => Zeros(game))];
        }

        public CoalitionCensus Run(IProgress<double>? progress, CancellationToken cancel)
        {
            var classes = _game.Classes.Length;
            var focus = Enumerable.Range(0, classes + 1).ToArray();
            var way = Enumerable.Repeat(1, classes).ToArray();
            var all = (double)_game.CountVectors;
            long seen = 0;
            while (true)
            {
                Look();
                if ((++seen & 0xFFFF) == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                    progress?.Report(seen / all);
                }
                var c = focus[0];
                focus[0] = 0;
                if (c == classes)
                    break;
                Move(c, way[c]);
                if (_taken[c] == 0 || _taken[c] == _game.Classes[c].Count)
                {
                    way[c] = -way[c];
                    focus[c] = focus[c + 1];
                    focus[c + 1] = c + 1;
                }
            }
            return new(
                new(Big(_winning), [.. _critical.Select(Big)]),
                Big(_minimal),
                [.. _minimalWith.Select(Big)],
                [.. _sharedWith.Select(Big)],
                [.. _kinds.OrderBy(k => k.Sum()).ThenBy(k => k, Order).Select(k => k.ToImmutableArray())],
                _kindsInAll
            );
        }

        private static Comparer<int[]> Order => Comparer<int[]>.Create((a, b) => -a.AsSpan().SequenceCompareTo(b));

        private void Move(int c, int by)
        {
            // C(m,k+1) = C(m,k) (m-k) / (k+1), and back.
            var count = _game.Classes[c].Count;
            if (count > 1)
            {
                var (times, over) = by > 0 ? (count - _taken[c], _taken[c] + 1) : (_taken[c], count - _taken[c] + 1);
                _ways = _ways * T.CreateTruncating(times) / T.CreateTruncating(over);
            }
            _taken[c] += by;
            _size += by;
            for (var r = 0; r < _sums.Length; r++)
                _sums[r] += by * _game.Weights[r][c];
        }

        private void Look()
        {
            if (!WinsWithout(-1))
                return;
            _winning[_size] += _ways;
            var critical = 0;
            for (var c = 0; c < _taken.Length; c++)
            {
                _isCritical[c] = _taken[c] > 0 && !WinsWithout(c);
                if (_isCritical[c])
                    critical += _taken[c];
            }
            if (critical == 0)
                return;
            var isMinimal = critical == _size;
            for (var c = 0; c < _taken.Length; c++)
            {
                if (!_isCritical[c])
                    continue;
                // Of the coalitions like this one, so many have the given member of the class in them.
                var count = _game.Classes[c].Count;
                var ways = count == 1 ? _ways : _ways * T.CreateTruncating(_taken[c]) / T.CreateTruncating(count);
                _critical[c][_size] += ways;
                _sharedWith[c][critical] += ways;
                if (isMinimal)
                    _minimalWith[c][_size] += ways;
            }
            if (!isMinimal)
                return;
            _minimal[_size] += _ways;
            _kindsInAll++;
            if (_kinds.Count < CoalitionCensus.MostKinds)
                _kinds.Add([.. _taken]);
        }

        private bool WinsWithout(int c)
        {
            var holding = 0u;
            for (var r = 0; r < _sums.Length; r++)
            {
                if (_sums[r] - (c < 0 ? 0 : _game.Weights[r][c]) >= _game.Quotas[r])
                    holding |= 1u << r;
            }
            return _sums.Length == 1 ? holding != 0 : _game.Wins(holding);
        }

        private static T[] Zeros(SimpleGame game) => [.. Enumerable.Repeat(T.Zero, game.Players + 1)];

        private static ImmutableArray<BigInteger> Big(T[] counts) => [.. counts.Select(x => BigInteger.CreateChecked(x))];
    }
}
