using System.Collections.Immutable;

namespace Apparat.Language;

/// <summary>A piece of a template: fixed words, a slot, or a part that may be left out.</summary>
internal abstract record Piece;

/// <summary>A fixed word with its spellings, the first canonical.</summary>
internal sealed record Literal(ImmutableArray<string> Spellings) : Piece;

/// <summary>A slot, named as the parameter it fills.</summary>
internal sealed record Slot(string Name) : Piece;

/// <summary>A part that may be left out.</summary>
internal sealed record Optional(ImmutableArray<Piece> Pieces) : Piece;

/// <summary>The sentence of a word, taken apart.</summary>
internal static class Template
{
    /// <summary>Takes a template apart: <c>{slot}</c>, <c>a|b</c>, <c>[may be left out]</c>.</summary>
    public static ImmutableArray<Piece> Parse(string template)
    {
        var at = 0;
        return Pieces(template.Replace("[", " [ ", StringComparison.Ordinal).Replace("]", " ] ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries), ref at);
    }

    private static ImmutableArray<Piece> Pieces(string[] words, ref int at)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        while (at < words.Length)
        {
            var word = words[at++];
            if (word == "]")
                break;
            if (word == "[")
                pieces.Add(new Optional(Pieces(words, ref at)));
            else if (word.StartsWith('{'))
                pieces.Add(new Slot(word.Trim('{', '}')));
            else
                pieces.Add(new Literal([.. word.Split('|')]));
        }
        return pieces.ToImmutable();
    }
}
