using System.Text.Json.Nodes;

namespace Apparat.Linting;

/// <summary>One line for a badge, in the endpoint form of shields.io: label, message and colour.</summary>
public static class Badge
{
    /// <summary>The badge of some charters: their counts and the lowest capture cost among them.</summary>
    public static string Render(IReadOnlyList<LintedCharter> charters)
    {
        ArgumentNullException.ThrowIfNull(charters);
        var worst = charters.SelectMany(c => c.Open).Select(f => (int)f.Severity).DefaultIfEmpty(-1).Max();
        var cost = charters.Min(c => c.Result.Cost.Size);
        var counts = string.Join("; ", charters.Select(c => c.Count).Distinct());
        return new JsonObject
            {
                ["schemaVersion"] = 1,
                ["label"] = "charter",
                ["message"] =
                    charters.Count == 0 ? "none looked at"
                    : cost is null ? counts
                    : $"{counts}, capture cost {cost}",
                ["color"] = worst switch
                {
                    2 => "red",
                    1 => "orange",
                    0 => "yellowgreen",
                    _ => "brightgreen",
                },
            }.ToJsonString() + "\n";
    }
}
