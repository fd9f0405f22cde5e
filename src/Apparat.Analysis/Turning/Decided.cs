using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Analysis;

/// <summary>A month in which the probability jumps.</summary>
/// <param name="Turn">The month.</param>
/// <param name="Day">Its first day.</param>
/// <param name="Jump">
/// How often the statement holds with this month known (first) and with only what came before known (second), on luck that did not choose the
/// month: the largest of many jumps is too large on the luck that chose it.
/// </param>
/// <param name="ByDefinition">Whether the record itself brings it about in that month: then it turns by definition, and tells nothing.</param>
public sealed record TurningPoint(Turn Turn, DateOnly Day, Difference Jump, bool ByDefinition = false)
{
    /// <summary>Whether the jump is told apart from none: its interval leaves out 0.</summary>
    public bool IsToldApart => Jump.Change is { IsDefined: true } c && (c.Low > 0 || c.High < 0);
}

/// <summary>Something an actor could have done from a month on.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Text">What, in the reader's words.</param>
/// <param name="Change">The amendment that makes it so.</param>
public sealed record PossibleMove(string Actor, string Text, Amendment Change);

/// <summary>The move of an actor with the largest effect, among those searched.</summary>
/// <param name="At">The month from whose first day on it is made.</param>
/// <param name="Move">The move.</param>
/// <param name="Effect">How often the statement holds with it (first) and without (second), on luck that did not choose it.</param>
/// <param name="Searched">How many of his moves were tried.</param>
/// <param name="Passport">What the comparison carries to be argued with.</param>
public sealed record BestMove(TurningPoint At, PossibleMove Move, Difference Effect, int Searched, Passport Passport);

/// <summary>When an outcome was decided: its probability as a history unfolds, the months in which it jumps, and what could still have been done.</summary>
public sealed record Decided : IAnswer
{
    /// <inheritdoc/>
    public required Scenario Scenario { get; init; }

    /// <summary>What is said of the last day.</summary>
    public required string Statement { get; init; }

    /// <summary>Which history unfolds.</summary>
    public required PathOfHistory Path { get; init; }

    /// <summary>
    /// The first open turn, its first day, and the probability given all that came before; ascending, closer together where it jumps. The last
    /// one knows the whole history.
    /// </summary>
    public required ImmutableArray<(Turn Turn, DateOnly Day, Estimate Value)> Points { get; init; }

    /// <summary>How many months were measured because they seemed to turn it most.</summary>
    public required int Measured { get; init; }

    /// <summary>Those of them that turned any history at all, the largest first.</summary>
    public required ImmutableArray<TurningPoint> TurningPoints { get; init; }

    /// <summary>The month in which the record itself brings it about; null if there is none among the turning points.</summary>
    public TurningPoint? BroughtAbout => TurningPoints.FirstOrDefault(t => t.ByDefinition);

    /// <summary>The largest other turning point that is told apart from none; null if no month is.</summary>
    public TurningPoint? Largest => TurningPoints.FirstOrDefault(t => t is { IsToldApart: true, ByDefinition: false });

    /// <summary>Each actor's best single move at the turning points looked at, the largest effect first.</summary>
    public required ImmutableArray<BestMove> Moves { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Every world that was run.</summary>
    public required ImmutableArray<WorldRun> Worlds { get; init; }

    /// <inheritdoc/>
    public required bool IsComplete { get; init; }

    /// <summary>Doubts, the gravest first.</summary>
    public ImmutableArray<Warning> Cautions => Caution.AllFor(this);

    /// <inheritdoc/>
    public string Title => $"When was {Statement} decided, along {Path.Name}?";

    /// <inheritdoc/>
    public bool IsForward => false;

    /// <inheritdoc/>
    public bool TellsNecessity => false;

    /// <inheritdoc/>
    public IEnumerable<Difference> Differences => TurningPoints.Select(t => t.Jump);

    /// <inheritdoc/>
    public IEnumerable<DateOnly> Branches => Path is RecordedPath ? TurningPoints.Take(1).Select(t => t.Day) : [];

    /// <inheritdoc/>
    public Estimate? PriorPredictive => Points.IsEmpty || Path is not RecordedPath ? null : Points[0].Value;

    /// <inheritdoc/>
    public IEnumerable<(string Name, Estimate Value)> Estimates => Points.Select(p => ($"before {p.Day:yyyy-MM-dd}", p.Value));

    /// <summary>The first point from which the probability never leaves one side of a bound again; null if it does so only at the end, or never.</summary>
    /// <param name="bound">The bound, in (0.5,1): at least that, or at most one less that.</param>
    public (DateOnly Day, bool Holds)? Settled(double bound)
    {
        (DateOnly Day, bool Holds)? settled = null;
        foreach (var (_, day, value) in Points)
        {
            if (!value.IsDefined)
                continue;
            var side =
                value.Value >= bound ? true
                : value.Value <= 1 - bound ? false
                : (bool?)null;
            settled =
                side is not { } holds ? null
                : settled is { } before && before.Holds == holds ? settled
                : (day, holds);
        }
        return settled;
    }
}
