using System.Collections.Immutable;

namespace Apparat.Language;

/// <summary>What may stand somewhere in a scenario file. The reader takes its known keys from here and the schema for editors is written from here, so that the two agree.</summary>
/// <param name="Meaning">One line in the reader's words.</param>
internal abstract record Shape(string Meaning)
{
    /// <summary>The same, with another meaning.</summary>
    public Shape As(string meaning) => this with { Meaning = meaning };
}

/// <summary>Any text.</summary>
internal sealed record TextShape(string Meaning, string? Pattern = null, params ImmutableArray<string> Choices) : Shape(Meaning);

/// <summary>A number or a belief about one, with a citation in brackets if it stands alone.</summary>
internal sealed record NumberShape(string Meaning) : Shape(Meaning);

/// <summary>A whole number in digits or words.</summary>
internal sealed record WholeShape(string Meaning) : Shape(Meaning);

/// <summary>A day, yyyy-mm-dd.</summary>
internal sealed record DateShape(string Meaning) : Shape(Meaning);

/// <summary>Yes or no.</summary>
internal sealed record FlagShape(string Meaning) : Shape(Meaning);

/// <summary>A sentence of some families of words.</summary>
internal sealed record SentenceShape(string Meaning, params ImmutableArray<Type> Families) : Shape(Meaning);

/// <summary>A list; a single value is a list of one.</summary>
internal sealed record ListShape(string Meaning, Shape Item) : Shape(Meaning);

/// <summary>Names of the writer's own, each with a value.</summary>
/// <param name="Meaning">One line.</param>
/// <param name="Value">What stands at each name.</param>
/// <param name="KeyPattern">What a name must look like; null for any.</param>
internal sealed record NamesShape(string Meaning, Shape Value, string? KeyPattern = null) : Shape(Meaning);

/// <summary>Fixed keys.</summary>
/// <param name="Meaning">One line.</param>
/// <param name="Keys">The keys with what stands at each.</param>
internal sealed record FieldsShape(string Meaning, params ImmutableArray<(string Key, Shape Shape)> Keys) : Shape(Meaning)
{
    /// <summary>The keys alone.</summary>
    public string[] Names { get; } = [.. Keys.Select(k => k.Key)];

    /// <summary>Keys that must be there.</summary>
    public ImmutableArray<string> Required { get; init; } = [];

    /// <summary>The key beside which none of them must be there; null if there is none.</summary>
    public string? Instead { get; init; }

    /// <summary>Whether a scenario that is based on another may give a part of them; then only the reader can tell that one is missing.</summary>
    public bool InParts { get; init; }

    /// <summary>The end of further keys that are numbers ("slate share"); null if there are none.</summary>
    public string? Ending { get; init; }
}

/// <summary>One of several.</summary>
internal sealed record EitherShape(string Meaning, params ImmutableArray<Shape> Shapes) : Shape(Meaning);
