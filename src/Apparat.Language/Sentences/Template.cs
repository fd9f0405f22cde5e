using System.Collections.Immutable;

namespace Apparat.Language;

/// <summary>A piece of a template: fixed words, a slot, or a part that may be left out.</summary>
internal abstract record Piece;

/// <summary>A fixed word with its spellings in the singular and the plural, the first canonical.</summary>
internal sealed record Literal(ImmutableArray<(string One, string Many)> Spellings) : Piece
{
    /// <summary>True if it agrees in number with what stands beside it.</summary>
    public bool Agrees => Spellings[0].One != Spellings[0].Many;

    /// <summary>Whether a text is one of its spellings.</summary>
    public bool Is(string text)
    {
        foreach (var (one, many) in Spellings)
        {
            if (text == one || text == many)
                return true;
        }
        return false;
    }
}

/// <summary>A slot, named as the parameter it fills.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="As">The determiner with which a member of the body is written ("each", "any", "a"); null for the body itself.</param>
internal sealed record Slot(string Name, string? As) : Piece
{
    /// <summary>The determiner that asks for the bare name of the body where English has another word before it: "each Annual Meeting".</summary>
    public const string Plain = "plain";
}

/// <summary>A part that may be left out.</summary>
internal sealed record Optional(ImmutableArray<Piece> Pieces) : Piece;

/// <summary>The sentence of a word, taken apart.</summary>
internal static class Template
{
    /// <summary>Takes a template apart: <c>{slot}</c>, <c>{slot:each}</c>, <c>a|b</c>, <c>one/many</c>, <c>[may be left out]</c>.</summary>
    public static ImmutableArray<Piece> Parse(string template)
    {
        var at = 0;
        return Pieces(
            template
                .Replace("[", " [ ", StringComparison.Ordinal)
                .Replace("]", " ] ", StringComparison.Ordinal)
                .Replace(",", " , ", StringComparison.Ordinal)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ref at
        );
    }

    /// <summary>The slots of a template, those that may be left out included.</summary>
    public static IEnumerable<string> Slots(IEnumerable<Piece> pieces) =>
        pieces.SelectMany(p =>
            p switch
            {
                Slot slot => [slot.Name],
                Optional optional => Slots(optional.Pieces),
                _ => [],
            }
        );

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
                pieces.Add(
                    word.Trim('{', '}').Split(':') is [var name, var determiner]
                        ? new Slot(name, determiner)
                        : new Slot(word.Trim('{', '}'), null)
                );
            else
                pieces.Add(new Literal([.. word.Split('|').Select(s => s.Split('/') is [var one, var many] ? (one, many) : (s, s))]));
        }
        return pieces.ToImmutable();
    }
}
