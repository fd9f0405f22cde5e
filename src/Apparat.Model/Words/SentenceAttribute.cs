namespace Apparat.Model;

/// <summary>
/// The sentence of a word. Slots in braces are the parameters of the record's constructor: <c>{actor} elects {targets}</c>.
/// Words in the template are fixed; <c>a|b</c> offers spellings, the first being canonical; <c>elects/elect</c> is one word in the
/// singular and the plural; <c>[x]</c> may be left out. <c>{body:each}</c> writes "each Director" where the body has a word for a member.
/// A word may have several sentences; the first that can say everything is the canonical one.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SentenceAttribute(string template) : Attribute
{
    /// <summary>The template.</summary>
    public string Template { get; } = template;

    /// <summary>The tails a head takes; each may stand once, in any order.</summary>
    public Type[] Takes { get; init; } = [];

    /// <summary>Whether it is played; a word that is not is read and linted all the same.</summary>
    public bool Played => Unplayed is null;

    /// <summary>Why it is not played, in one clause: what the simulation has nothing of. Null if it is played.</summary>
    public string? Unplayed { get; init; }

    /// <summary>For a word that is not played in full: what the engine plays in its place; null if nothing.</summary>
    public string? PlayedAs { get; init; }

    /// <summary>How by-laws word it, for reading back.</summary>
    public string? Wording { get; init; }

    /// <summary>An example sentence for the reference page.</summary>
    public string? Example { get; init; }
}

/// <summary>Other ways in which by-laws spell a choice; the canonical one is that of its name unless <see cref="Instead"/> is given.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class SpeltAttribute(params string[] spellings) : Attribute
{
    /// <summary>The canonical spelling where a name cannot spell it ("run-off"); null otherwise.</summary>
    public string? Instead { get; init; }

    /// <summary>The other spellings.</summary>
    public IReadOnlyList<string> Spellings { get; } = spellings;
}
