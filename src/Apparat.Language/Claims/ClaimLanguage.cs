using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>The sentences that can be said of one dated record, and the names it answers to.</summary>
public sealed class ClaimLanguage
{
    private static readonly string[] Denials = ["not", "never"];
    private static readonly string[] Auxiliaries = ["did", "does", "do"];
    private readonly Grammar _grammar;
    private readonly ImmutableArray<(string Alias, string Name)> _aliases;

    internal ClaimLanguage(Lexicon lexicon, Names names, ImmutableArray<(string Alias, string Name)> aliases)
    {
        _grammar = Grammar.For(lexicon, names, typeof(Assertion));
        _aliases = [.. aliases.OrderByDescending(a => a.Alias.Length).ThenBy(a => a.Alias, StringComparer.Ordinal)];
    }

    /// <summary>Reads one assertion; null if it is none.</summary>
    public Saying? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, null, 0, null);
    }

    /// <summary>A text with every name it uses told as the record tells it, so that wordings can be compared.</summary>
    public string Named(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var padded = $" {text} ";
        foreach (var (alias, name) in _aliases)
            padded = padded.Replace($" {alias} ", $" {name} ", StringComparison.Ordinal);
        return padded.Trim();
    }

    /// <summary>Reads one assertion that stands in a node, or says why it cannot be read.</summary>
    internal Saying? Read(string text, Diagnostics? diagnostics, int offset, Node? node)
    {
        var (plain, denied) = Affirmed(text);
        if (_grammar.Read(plain, diagnostics, offset, node) is not Assertion assertion)
            return null;
        return new(
            denied ? NotUntil(assertion) : assertion,
            denied,
            string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        );
    }

    // "did not hold", "was never": the denial is blanked out, so that places in the rest stay as they are.
    private static (string Text, bool Denied) Affirmed(string text)
    {
        var signs = text.ToCharArray();
        var denied = false;
        var tokens = Token.Of(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!Denials.Contains(tokens[i].Text, StringComparer.OrdinalIgnoreCase))
                continue;
            denied = !denied;
            signs.AsSpan(tokens[i].Start, tokens[i].Text.Length).Fill(' ');
            if (i > 0 && Auxiliaries.Contains(tokens[i - 1].Text, StringComparer.OrdinalIgnoreCase))
                signs.AsSpan(tokens[i - 1].Start, tokens[i - 1].Text.Length).Fill(' ');
        }
        return (new string(signs), denied);
    }

    // "He was not premier until 1941" says that he was not before.
    private static Assertion NotUntil(Assertion assertion)
    {
        var type = assertion.GetType();
        if (type.GetProperty("Days") is not { } property || property.GetValue(assertion) is not Days { Word: DaysWord.Until } days)
            return assertion;
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return (Assertion)
            constructor.Invoke([
                .. constructor
                    .GetParameters()
                    .Select(p => p.Name == "Days" ? days with { Word = DaysWord.Before } : type.GetProperty(p.Name!)!.GetValue(assertion)),
            ]);
    }
}
