namespace Apparat.Model;

/// <summary>
/// The sentence of a word. Slots in braces are the parameters of the record's constructor: <c>{actor} elects {targets}</c>.
/// Words in the template are fixed; <c>a|b</c> offers spellings, the first being canonical; <c>[x]</c> may be left out.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SentenceAttribute(string template) : Attribute
{
    /// <summary>The template.</summary>
    public string Template { get; } = template;

    /// <summary>The tails a head takes; each may stand once, in any order.</summary>
    public Type[] Takes { get; init; } = [];

    /// <summary>False if the word is read and linted but not yet played at any step.</summary>
    public bool Played { get; init; } = true;

    /// <summary>How by-laws word it, for reading back.</summary>
    public string? Wording { get; init; }

    /// <summary>An example sentence for the reference page.</summary>
    public string? Example { get; init; }
}
