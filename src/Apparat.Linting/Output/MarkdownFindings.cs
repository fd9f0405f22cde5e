using System.Globalization;
using System.Text;

namespace Apparat.Linting;

/// <summary>Findings as a page for a step summary or a pull request.</summary>
public static class MarkdownFindings
{
    /// <summary>All charters.</summary>
    public static string Render(IEnumerable<LintedCharter> charters)
    {
        var text = new StringBuilder();
        foreach (var charter in charters)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {Cell(charter.Name)}\n\n`{charter.File}`: {charter.Count}; {charter.Cost}.\n\n");
            if (charter.Open.Any())
            {
                text.Append("| rule | finding | measured | where |\n| --- | --- | --- | --- |\n");
                foreach (var f in charter.Open)
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"| {f.Rule.Id} {f.Severity.ToString().ToLowerInvariant()} | {Cell(f.Message)} | {Cell(f.Measured)} | {Cell(string.Join(", ", f.Evidence.Select(e => e.Name)))} |\n"
                    );
                text.Append('\n');
            }
            foreach (var (f, by) in charter.Waived)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"- accepted: {f.Rule.Id} {Cell(f.Message)}. {Cell(by.Reason)} ({Cell(by.Owner)})\n"
                );
            if (charter.Waived.Any())
                text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{charter.Result.Coverage}\n\n");
        }
        return text.ToString();
    }

    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
