using System.Text;
using Apparat.Model;

namespace Apparat.Reporting;

/// <summary>Sources as BibTeX.</summary>
public static class BibTex
{
    /// <summary>The sources a scenario really cites, in order of their keys.</summary>
    public static string Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var cited = Cited(scenario).ToHashSet(StringComparer.Ordinal);
        return Write(scenario.Sources.Where(s => cited.Contains(s.Key)));
    }

    /// <summary>Entries, fields in order of name.</summary>
    public static string Write(IEnumerable<Source> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var text = new StringBuilder();
        foreach (var source in sources.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            text.Append('@').Append(source.Kind).Append('{').Append(source.Key).Append(",\n");
            foreach (var (name, value) in source.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
                text.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
            text.Append("}\n\n");
        }
        return text.ToString();
    }

    private static IEnumerable<string> Cited(Scenario s) =>
        s
            .Charter.Clauses.Select(c => c.Source)
            .Concat(s.Charter.Organs.Select(o => o.Source))
            .Concat(s.Events.Select(e => e.Source))
            .Concat(s.Outcomes.Select(o => o.Source))
            .Concat(s.Documents.Select(d => d.Source))
            .Concat(s.Settings.Values.Select(v => v.Source))
            .Concat(s.Record.Tenures.Select(t => t.Source))
            .SelectMany(c => c.Keys)
            .Concat(s.Parameters.Select(p => p.Source).SelectMany(p => p.Split(',', StringSplitOptions.TrimEntries)))
            .Concat(s.Notes.SelectMany(n => s.Sources.Select(x => x.Key).Where(key => n.Contains($"({key})", StringComparison.Ordinal))));
}
