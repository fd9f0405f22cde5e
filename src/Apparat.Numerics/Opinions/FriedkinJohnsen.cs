namespace Apparat.Numerics;

/// <summary>
/// Opinions that give way to those of others but stay anchored where they began (Friedkin and Johnsen 1999):
/// x(t+1) = A W x(t) + (I - A) x(0), with susceptibilities A in [0,1] and weights W whose rows sum to 1.
/// </summary>
public static class FriedkinJohnsen
{
    /// <summary>One step with a row of weights a person.</summary>
    /// <param name="weights">Weights, row by row: how much each listens to each.</param>
    /// <param name="susceptibility">How far each gives way, in [0,1].</param>
    /// <param name="first">Where each began.</param>
    /// <param name="now">Where each stands.</param>
    /// <param name="next">Where each stands next.</param>
    /// <exception cref="ArgumentException">The spans do not belong together.</exception>
    public static void Step(
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> susceptibility,
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> now,
        Span<double> next
    )
    {
        var n = now.Length;
        if (weights.Length != n * n || susceptibility.Length != n || first.Length != n || next.Length != n)
            throw new ArgumentException("Weights are n by n; everything else has n entries.", nameof(weights));
        for (var i = 0; i < n; i++)
        {
            var heard = 0.0;
            for (var j = 0; j < n; j++)
                heard += weights[(i * n) + j] * now[j];
            next[i] = (susceptibility[i] * heard) + ((1 - susceptibility[i]) * first[i]);
        }
    }

    /// <summary>One step, in place, of people who all listen alike: to the mean of all, weighted by how much each counts.</summary>
    /// <param name="weights">How much each counts, not negative.</param>
    /// <param name="susceptibility">How far all give way, in [0,1].</param>
    /// <param name="first">Where each began.</param>
    /// <param name="positions">Where each stands, before and after.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void StepTogether(ReadOnlySpan<double> weights, double susceptibility, ReadOnlySpan<double> first, Span<double> positions)
    {
        if (weights.Length != positions.Length || first.Length != positions.Length)
            throw new ArgumentException("One weight and one first position a person.", nameof(weights));
        double sum = 0,
            all = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            sum += weights[i] * positions[i];
            all += weights[i];
        }
        if (all <= 0)
            return;
        var heard = sum / all;
        for (var i = 0; i < positions.Length; i++)
            positions[i] = (susceptibility * heard) + ((1 - susceptibility) * first[i]);
    }
}
