using System.Collections.Immutable;
using System.Numerics;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>
/// Winning coalitions counted by size, exactly, over the layers of a game: completions from each state backwards, beginnings of each state
/// forwards, and for each class those in which one given member of it is critical.
/// </summary>
/// <typeparam name="T">Whole numbers wide enough for 2^n.</typeparam>
internal sealed class SizeCounting<T>
    where T : IBinaryInteger<T>
{
    private readonly StateLayers _layers;
    private readonly Func<int, int> _step;
    private readonly CancellationToken _cancel;
    private readonly T[][] _rest; // all coalitions of the players from a layer on, by size
    private readonly Poly[][] _completions;

    /// <summary>Counts completions.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="step">What a player of a class adds to the size: 1, or more to keep two sizes apart in one number.</param>
    /// <param name="cancel">To stop.</param>
    public SizeCounting(StateLayers layers, Func<int, int> step, CancellationToken cancel)
    {
        (_layers, _step, _cancel) = (layers, step, cancel);
        var depth = layers.Order.Length;
        _rest = new T[depth + 1][];
        _rest[depth] = [T.One];
        _completions = new Poly[depth + 1][];
        _completions[depth] = [];
        for (var layer = depth - 1; layer >= 0; layer--)
        {
            cancel.ThrowIfCancellationRequested();
            var ways = Binomials.Row<T>(layers.CountOf(layer));
            var by = step(layers.Order[layer]);
            _rest[layer] = Spread(_rest[layer + 1], ways, by);
            _completions[layer] = new Poly[layers.States[layer]];
            for (var state = 0; state < layers.States[layer]; state++)
                _completions[layer][state] = Completions(layer, state, ways, by);
        }
    }

    /// <summary>Winning coalitions by size.</summary>
    public T[] Winning => Full(_completions[0][0], _rest[0].Length);

    /// <summary>How many numbers completions take for layers of a game: to see beforehand what it costs.</summary>
    public static long Cells(StateLayers layers)
    {
        long cells = 0,
            left = 0;
        for (var layer = layers.Order.Length - 1; layer >= 0; layer--)
        {
            left += layers.CountOf(layer);
            cells += layers.States[layer] * left;
        }
        return cells;
    }

    /// <summary>Winning coalitions by size in which players of the first layers, each of a class of one, say yes exactly as told, without those players.</summary>
    public T[] WinningAfter(ReadOnlySpan<bool> says)
    {
        var at = 0;
        var layer = 0;
        for (; layer < says.Length && at >= 0; layer++)
            at = _layers.Children[layer][(at * 2) + (says[layer] ? 1 : 0)];
        var rest = _rest[says.Length];
        return at switch
        {
            StateLayers.Lost => new T[rest.Length],
            StateLayers.Won => rest,
            _ => Full(_completions[says.Length][at], rest.Length),
        };
    }

    /// <summary>Winning coalitions and swings by size.</summary>
    public SwingCounts Swings()
    {
        var critical = new T[_layers.Order.Length][];
        Poly[] beginnings = [new(0, [T.One])];
        for (var layer = 0; layer < _layers.Order.Length; layer++)
        {
            _cancel.ThrowIfCancellationRequested();
            var count = _layers.CountOf(layer);
            var by = _step(_layers.Order[layer]);
            critical[_layers.Order[layer]] = Critical(layer, beginnings, Binomials.Row<T>(count - 1), by);
            if (layer + 1 < _layers.Order.Length)
                beginnings = Advance(layer, beginnings, Binomials.Row<T>(count), by);
        }
        return new([.. Winning.Select(Big)], [.. critical.Select(c => c.Select(Big).ToImmutableArray())]);
    }

    private static BigInteger Big(T count) => BigInteger.CreateChecked(count);

    private Poly Completions(int layer, int state, T[] ways, int by)
    {
        var children = _layers.Children[layer].AsSpan(state * ways.Length, ways.Length);
        int low = int.MaxValue,
            high = -1;
        for (var k = 0; k < ways.Length; k++)
        {
            var (from, to) = Bounds(layer + 1, children[k]);
            if (to < 0)
                continue;
            low = Math.Min(low, from + (k * by));
            high = Math.Max(high, to + (k * by));
        }
        var sum = new T[high - low + 1];
        for (var k = 0; k < ways.Length; k++)
        {
            if (children[k] == StateLayers.Lost)
                continue;
            var (from, _) = Bounds(layer + 1, children[k]);
            var terms = children[k] == StateLayers.Won ? _rest[layer + 1] : _completions[layer + 1][children[k]].Terms;
            AddScaled(sum.AsSpan(from + (k * by) - low), terms, ways[k]);
        }
        return new(low, sum);
    }

    private (int From, int To) Bounds(int layer, int child) =>
        child switch
        {
            StateLayers.Lost => (0, -1),
            StateLayers.Won => (0, _rest[layer].Length - 1),
            _ => (_completions[layer][child].Low, _completions[layer][child].High),
        };

    // A given member of the class is critical in what wins with him among k+1 of them less what wins with the other k alone.
    private T[] Critical(int layer, Poly[] beginnings, T[] waysOfOthers, int by)
    {
        var result = new T[_rest[0].Length];
        Array.Fill(result, T.Zero);
        var gained = new T[_rest[layer].Length];
        var choices = waysOfOthers.Length + 1;
        for (var state = 0; state < beginnings.Length; state++)
        {
            var children = _layers.Children[layer].AsSpan(state * choices, choices);
            Array.Fill(gained, T.Zero);
            for (var k = 0; k + 1 < choices; k++)
            {
                if (children[k] == children[k + 1])
                    continue;
                Add(gained, layer + 1, children[k + 1], (k + 1) * by, waysOfOthers[k]);
                // Unsigned numbers wrap round here and back again in the sum.
                Add(gained, layer + 1, children[k], (k + 1) * by, T.Zero - waysOfOthers[k]);
            }
            var (from, to) = (Array.FindIndex(gained, x => !T.IsZero(x)), Array.FindLastIndex(gained, x => !T.IsZero(x)));
            var begun = beginnings[state];
            for (var i = 0; i < begun.Terms.Length && from >= 0; i++)
            {
                if (!T.IsZero(begun.Terms[i]))
                    AddScaled(result.AsSpan(begun.Low + i + from), gained.AsSpan(from, to + 1 - from), begun.Terms[i]);
            }
        }
        return result;
    }

    private void Add(T[] sum, int layer, int child, int shift, T ways)
    {
        if (child == StateLayers.Lost)
            return;
        var (low, _) = Bounds(layer, child);
        AddScaled(sum.AsSpan(low + shift), child == StateLayers.Won ? _rest[layer] : _completions[layer][child].Terms, ways);
    }

    private Poly[] Advance(int layer, Poly[] beginnings, T[] ways, int by)
    {
        var next = new Poly[_layers.States[layer + 1]];
        var children = _layers.Children[layer];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var state = 0; state < beginnings.Length; state++)
            {
                var begun = beginnings[state];
                for (var k = 0; k < ways.Length; k++)
                {
                    var child = children[(state * ways.Length) + k];
                    if (child < 0)
                        continue;
                    ref var to = ref next[child];
                    // First how wide each is, then what is in it.
                    if (pass == 0)
                        to = to.Widened(begun.Low + (k * by), begun.High + (k * by));
                    else
                        AddScaled((to = to.WithTerms()).Terms.AsSpan(begun.Low + (k * by) - to.Low), begun.Terms, ways[k]);
                }
            }
        }
        return next;
    }

    private static T[] Spread(T[] terms, T[] ways, int by)
    {
        var result = new T[terms.Length + ((ways.Length - 1) * by)];
        Array.Fill(result, T.Zero);
        for (var k = 0; k < ways.Length; k++)
            AddScaled(result.AsSpan(k * by), terms, ways[k]);
        return result;
    }

    private static void AddScaled(Span<T> to, ReadOnlySpan<T> terms, T by)
    {
        if (by == T.One)
        {
            for (var i = 0; i < terms.Length; i++)
                to[i] += terms[i];
        }
        else
        {
            for (var i = 0; i < terms.Length; i++)
                to[i] += terms[i] * by;
        }
    }

    private static T[] Full(Poly poly, int length)
    {
        var full = new T[length];
        Array.Fill(full, T.Zero);
        poly.Terms.CopyTo(full, poly.Low);
        return full;
    }

    // Counts by size from Low on.
    private readonly record struct Poly(int Low, T[] Terms, int Width = 0)
    {
        public int High => Low + (Terms is { Length: > 0 } ? Terms.Length : Width) - 1;

        public Poly Widened(int low, int high) =>
            Width == 0 ? new(low, [], high - low + 1) : new(Math.Min(Low, low), [], Math.Max(High, high) - Math.Min(Low, low) + 1);

        public Poly WithTerms() => Terms.Length > 0 ? this : this with { Terms = new T[Width] };
    }
}
