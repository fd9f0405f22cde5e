namespace Apparat.Linting;

/// <summary>
/// Seats refilled one at a time: the new holder is ours with a fixed probability, and otherwise takes after another member picked at random.
/// A birth-death chain with exact hitting times (theory.md 7.2).
/// </summary>
public static class ImitationChain
{
    /// <summary>Expected single-seat refills until the number of clients reaches a goal; infinite if it never does.</summary>
    /// <param name="seats">Seats of the body, at least 2.</param>
    /// <param name="ours">Probability in [0,1] that a refilled seat is ours outright.</param>
    /// <param name="clients">Clients at the start.</param>
    /// <param name="goal">Clients wanted, at most <paramref name="seats"/>.</param>
    public static double Refills(int seats, double ours, int clients, int goal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goal, seats);
        var (refills, step) = (0.0, 0.0);
        for (var k = 0; k < goal; k++)
        {
            // A leaving client has k-1 clients among the others, a leaving stranger k.
            var down = (double)k / seats * (1 - ours) * (seats - k) / (seats - 1);
            var up = (double)(seats - k) / seats * (ours + ((1 - ours) * k / (seats - 1)));
            step = up == 0 ? double.PositiveInfinity : (1 + (down * step)) / up;
            if (k >= clients)
                refills += step;
        }
        return refills;
    }
}
