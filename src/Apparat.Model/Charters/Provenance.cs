namespace Apparat.Model;

/// <summary>Where a datum comes from, from which day it could be known, and who coded it.</summary>
/// <param name="Keys">Keys into the scenario's bibliography; empty if none was given.</param>
/// <param name="KnownFrom">The first day on which a contemporary could have known it; null if as old as the scenario's first day.</param>
/// <param name="Coder">Who turned the source into this datum; null if read off directly.</param>
/// <param name="Interpretation">True if the datum is a later judgement, such as a faction label or "patron of".</param>
public sealed record Citation(
    System.Collections.Immutable.ImmutableArray<string> Keys,
    DateOnly? KnownFrom = null,
    string? Coder = null,
    bool Interpretation = false
)
{
    /// <summary>No source given.</summary>
    public static Citation None { get; } = new([]);
}

/// <summary>A place in a file: line and column counted from 1, length in characters.</summary>
public sealed record SourceSpan(string File, int Line, int Column, int Length)
{
    /// <summary>No place: made in memory.</summary>
    public static SourceSpan Nowhere { get; } = new("", 0, 0, 0);
}
