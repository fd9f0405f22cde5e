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
    /// <summary>Every sentence of the scenario file that could be read.</summary>
    public ImmutableArray<SaidSentence> Sentences { get; init; } = [];

    /// <summary>The root of the scenario file; null if it is no YAML.</summary>
    public Node? Root { get; init; }

    /// <summary>Whether it can be used.</summary>
    public bool IsUsable => Scenario is not null && !Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>A sentence of a scenario file.</summary>
/// <param name="Node">Where it stands, its citation included.</param>
/// <param name="Words">As it is written, without its citation.</param>
/// <param name="Canonical">As the canonical form has it.</param>
public sealed record SaidSentence(Node Node, string Words, string Canonical);
