using Apparat.Model;

namespace Apparat.Language;

/// <summary>Collects what is to be told about a file, so that one pass tells everything.</summary>
public sealed class Diagnostics
{
    private readonly List<Diagnostic> _all = [];

    /// <summary>Everything collected, in the order of the file.</summary>
    public IReadOnlyList<Diagnostic> All =>
        [.. _all.Distinct().OrderBy(d => d.Span.File, StringComparer.Ordinal).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column).ThenBy(d => d.Code, StringComparer.Ordinal)];

    /// <summary>Whether anything makes the file unusable.</summary>
    public bool HasErrors => _all.Exists(d => d.Severity == Severity.Error);

    /// <summary>How many there are: to see whether a step added any.</summary>
    public int Count => _all.Count;

    /// <summary>The file cannot be used as it stands.</summary>
    public void Error(string code, SourceSpan span, string message, string? expected = null, string? repair = null) =>
        _all.Add(new(code, Severity.Error, span, message, expected, repair));

    /// <summary>Probably not meant.</summary>
    public void Warning(string code, SourceSpan span, string message, string? expected = null, string? repair = null) =>
        _all.Add(new(code, Severity.Warning, span, message, expected, repair));

    /// <summary>Worth knowing.</summary>
    public void Note(string code, SourceSpan span, string message, string? repair = null) =>
        _all.Add(new(code, Severity.Note, span, message, null, repair));
}
