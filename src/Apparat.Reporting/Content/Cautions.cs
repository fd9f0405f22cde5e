using System.Collections.Immutable;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>Doubts as a section: those of one kind told once, the gravest first.</summary>
internal static class Cautions
{
    private const int Instances = 3;

    // A list in brackets longer than this belongs to the scenario, not into a warning.
    private const int LongestAside = 160;

    /// <summary>What a warning says without a list in brackets longer than a line.</summary>
    public static string WithoutLists(string text)
    {
        var from = text.IndexOf(" (", StringComparison.Ordinal);
        var until = text.LastIndexOf(')');
        return from > 0 && until - from > LongestAside ? text[..from] + text[(until + 1)..] : text;
    }

    /// <summary>The section; nothing if there are no doubts.</summary>
    public static ImmutableArray<Section> Of(IEnumerable<Warning> warnings)
    {
        ImmutableArray<Block> blocks =
        [
            .. warnings
                .GroupBy(w => w.Id, StringComparer.Ordinal)
                .Select(g =>
                {
                    var what = g.Select(w => WithoutLists(w.What)).Distinct(StringComparer.Ordinal).ToList();
                    var more = what.Count > Instances ? $" And {what.Count - Instances} more of the kind." : "";
                    return new Callout(
                        CalloutKind.Caution,
                        string.Join(" ", what.Take(Instances)) + more,
                        $"{g.First().Why} {g.First().Do}".Trim()
                    );
                }),
        ];
        return blocks.IsEmpty ? [] : [new("doubts", "Doubts", blocks)];
    }
}
