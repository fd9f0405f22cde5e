using Apparat.Model;

namespace Apparat.Language;

/// <summary>Collects what is to be told about a file, so that one pass tells everything.</summary>
public sealed class Diagnostics
{
    /// <summary>The most diagnostics that are kept; a file with more is rarely the file that was meant.</summary>
    public const int Most = 500;

    // Guesses cost a walk over all names, and nobody reads a hundred of them.
    private const int MostGuesses = 100;

    private readonly List<Diagnostic> _all = [];
    private bool _errors;
    private bool _full;

    /// <summary>Everything collected, in the order of the file.</summary>
    public IReadOnlyList<Diagnostic> All =>
        [
            .. _all.Distinct()
                .OrderBy(d => d.Span.File, StringComparer.Ordinal)
                .ThenBy(d => d.Span.Line)
                .ThenBy(d => d.Span.Column)
                .ThenBy(d => d.Code, StringComparer.Ordinal),
        ];

    /// <summary>Whether anything makes the file unusable.</summary>
    public bool HasErrors => _errors;

    /// <summary>How many there are: to see whether a step added any.</summary>
    public int Count => _all.Count;

    /// <summary>Whether it is still worth looking for what was meant.</summary>
    internal bool MayGuess => _all.Count < MostGuesses;

    /// <summary>The file cannot be used as it stands.</summary>
    public void Error(string code, SourceSpan span, string message, string? expected = null, string? repair = null)
    {
        _errors = true;
        Add(new(code, Severity.Error, span, message, expected, repair));
    }

    /// <summary>Probably not meant.</summary>
    public void Warning(string code, SourceSpan span, string message, string? expected = null, string? repair = null) =>
        Add(new(code, Severity.Warning, span, message, expected, repair));

    /// <summary>Worth knowing.</summary>
    public void Note(string code, SourceSpan span, string message, string? repair = null) =>
        Add(new(code, Severity.Note, span, message, null, repair));

    private void Add(Diagnostic diagnostic)
    {
        if (_all.Count < Most)
            _all.Add(diagnostic);
        else if (!_full)
        {
            _full = true;
            _all.Add(
                new(
                    "APP100",
                    Severity.Error,
                    SourceSpan.Nowhere,
                    $"There is more to say than {Most} diagnostics; the rest is left out.",
                    Repair: "Mend the first ones: others often go with them."
                )
            );
            _errors = true;
        }
    }
}
