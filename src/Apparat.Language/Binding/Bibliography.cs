using System.Collections.Immutable;
using System.Text;
using Apparat.Model;

namespace Apparat.Language;

/// <summary>Reads BibTeX: entries, keys and fields. Names, macros and sorting are nobody's business here.</summary>
internal static class Bibliography
{
    public static IEnumerable<Source> Read(string path, string text, Diagnostics diagnostics)
    {
        var sources = new List<Source>();
        var at = 0;
        while ((at = text.IndexOf('@', at)) >= 0)
        {
            var start = at++;
            var open = text.IndexOf('{', at);
            if (open < 0)
                break;
            var kind = text[at..open].Trim().ToLowerInvariant();
            at = open + 1;
            if (kind is "comment" or "preamble" or "string")
                continue;
            var comma = text.IndexOf(',', at);
            var close = Close(text, open);
            if (close < 0)
            {
                diagnostics.Error("APP502", Place(path, text, start), "This entry has no closing brace.", repair: "Close it with }");
                break;
            }
            var key = text[at..(comma < 0 || comma > close ? close : comma)].Trim();
            sources.Add(new Source(key, kind, Fields(text, comma < 0 ? close : comma + 1, close)));
            at = close;
        }
        foreach (var twice in sources.GroupBy(s => s.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
            diagnostics.Warning(
                "APP503",
                Place(path, text, text.LastIndexOf(twice.Key, StringComparison.Ordinal)),
                $"The key \"{twice.Key}\" stands here twice; the first counts."
            );
        return sources.DistinctBy(s => s.Key, StringComparer.Ordinal);
    }

    private static ImmutableDictionary<string, string> Fields(string text, int at, int end)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        while (at < end)
        {
            var equals = text.IndexOf('=', at);
            if (equals < 0 || equals >= end)
                break;
            var name = text[at..equals].Trim(' ', ',', '\r', '\n', '\t');
            at = equals + 1;
            while (at < end && char.IsWhiteSpace(text[at]))
                at++;
            var from = at;
            if (at < end && text[at] == '{')
                at = Math.Max(at, Close(text, at)) + 1;
            else if (at < end && text[at] == '"')
                at = text.IndexOf('"', at + 1) is var quote && quote > 0 ? quote + 1 : end;
            else
                at = text.IndexOf(',', at) is var comma && comma > 0 && comma < end ? comma : end;
            var value = new StringBuilder();
            foreach (var c in text[from..Math.Min(at, end)])
            {
                if (c is not ('{' or '}' or '"'))
                    value.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
            fields[name] = string.Join(' ', value.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return fields.ToImmutable();
    }

    private static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth +=
                text[i] == '{' ? 1
                : text[i] == '}' ? -1
                : 0;
            if (depth == 0)
                return i;
        }
        return -1;
    }

    private static SourceSpan Place(string path, string text, int at)
    {
        var before = text.AsSpan(0, Math.Max(0, at));
        return new(path, before.Count('\n') + 1, at - before.LastIndexOf('\n'), 1);
    }
}
