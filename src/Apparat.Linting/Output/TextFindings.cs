using System.Globalization;
using System.Text;

namespace Apparat.Linting;

/// <summary>Findings for people at a prompt.</summary>
public static class TextFindings
{
    private const int Width = 112;
    private const int Title = 58;
    private const int Text = 74;

    /// <summary>One charter: its findings, who chooses in the end, what was accepted, the verdict and the coverage.</summary>
    public static string Render(LintedCharter charter)
    {
        ArgumentNullException.ThrowIfNull(charter);
        var text = new StringBuilder();
        foreach (var finding in charter.Open)
            Append(text, charter, finding);
        foreach (var (finding, by) in charter.Waived)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{finding.Rule.Id}  accepted: {finding.Message}. {by.Reason} ({by.Owner}{(by.Expires is { } day ? $", until {day:yyyy-MM-dd}" : "")})\n"
            );
        if (charter.Result.Findings.Length > 0)
            text.Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{charter.File}: {charter.Count}; {charter.Cost}\n");
        foreach (var (organ, choosers) in charter.Result.Ultimate)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  in the end {organ} is chosen by {string.Join(", ", choosers.Select(c => $"{c.Chooser} {c.Share:0%}"))}\n"
            );
        text.Append(CultureInfo.InvariantCulture, $"  {charter.Result.Coverage}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, LintedCharter charter, Finding finding)
    {
        if (text.Length > 0)
            text.Append('\n');
        text.Append($"{finding.Rule.Id} {finding.Severity.ToString().ToLowerInvariant()}: {finding.Rule.Title}".PadRight(Title))
            .Append(finding.Measured);
        TrimEnd(text).Append('\n');
        Wrap(text, $"{finding.Message}.", "  ", "  ");
        // A sentence with two of its provisions at work is shown once.
        var lines = finding
            .Evidence.GroupBy(e => (e.Text, e.Place))
            .Select(g => (Names: string.Join(", ", g.Select(e => e.Name)), g.Key.Text, g.Key.Place))
            .ToList();
        var width = lines.Select(l => l.Names.Length).DefaultIfEmpty(0).Max();
        foreach (var (names, sentence, place) in lines)
        {
            var line = $"  {names.PadRight(width)}  {sentence}";
            text.Append(place.Line > 0 ? $"{line.PadRight(Text)} {charter.FileOf(place).Split('/')[^1]}:{place.Line}" : line).Append('\n');
        }
        foreach (var note in finding.Notes)
            Wrap(text, note, "  ", "    ");
        if (finding.Story is { } story)
            Wrap(text, story.Text, "  ", "    ");
        text.Append($"  Why it matters: apparat help {finding.Rule.Id}".PadRight(Text))
            .Append(' ')
            .Append(finding.Rule.Source)
            .Append('\n');
    }

    private static StringBuilder TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        return text;
    }

    private static void Wrap(StringBuilder text, string sentence, string first, string rest)
    {
        var line = new StringBuilder(first);
        var empty = true;
        foreach (var word in sentence.Split(' '))
        {
            if (!empty && line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(rest);
                empty = true;
            }
            if (!empty)
                line.Append(' ');
            line.Append(word);
            empty = false;
        }
        text.Append(line).Append('\n');
    }
}
