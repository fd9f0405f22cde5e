using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>The lines a clause has to itself: from its key to the last line indented deeper.</summary>
internal static class ClauseLines
{
    /// <summary>First and last line, counted from 1; null if something else stands on its first line, or the file is not at hand.</summary>
    public static (int First, int Last)? Of(SourceSpan key, IReadOnlyDictionary<string, ImmutableArray<string>> files)
    {
        if (!files.TryGetValue(key.File, out var lines) || key.Line < 1 || key.Line > lines.Length)
            return null;
        var first = lines[key.Line - 1];
        if (first[..Math.Min(first.Length, key.Column - 1)].Trim().Length > 0)
            return null;
        var last = key.Line;
        for (var i = key.Line; i < lines.Length && (lines[i].Trim().Length == 0 || Indent(lines[i]) >= key.Column); i++)
        {
            if (lines[i].Trim().Length > 0)
                last = i + 1;
        }
        return (key.Line, last);
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
}
