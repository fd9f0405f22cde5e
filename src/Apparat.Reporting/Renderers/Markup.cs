using System.Text;

namespace Apparat.Reporting;

/// <summary>Text safe in HTML and SVG.</summary>
internal static class Markup
{
    // Texts of more letters get room of their own where tables scroll sideways; a few letters are not broken.
    private const int Short = 16;
    private const int Middling = 24;
    private const int Long = 70;

    /// <summary>The opening of a cell, with its class by what it holds.</summary>
    public static string Open(string text, bool isRow, bool isNumber) =>
        isRow ? (text.Length > Long ? "<th scope=\"row\" class=\"long\">" : "<th scope=\"row\">")
        : isNumber ? "<td class=\"n\">"
        : text.Length > Long ? "<td class=\"long\">"
        : text.Length > Middling ? "<td class=\"middling\">"
        : text.Length is > 0 and <= Short ? "<td class=\"short\">"
        : "<td>";

    /// <summary>The text with the signs of print: curved quotation marks, the apostrophe, a minus that is longer than a hyphen.</summary>
    public static string Typeset(string text)
    {
        var set = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var opens = i == 0 || text[i - 1] is ' ' or '(' or '[' or '\n';
            set.Append(
                text[i] switch
                {
                    '"' => opens ? '\u201C' : '\u201D',
                    '\'' => opens ? '\u2018' : '\u2019',
                    '-' when opens && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) => '\u2212',
                    var c => c,
                }
            );
        }
        return set.ToString();
    }

    /// <summary>The text with its special signs written out; signs that XML does not allow are left out.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(
                c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    < ' ' and not ('\n' or '\t') => "",
                    '\uFFFE' or '\uFFFF' => "",
                    _ => c.ToString(),
                }
            );
        }
        return safe.ToString();
    }
}
