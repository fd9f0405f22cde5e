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
        foreach (var group in Groups(charter.Open))
            Append(text, charter, group);
        foreach (var (finding, by) in charter.Waived)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{finding.Rule.Id}  accepted: {finding.Message}. {by.Reason} ({by.Owner}{(by.Expires is { } day ? $", until {day:yyyy-MM-dd}" : "")})\n"
            );
        if (charter.Result.Findings.Length > 0)
            text.Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{charter.File}: {charter.Count}; {charter.Cost}\n");
        foreach (var chosen in charter.Result.Ultimate.GroupBy(u => Choosers(u.Choosers), u => u.Organ))
            Wrap(text, $"chosen in the end by {chosen.Key}: {string.Join(", ", chosen)}", "  ", "    ");
        text.Append(CultureInfo.InvariantCulture, $"  {charter.Result.Coverage}\n");
        return text.ToString();
    }

    private static string Choosers(IEnumerable<(string Chooser, double Share)> choosers) =>
        string.Join(", ", choosers.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Chooser} {c.Share:0%}")));

    // The same found at several places is told under one heading; what is measured has a heading of its own.
    private static IEnumerable<List<Finding>> Groups(IEnumerable<Finding> findings) =>
        findings
            .Select((f, i) => (Finding: f, Own: f.Measured.Length > 0 ? i : -1))
            .GroupBy(x => (x.Finding.Rule, x.Finding.Severity, x.Own), x => x.Finding)
            .Select(g => g.ToList());

    private static void Append(StringBuilder text, LintedCharter charter, List<Finding> group)
    {
        if (text.Length > 0)
            text.Append('\n');
        var rule = group[0].Rule;
        text.Append($"{rule.Id} {group[0].Severity.ToString().ToLowerInvariant()}: {rule.Title}".PadRight(Title))
            .Append(group.Count == 1 ? group[0].Measured : string.Create(CultureInfo.InvariantCulture, $"{group.Count} places"));
        TrimEnd(text).Append('\n');
        var isLong = group.Exists(f => f.Story is not null || !f.Notes.IsEmpty || f.Evidence.Length > 1);
        foreach (var finding in group)
        {
            if (isLong && finding != group[0])
                text.Append('\n');
            Append(text, charter, finding);
        }
        text.Append($"  Why it matters: apparat help {rule.Id}".PadRight(Text)).Append(' ').Append(rule.Source).Append('\n');
    }

    private static void Append(StringBuilder text, LintedCharter charter, Finding finding)
    {
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
