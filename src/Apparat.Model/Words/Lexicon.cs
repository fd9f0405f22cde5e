using System.Collections.Immutable;
using System.Reflection;

namespace Apparat.Model;

/// <summary>A word as the lexicon found it.</summary>
/// <param name="Type">Its record; the parameters of its constructor are the slots of its sentence.</param>
/// <param name="Sentence">Its sentence.</param>
public sealed record WordEntry(Type Type, SentenceAttribute Sentence)
{
    /// <summary>The record's name.</summary>
    public string Name => Type.Name;

    /// <summary>Its family: the base record it belongs to.</summary>
    public Type Family =>
        Lexicon.Families.FirstOrDefault(f => f.IsAssignableFrom(Type))
        ?? throw new InvalidOperationException($"{Type.Name} belongs to no family.");

    /// <summary>True if a scenario uses it unless it chooses its own.</summary>
    public bool IsStandard => Type.IsDefined(typeof(StandardAttribute), inherit: false);

    /// <summary>Its constructor.</summary>
    public ConstructorInfo Constructor => Type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
}

/// <summary>All words a scenario may use, found by reflection, so that a stranger's words stand beside the built-in ones without privilege.</summary>
public sealed class Lexicon
{
    /// <summary>The families words belong to.</summary>
    public static ImmutableArray<Type> Families { get; } =
    [
        typeof(SelectionRule),
        typeof(Power),
        typeof(Limit),
        typeof(Tail),
        typeof(Happening),
        typeof(Motive),
        typeof(Criterion),
        typeof(Bond),
        typeof(AllianceRule),
        typeof(OpinionRule),
        typeof(Condition),
        typeof(Measure),
        typeof(Assertion),
    ];

    private Lexicon(ImmutableArray<WordEntry> entries) => Entries = entries;

    /// <summary>Every word, by family and then by name.</summary>
    public ImmutableArray<WordEntry> Entries { get; }

    /// <summary>The words of some assemblies.</summary>
    public static Lexicon Of(params Assembly[] assemblies) =>
        new([
            .. assemblies
                .SelectMany(a => a.GetExportedTypes())
                .Where(t => !t.IsAbstract && typeof(Word).IsAssignableFrom(t))
                .SelectMany(t => t.GetCustomAttributes<SentenceAttribute>(inherit: false).Select(s => new WordEntry(t, s)))
                .OrderBy(e => Families.IndexOf(e.Family))
                .ThenBy(e => e.Name, StringComparer.Ordinal),
        ]);

    /// <summary>The words of one family.</summary>
    public IEnumerable<WordEntry> Of<TFamily>() => Entries.Where(e => typeof(TFamily).IsAssignableFrom(e.Type));

    /// <summary>A word by its name, whatever the case; null if there is none.</summary>
    public WordEntry? Find(string name) => Entries.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
}
