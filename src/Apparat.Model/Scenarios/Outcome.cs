using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>A predicate about a person, looked at every turn; its truth in the last turn is the outcome.</summary>
/// <param name="Name">Its name, for example <c>defeats</c>.</param>
/// <param name="Condition">What must hold of the person.</param>
/// <param name="Text">As the scenario writes it.</param>
/// <param name="Source">Where this way of putting it comes from.</param>
/// <param name="Span">Where it is declared.</param>
public sealed record Outcome(string Name, Condition Condition, string Text, Citation Source, SourceSpan Span);

/// <summary>Rivals who fell together, under the name the textbooks give them.</summary>
/// <param name="Name">For example "the Left".</param>
/// <param name="People">Who.</param>
public sealed record RivalGroup(string Name, ImmutableArray<PersonId> People);

/// <summary>What the scenario asks.</summary>
public sealed record Question
{
    /// <summary>The question in the reader's words.</summary>
    public required string Text { get; init; }

    /// <summary>The office whose part is asked for.</summary>
    public required OrganId Office { get; init; }

    /// <summary>Who holds it on the first day.</summary>
    public required PersonId Holder { get; init; }

    /// <summary>The body whose votes are power.</summary>
    public required OrganId DecisiveBody { get; init; }

    /// <summary>The body whose seats are the prize.</summary>
    public required OrganId Prize { get; init; }

    /// <summary>The outcome the headline is about, said of the holder.</summary>
    public required string Headline { get; init; }

    /// <summary>The outcome that says a rival has fallen; null if none is declared.</summary>
    public string? Fall { get; init; }

    /// <summary>The day from which the second window asks what the office still added; null if there is none.</summary>
    public DateOnly? Branch { get; init; }

    /// <summary>Rivals in groups; empty for each alone.</summary>
    public ImmutableArray<RivalGroup> Rivals { get; init; } = [];

    /// <summary>What reports must say about the limits of the question.</summary>
    public ImmutableArray<string> Scope { get; init; } = [];
}
