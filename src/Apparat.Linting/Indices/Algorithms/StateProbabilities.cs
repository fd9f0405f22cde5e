using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>
/// Owen's multilinear extension over the layers of a game: with each player saying yes on his own account with a given probability, the
/// probability of winning and, for one member of each class, of deciding - its partial derivative.
/// </summary>
internal static class StateProbabilities
{
    /// <summary>P(win), and P(one given member of a class decides) for each class, if a player of class c says yes with probability <c>yes[c]</c>.</summary>
    public static (double Wins, double[] Decides) Of(StateLayers layers, ReadOnlySpan<double> yes)
    {
        var depth = layers.Order.Length;
        var wins = new double[depth + 1][];
        wins[depth] = [];
        for (var layer = depth - 1; layer >= 0; layer--)
        {
            var chances = Binomials.Probabilities(layers.CountOf(layer), yes[layers.Order[layer]]);
            wins[layer] = new double[layers.States[layer]];
            var children = layers.Children[layer];
            for (var state = 0; state < wins[layer].Length; state++)
            {
                var sum = 0.0;
                for (var k = 0; k < chances.Length; k++)
                    sum += chances[k] * Value(wins[layer + 1], children[(state * chances.Length) + k]);
                wins[layer][state] = sum;
            }
        }
        var decides = new double[depth];
        double[] here = [1];
        for (var layer = 0; layer < depth; layer++)
        {
            var count = layers.CountOf(layer);
            var others = Binomials.Probabilities(count - 1, yes[layers.Order[layer]]);
            var all = Binomials.Probabilities(count, yes[layers.Order[layer]]);
            var next = new double[layer + 1 < depth ? layers.States[layer + 1] : 0];
            var children = layers.Children[layer];
            var sum = 0.0;
            for (var state = 0; state < here.Length; state++)
            {
                var from = state * (count + 1);
                for (var k = 0; k < count; k++)
                {
                    if (children[from + k] != children[from + k + 1])
                        sum +=
                            here[state]
                            * others[k]
                            * (Value(wins[layer + 1], children[from + k + 1]) - Value(wins[layer + 1], children[from + k]));
                }
                for (var k = 0; k <= count; k++)
                {
                    if (children[from + k] >= 0)
                        next[children[from + k]] += here[state] * all[k];
                }
            }
            decides[layers.Order[layer]] = Math.Max(0, sum);
            here = next;
        }
        return (wins[0][0], decides);
    }

    /// <summary>The three numbers a class from which indices of swings are made, by Gauss-Legendre quadrature of the extension's diagonal.</summary>
    public static Swings<Interval> Swings(StateLayers layers, IProgress<double>? progress, CancellationToken cancel)
    {
        var game = layers.Game;
        var classes = game.Classes.Length;
        var (passage, decisive) = Of(layers, [.. Enumerable.Repeat(0.5, classes)]);
        var pivotal = new double[classes];
        // The derivative along the diagonal is a polynomial of degree n-1.
        var (nodes, weights) = GaussLegendre.Of((game.Players + 1) / 2);
        for (var i = 0; i < nodes.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var (_, decides) = Of(layers, [.. Enumerable.Repeat(nodes[i], classes)]);
            for (var c = 0; c < classes; c++)
                pivotal[c] += weights[i] * decides[c];
            progress?.Report((i + 1.0) / nodes.Length);
        }
        return new(game.Players, Interval.Exact(passage), [.. decisive.Select(Interval.Exact)], [.. pivotal.Select(Interval.Exact)]);
    }

    private static double Value(double[] wins, int child) =>
        child switch
        {
            StateLayers.Won => 1,
            StateLayers.Lost => 0,
            _ => wins[child],
        };
}
