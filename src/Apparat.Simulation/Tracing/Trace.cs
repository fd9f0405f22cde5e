using Apparat.Model;

namespace Apparat.Simulation;

/// <summary>What a line of a trace tells.</summary>
public enum TraceKind
{
    /// <summary><see cref="TraceEntry.Person"/> took a seat of <see cref="TraceEntry.Organ"/>, by the hand of <see cref="TraceEntry.By"/> if anyone.</summary>
    Placed,

    /// <summary>Left a seat.</summary>
    Left,

    /// <summary>Changed standing; <see cref="TraceEntry.Value"/> is the <see cref="Standing"/>.</summary>
    Stood,

    /// <summary>A motion was voted on: sponsor <see cref="TraceEntry.By"/>, target <see cref="TraceEntry.Person"/>, yes and no votes; value 1 if carried.</summary>
    Voted,

    /// <summary><see cref="TraceEntry.Organ"/> heard document number <see cref="TraceEntry.Value"/>.</summary>
    Heard,

    /// <summary>Policy on an issue (<see cref="TraceEntry.Yes"/>) moved to <see cref="TraceEntry.Value"/>.</summary>
    Steered,

    /// <summary>An organ came to have <see cref="TraceEntry.Value"/> seats.</summary>
    Resized,

    /// <summary>A bloc of <see cref="TraceEntry.Yes"/> contenders formed against <see cref="TraceEntry.Person"/>.</summary>
    Allied,

    /// <summary>An organ was renewed; value is the number of seats that changed hands.</summary>
    Renewed,
}

/// <summary>One line of what happened.</summary>
public readonly record struct TraceEntry(
    Turn Turn,
    TraceKind Kind,
    PersonId Person,
    PersonId By,
    OrganId Organ,
    ClauseId Clause,
    double Value = 0,
    double Forecast = 0,
    int Yes = 0,
    int No = 0
)
{
    /// <summary>For a motion: others struck by it.</summary>
    public PersonId Second { get; init; } = PersonId.None;

    /// <summary>For a motion: others struck by it.</summary>
    public PersonId Third { get; init; } = PersonId.None;
}

/// <summary>One history told in full: never kept in ensembles, always replayed from seed and number.</summary>
/// <param name="Scenario">The world.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Number">The run.</param>
/// <param name="Entries">What happened, in order.</param>
/// <param name="Fingerprint">The run's fingerprint, the same as in any ensemble.</param>
/// <param name="TurnFingerprints">The running fingerprint after each turn.</param>
/// <param name="FirstUses">For each provision by name, the first turn in which it entered any computed probability.</param>
/// <param name="Names">Names of everyone who appears, the unnamed called what they are.</param>
public sealed record Trace(
    Scenario Scenario,
    ulong Seed,
    int Number,
    System.Collections.Immutable.ImmutableArray<TraceEntry> Entries,
    Numerics.Fingerprint Fingerprint,
    System.Collections.Immutable.ImmutableArray<Numerics.Fingerprint> TurnFingerprints,
    System.Collections.Immutable.ImmutableDictionary<string, Turn> FirstUses,
    System.Collections.Immutable.ImmutableDictionary<PersonId, string> Names
);
