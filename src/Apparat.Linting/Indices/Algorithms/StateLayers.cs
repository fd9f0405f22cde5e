using System.Numerics;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>
/// A game as layers of states: after each class of players, all that matters of who has said yes so far. States in which every rule asks the
/// same of those still to come are one, and a state in which the answer is settled is not followed further.
/// </summary>
/// <remarks>
/// Dynamic programming over state vectors for any number of rules, in the shape of a quasi-reduced decision diagram (Bolus 2011). What a rule
/// still asks is rounded up to the next weight those to come can make up at all, which is what makes states meet.
/// </remarks>
internal sealed class StateLayers
{
    /// <summary>Child of a state from which all goes on to win.</summary>
    public const int Won = -1;

    /// <summary>Child of a state from which nothing wins.</summary>
    public const int Lost = -2;

    // Weights that the players to come can make up are listed while there are at most so many.
    private const int MostSums = 1 << 15;

    private StateLayers(SimpleGame game, int[] order, int[][] children)
    {
        (Game, Order, Children) = (game, order, children);
        States = [.. children.Select((c, l) => c.Length / (game.Classes[order[l]].Count + 1))];
    }

    /// <summary>The game.</summary>
    public SimpleGame Game { get; }

    /// <summary>The classes in the order of the layers.</summary>
    public int[] Order { get; }

    /// <summary>How many states each layer has; the first has one.</summary>
    public int[] States { get; }

    /// <summary>For each layer, state and number of the class's players who say yes: the state of the next layer, <see cref="Won"/> or <see cref="Lost"/>.</summary>
    public int[][] Children { get; }

    /// <summary>States of all layers.</summary>
    public long AllStates => States.Sum(s => (long)s);

    /// <summary>The number of players of a layer's class.</summary>
    public int CountOf(int layer) => Game.Classes[Order[layer]].Count;

    /// <summary>Builds the layers; null if there would be more than <paramref name="mostChildren"/> steps between states.</summary>
    /// <param name="game">The game.</param>
    /// <param name="first">Classes that must come first, in this order.</param>
    /// <param name="mostChildren">Where to give up.</param>
    /// <param name="cancel">To stop.</param>
    public static StateLayers? Build(SimpleGame game, ReadOnlySpan<int> first, long mostChildren, CancellationToken cancel)
    {
        var bits = game.Quotas.Select(q => 64 - BitOperations.LeadingZeroCount((ulong)q)).ToArray();
        if (bits.Sum() > 128)
            return null;
        var order = OrderOf(game, first);
        var builder = new Builder(game, order, bits);
        var children = new int[order.Length][];
        UInt128[] states = [builder.Pack(new long[game.Rules])];
        long steps = 0;
        for (var layer = 0; layer < order.Length; layer++)
        {
            cancel.ThrowIfCancellationRequested();
            steps += (long)states.Length * (game.Classes[order[layer]].Count + 1);
            if (steps > mostChildren)
                return null;
            (children[layer], states) = builder.Next(layer, states);
        }
        return new StateLayers(game, order, children);
    }

    // Those who weigh most come first: they settle most.
    private static int[] OrderOf(SimpleGame game, ReadOnlySpan<int> first)
    {
        var head = first.ToArray();
        double Share(int c) => Enumerable.Range(0, game.Rules).Max(r => (double)game.Weights[r][c] / Math.Max(1, game.Totals[r]));
        return [.. head, .. Enumerable.Range(0, game.Classes.Length).Except(head).OrderByDescending(Share).ThenBy(c => c)];
    }

    private sealed class Builder
    {
        private readonly SimpleGame _game;
        private readonly int[] _order;
        private readonly int[] _bits;
        private readonly long[] _quotas;
        private readonly long[][] _weights;
        private readonly long[][] _rest; // [layer][rule]: weight of all who come in this layer or later
        private readonly long[]?[][] _sums; // [layer][rule]: what they can make up, ascending; null if too many
        private readonly Dictionary<ulong, (int Verdict, uint Rests)> _settled = [];
        private ulong _lastKey = ulong.MaxValue;
        private (int Verdict, uint Rests) _last;

        public Builder(SimpleGame game, int[] order, int[] bits)
        {
            (_game, _order, _bits) = (game, order, bits);
            _quotas = [.. game.Quotas];
            _weights = [.. order.Select(c => game.Weights.Select(w => w[c]).ToArray())];
            _rest = new long[order.Length + 1][];
            _sums = new long[order.Length + 1][][];
            _rest[order.Length] = new long[game.Rules];
            _sums[order.Length] = [.. Enumerable.Repeat((long[]?)[0], game.Rules)];
            for (var layer = order.Length - 1; layer >= 0; layer--)
            {
                var count = game.Classes[order[layer]].Count;
                _rest[layer] = [.. _rest[layer + 1].Select((x, r) => x + (count * _weights[layer][r]))];
                _sums[layer] = [.. _sums[layer + 1].Select((s, r) => With(s, _weights[layer][r], count, _quotas[r]))];
            }
        }

        public UInt128 Pack(ReadOnlySpan<long> sums)
        {
            UInt128 key = 0;
            for (var r = 0; r < sums.Length; r++)
                key = (key << _bits[r]) | (ulong)sums[r];
            return key;
        }

        public (int[] Children, UInt128[] States) Next(int layer, UInt128[] states)
        {
            var rules = _quotas.Length;
            var count = _game.Classes[_order[layer]].Count;
            var weights = _weights[layer];
            var children = new int[states.Length * (count + 1)];
            var found = new StateTable(states.Length);
            Span<long> at = stackalloc long[rules];
            Span<long> sums = stackalloc long[rules];
            for (var state = 0; state < states.Length; state++)
            {
                Unpack(states[state], at);
                var won = false;
                for (var k = 0; k <= count; k++)
                {
                    ref var child = ref children[(state * (count + 1)) + k];
                    if (won)
                    {
                        child = Won;
                        continue;
                    }
                    for (var r = 0; r < rules; r++)
                        sums[r] = at[r] + (k * weights[r]);
                    child = Settle(layer + 1, sums) switch
                    {
                        1 => Won,
                        0 => Lost,
                        _ => found.Place(Pack(sums)),
                    };
                    won = child == Won;
                }
            }
            return (children, found.Keys());
        }

        // Won, lost, or open: then the sums are raised as far as nobody can tell the difference.
        private int Settle(int layer, Span<long> sums)
        {
            uint holding = 0,
                possible = 0;
            for (var r = 0; r < sums.Length; r++)
            {
                if (sums[r] >= _quotas[r])
                    holding |= 1u << r;
                if (sums[r] + _rest[layer][r] >= _quotas[r])
                    possible |= 1u << r;
            }
            var key = ((ulong)holding << 32) | possible;
            if (key != _lastKey)
            {
                if (!_settled.TryGetValue(key, out _last))
                    _settled[key] = _last = _game.Settle(holding, possible);
                _lastKey = key;
            }
            var settled = _last;
            if (settled.Verdict >= 0)
                return settled.Verdict;
            for (var r = 0; r < sums.Length; r++)
            {
                // A rule nobody can meet any more stays unmet, one that matters no more may as well be met.
                if ((possible >> r & 1) == 0)
                    sums[r] = 0;
                else if ((settled.Rests >> r & 1) == 0)
                    sums[r] = _quotas[r];
                else if (_sums[layer][r] is { } reachable)
                {
                    var place = Array.BinarySearch(reachable, _quotas[r] - sums[r]);
                    sums[r] = _quotas[r] - reachable[place >= 0 ? place : ~place];
                }
            }
            return -1;
        }

        private void Unpack(UInt128 key, Span<long> sums)
        {
            for (var r = sums.Length - 1; r >= 0; r--)
            {
                sums[r] = (long)(ulong)(key & ((UInt128.One << _bits[r]) - 1));
                key >>= _bits[r];
            }
        }

        // All sums of some listed ones and up to count times the weight; beyond the quota the largest is enough.
        private static long[]? With(long[]? sums, long weight, int count, long quota)
        {
            if (sums is null)
                return null;
            for (var i = 0; i < count && weight > 0; i++)
            {
                var merged = new List<long>(sums.Length * 2);
                int a = 0,
                    b = 0;
                while (a < sums.Length || b < sums.Length)
                {
                    var next = a == sums.Length ? sums[b] + weight : Math.Min(sums[a], sums[b] + weight);
                    if (a < sums.Length && sums[a] == next)
                        a++;
                    if (b < sums.Length && sums[b] + weight == next)
                        b++;
                    merged.Add(Math.Min(next, quota));
                    if (next >= quota)
                        break;
                }
                if (merged.Count > MostSums)
                    return null;
                if (merged.Count == sums.Length)
                    break;
                sums = [.. merged];
            }
            return sums;
        }
    }

    /// <summary>Numbers distinct keys in the order of their first appearance (open addressing).</summary>
    private sealed class StateTable(int expected)
    {
        private UInt128[] _keys = new UInt128[Math.Max(16, expected)];
        private int[] _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(32, expected * 4))];
        private int _count;

        public int Place(UInt128 key)
        {
            if (_count * 2 >= _slots.Length)
                Grow();
            var slot = SlotOf(key);
            if (_slots[slot] != 0)
                return _slots[slot] - 1;
            if (_count == _keys.Length)
                Array.Resize(ref _keys, _count * 2);
            _keys[_count] = key;
            _slots[slot] = ++_count;
            return _count - 1;
        }

        public UInt128[] Keys() => _keys[.._count];

        private int SlotOf(UInt128 key)
        {
            var mask = _slots.Length - 1;
            var slot = (int)Key.Mix((ulong)key, (ulong)(key >> 64)) & mask;
            while (_slots[slot] != 0 && _keys[_slots[slot] - 1] != key)
                slot = (slot + 1) & mask;
            return slot;
        }

        private void Grow()
        {
            _slots = new int[_slots.Length * 2];
            for (var i = 0; i < _count; i++)
                _slots[SlotOf(_keys[i])] = i + 1;
        }
    }
}
