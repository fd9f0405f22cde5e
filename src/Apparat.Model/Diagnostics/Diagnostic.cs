namespace Apparat.Model;

/// <summary>How bad.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Probably not meant.</summary>
    Warning,

    /// <summary>The file cannot be used as it stands.</summary>
    Error,
}

/// <summary>What we tell a writer of a scenario: where, what, what was expected, what to do.</summary>
/// <param name="Code">Stable, for example <c>APP101</c>.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Expected">What was expected there; null if the message says it.</param>
/// <param name="Repair">The likely repair; null if there is none.</param>
public sealed record Diagnostic(
    string Code,
    Severity Severity,
    SourceSpan Span,
    string Message,
    string? Expected = null,
    string? Repair = null
);
