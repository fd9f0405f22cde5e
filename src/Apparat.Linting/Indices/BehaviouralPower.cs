using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>
/// The real probability of deciding, where voters say yes with probabilities of their own: the partial derivative of Owen's multilinear
/// extension there (Owen 1972; Straffin 1977). At 1/2 for all it is absolute Banzhaf power.
/// </summary>
/// <param name="Passes">P(the proposal passes).</param>
/// <param name="Decides">P(this voter's vote decides), for one player of each entry of the game.</param>
public sealed record BehaviouralPower(double Passes, ImmutableArray<double> Decides)
{
    /// <summary>Behavioural power at given probabilities of a yes, one for each entry of the game's players.</summary>
    /// <exception cref="ArgumentException">There is not one probability in [0,1] for each entry.</exception>
    /// <exception cref="InvalidOperationException">The game has too many states.</exception>
    public static BehaviouralPower Of(VotingGame game, IReadOnlyList<double> yes, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(game);
        if (yes.Count != game.Players.Length || yes.Any(p => !(p is >= 0 and <= 1)))
            throw new ArgumentException("One probability from 0 to 1 is needed for each player.", nameof(yes));
        // Players who say yes with different probabilities are not alike.
        var distinct = yes.Distinct().Order().ToList();
        var simple = SimpleGame.Of(game, [.. yes.Select(p => distinct.IndexOf(p))]);
        var layers =
            StateLayers.Build(simple, [], VotingPower.MostSteps, cancel)
            ?? throw new InvalidOperationException("The game has too many states for behavioural power.");
        var (passes, decides) = StateProbabilities.Of(layers, [.. simple.Classes.Select(c => distinct[c.Colour])]);
        var each = new double[game.Players.Length];
        for (var c = 0; c < simple.Classes.Length; c++)
        {
            foreach (var entry in simple.Classes[c].Members)
                each[entry] = decides[c];
        }
        return new(passes, [.. each]);
    }
}
