using System.Collections.Immutable;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>What a report says of itself and cannot know from the answer.</summary>
/// <param name="Program">Name and versions of the program.</param>
/// <param name="Command">The command that gives the same answer again.</param>
/// <param name="Provisions">The provisions of the charter in words, under the names by which they are struck.</param>
public sealed record Frame(string Program, string Command, ImmutableDictionary<string, string> Provisions)
{
    /// <summary>What is claimed of the case, judged; null if nothing is.</summary>
    public Ledger? Claims { get; init; }

    /// <summary>The divisions of the record; none if it has no such file.</summary>
    public ImmutableArray<RecordedDivision> Divisions { get; init; } = [];

    /// <summary>The answers beside the explanation; null if they were not asked for.</summary>
    public Companions? Companions { get; init; }

    /// <summary>The scenario as it was named on the command line; empty if nobody named it.</summary>
    public string Named { get; init; } = "";
}
