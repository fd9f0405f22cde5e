using System.Text;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Findings as workflow commands, which a GitHub runner turns into annotations on the changed lines.</summary>
public static class GithubFindings
{
    /// <summary>All charters, a line a finding.</summary>
    public static string Render(IEnumerable<LintedCharter> charters)
    {
        var text = new StringBuilder();
        foreach (var charter in charters)
        {
            foreach (var f in charter.Open)
            {
                var at = f.Place;
                var level = f.Severity switch
                {
                    Severity.Error => "error",
                    Severity.Warning => "warning",
                    _ => "notice",
                };
                var place = at.Line > 0 ? $",line={at.Line},col={at.Column}" : "";
                text.Append(
                    $"::{level} file={Property(charter.FileOf(at))}{place},title={Property($"{f.Rule.Id} {f.Rule.Title}")}::{Data($"{f.Message}. {f.Measured}".Trim())}\n"
                );
            }
        }
        return text.ToString();
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
