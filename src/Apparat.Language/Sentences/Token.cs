namespace Apparat.Language;

/// <summary>A word or comma of a sentence, with its place in the text.</summary>
internal readonly record struct Token(string Text, int Start)
{
    public int End => Start + Text.Length;

    /// <summary>Splits at white space; commas and semicolons stand for themselves, except a comma that groups the digits of a number (1,500).</summary>
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var ends = i == text.Length || char.IsWhiteSpace(text[i]);
            var mark = !ends && text[i] is ',' or ';' && !(start >= 0 && Groups(text, i));
            if ((ends || mark) && start >= 0)
            {
                tokens.Add(new(text[start..i], start));
                start = -1;
            }
            if (mark)
                tokens.Add(new(text[i].ToString(), i));
            else if (!ends && start < 0)
                start = i;
        }
        return tokens;
    }

    private static bool Groups(string text, int comma)
    {
        var digits = 0;
        while (comma + 1 + digits < text.Length && char.IsAsciiDigit(text[comma + 1 + digits]))
            digits++;
        return text[comma] == ',' && digits == 3 && char.IsAsciiDigit(text[comma - 1]);
    }
}
