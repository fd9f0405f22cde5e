using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>The bibliography.</summary>
internal static class SourcesSection
{
    public static Section Of(Telling t) =>
        new(
            "sources",
            "Sources",
            t.Answer.Scenario.Sources.IsEmpty
                ? [new Paragraph("The scenario cites none.")]
                : [new Folded($"{t.Answer.Scenario.Sources.Length} sources", [new Items([.. t.Answer.Scenario.Sources.Select(Cited)])])]
        );

    internal static string Cited(Source source)
    {
        var f = source.Fields;
        string[] parts =
        [
            f.GetValueOrDefault("author") ?? "",
            f.GetValueOrDefault("title") ?? "",
            f.GetValueOrDefault("journal") ?? f.GetValueOrDefault("booktitle") ?? f.GetValueOrDefault("publisher") ?? "",
            f.GetValueOrDefault("year") ?? "",
        ];
        return $"{source.Key}: {string.Join(". ", parts.Where(p => p.Length > 0).Select(Plain))}.";
    }

    // Bibliographies are written for TeX.
    private static string Plain(string text) =>
        text.Replace("``", "\u201C", StringComparison.Ordinal)
            .Replace("''", "\u201D", StringComparison.Ordinal)
            .Replace("--", "\u2013", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal)
            .TrimEnd('.');
}
