namespace Apparat.Language;

/// <summary>Finds what was probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits to a text, if that is few enough; null otherwise.</summary>
    public static string? To(string text, IEnumerable<string> candidates)
    {
        var most = Math.Max(1, text.Length / 3);
        return candidates
            .Distinct(StringComparer.Ordinal)
            .Select(c => (Candidate: c, Edits: Edits(text, c)))
            .Where(x => x.Edits <= most)
            .OrderBy(x => x.Edits)
            .ThenBy(x => x.Candidate, StringComparer.Ordinal)
            .Select(x => x.Candidate)
            .FirstOrDefault();
    }

    /// <summary>The candidates, those with the fewest edits to a text first.</summary>
    public static IEnumerable<string> Of(string text, IEnumerable<string> candidates) =>
        candidates.Distinct(StringComparer.Ordinal).OrderBy(c => Edits(text, c)).ThenBy(c => c, StringComparer.Ordinal);

    // Insertions, deletions, replacements and swaps of neighbours (Damerau 1964), whatever the case.
    private static int Edits(string a, string b)
    {
        (a, b) = (a.ToUpperInvariant(), b.ToUpperInvariant());
        if (a.Length > 64 || b.Length > 64)
            return int.MaxValue;
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
