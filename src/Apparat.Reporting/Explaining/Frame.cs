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
}
