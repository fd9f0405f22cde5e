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

    /// <summary>
    /// A bloc of <see cref="TraceEntry.Yes"/> contenders stands against <see cref="TraceEntry.Person"/>: an entry a member,
    /// <see cref="TraceEntry.By"/>. With nobody in it, the last bloc has broken up.
    /// </summary>
    Allied,

    /// <summary>An organ was renewed; value is the number of seats that changed hands.</summary>
    Renewed,

    /// <summary>A dated event happened: number <see cref="TraceEntry.Value"/> of the scenario's.</summary>
    Happened,

    /// <summary>A counted body met: <see cref="TraceEntry.Value"/> members.</summary>
    Met,

    /// <summary>Of a counted body, <see cref="TraceEntry.Yes"/> sent by leaders and <see cref="TraceEntry.No"/> others follow <see cref="TraceEntry.Person"/> or nobody.</summary>
    Sent,

    /// <summary>A meeting of <see cref="TraceEntry.Organ"/> that is due was put off, for the <see cref="TraceEntry.Value"/>th month.</summary>
    PutOff,

    /// <summary>To document number <see cref="TraceEntry.Value"/> was added what it asks against <see cref="TraceEntry.Person"/>, who holds the office in question.</summary>
    Appended,

    /// <summary>
    /// A meeting of <see cref="TraceEntry.Organ"/> could not act: <see cref="TraceEntry.Yes"/> were there where
    /// <see cref="TraceEntry.Value"/> are needed.
    /// </summary>
    Inquorate,

    /// <summary>
    /// <see cref="TraceEntry.By"/> petitioned for a vote of <see cref="TraceEntry.Organ"/>: <see cref="TraceEntry.Yes"/> signed where
    /// <see cref="TraceEntry.Value"/> are needed.
    /// </summary>
    Petitioned,

    /// <summary><see cref="TraceEntry.By"/> vetoed what <see cref="TraceEntry.Organ"/> had carried, or if nobody, those did not agree who must; value 1 if he was overridden.</summary>
    Vetoed,

    /// <summary><see cref="TraceEntry.Value"/> were admitted to <see cref="TraceEntry.Organ"/>, on the motion of <see cref="TraceEntry.By"/>.</summary>
    Joined,
}

/// <summary>One line of what happened.</summary>
/// <param name="Turn">When.</param>
/// <param name="Kind">What kind of thing; it says how the rest is to be read.</param>
/// <param name="Person">Of whom, or against whom.</param>
/// <param name="By">By whose hand or motion; nobody if nobody's.</param>
/// <param name="Organ">Where.</param>
/// <param name="Clause">Under which clause; without text if under none.</param>
/// <param name="Value">As the kind says.</param>
/// <param name="Forecast">For a motion: the probability in [0,1] that it would be carried, as everyone could foresee it.</param>
/// <param name="Yes">Votes for, or as the kind says.</param>
/// <param name="No">Votes against, or as the kind says.</param>
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

    /// <summary>For a motion: what was moved, where, and by what majority it would have been carried.</summary>
    public Move Move { get; init; }

    /// <summary>For a motion: the least number of votes that carried it.</summary>
    public int Needed { get; init; }

    /// <summary>For a motion in a told run: how each voter voted; null otherwise.</summary>
    public Roll? Roll { get; init; }
}

/// <summary>How one voter voted, or a class of voters who are counted.</summary>
/// <param name="Voter">Who.</param>
/// <param name="Yes">Votes for.</param>
/// <param name="No">Votes against.</param>
public readonly record struct RollLine(PersonId Voter, int Yes, int No);

/// <summary>How everybody voted in a division. Two rolls are equal if all their lines are.</summary>
/// <param name="lines">A line a voter.</param>
public sealed class Roll(System.Collections.Immutable.ImmutableArray<RollLine> lines) : IEquatable<Roll>
{
    /// <summary>A line a voter, or a class of them.</summary>
    public System.Collections.Immutable.ImmutableArray<RollLine> Lines => lines;

    /// <inheritdoc/>
    public bool Equals(Roll? other) => other is not null && lines.AsSpan().SequenceEqual(other.Lines.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Roll);

    /// <inheritdoc/>
    public override int GetHashCode() => lines.IsEmpty ? 0 : HashCode.Combine(lines.Length, lines[0]);
}

/// <summary>The value of an outcome (1 or 0) or a measure for a contender at the end of a turn.</summary>
/// <param name="Turn">When.</param>
/// <param name="Name">The outcome or measure.</param>
/// <param name="Subject">The contender.</param>
/// <param name="Value">Its value.</param>
public readonly record struct TracedValue(Turn Turn, string Name, PersonId Subject, double Value);

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
)
{
    /// <summary>Who of those named sits where before the first turn.</summary>
    public System.Collections.Immutable.ImmutableArray<(OrganId Organ, PersonId Person)> FirstSeats { get; init; } = [];

    /// <summary>Every outcome in every turn, and every measure in the turns in which it is looked at, of each contender.</summary>
    public System.Collections.Immutable.ImmutableArray<TracedValue> Values { get; init; } = [];
}
