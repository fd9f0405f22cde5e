using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>What came of reading a scenario.</summary>
/// <param name="Scenario">The scenario; null if errors leave none.</param>
/// <param name="Diagnostics">Everything to tell about its files, in the order of the files.</param>
/// <param name="Lines">The lines of its files by name, for printing places.</param>
/// <param name="Data">Every datum taken from a source.</param>
public sealed record ReadResult(
    Scenario? Scenario,
    ImmutableArray<Diagnostic> Diagnostics,
    IReadOnlyDictionary<string, ImmutableArray<string>> Lines,
    ImmutableArray<Datum> Data
)
{
    /// <summary>Whether it can be used.</summary>
    public bool IsUsable => Scenario is not null && !Diagnostics.Any(d => d.Severity == Severity.Error);
}
