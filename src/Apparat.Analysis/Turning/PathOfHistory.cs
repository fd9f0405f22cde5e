using System.Globalization;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>A history that is known month by month, and the worlds in which it is known up to a month and open from then on.</summary>
public abstract record PathOfHistory
{
    /// <summary>In the reader's words.</summary>
    public abstract string Name { get; }

    /// <summary>The seed of the runs that go on from it.</summary>
    /// <param name="seed">The seed asked for.</param>
    public abstract ulong SeedOf(ulong seed);

    /// <summary>The world in which everything before a turn is as in the history.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="turn">The first turn that is open; 0 for nothing known.</param>
    public abstract Amendment? KnownBefore(Scenario scenario, int turn);
}

/// <summary>The recorded history: recorded seats are forced month by month, who follows whom evolves by the model.</summary>
public sealed record RecordedPath : PathOfHistory
{
    /// <inheritdoc/>
    public override string Name => "the recorded history";

    /// <inheritdoc/>
    public override ulong SeedOf(ulong seed) => seed;

    /// <inheritdoc/>
    public override Amendment? KnownBefore(Scenario scenario, int turn)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return turn == 0
            ? null
            : new Replay(
                turn >= scenario.Calendar.Turns ? scenario.Calendar.Until : scenario.Calendar.FirstDayOf(new Turn(turn)).AddDays(-1)
            );
    }
}

/// <summary>A simulated history: parameters, people and luck are its own up to a month, and fresh from then on.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Run">Its number.</param>
public sealed record SimulatedPath(ulong Seed, int Run) : PathOfHistory
{
    private static readonly ulong Fresh = Key.Of("fresh luck");

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"history {Run}");

    /// <inheritdoc/>
    public override ulong SeedOf(ulong seed) => Key.Mix(seed, Fresh);

    /// <inheritdoc/>
    public override Amendment KnownBefore(Scenario scenario, int turn)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new Continue(Seed, Run, scenario.Calendar.FirstDayOf(new Turn(turn)));
    }
}
