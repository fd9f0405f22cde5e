using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Whoever alone knows the record of those who may rise also names, lists or dismisses them.</summary>
public sealed class FilesMonopoly : LintRule
{
    /// <inheritdoc/>
    public override string Id => "INF001";

    /// <inheritdoc/>
    public override string Title => "one office alone holds the files of those it picks";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Information;

    /// <inheritdoc/>
    public override string Source => "Weber 1922, official secrets; Daniels 1960";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var files in charter.Files.Where(e => e.From != e.To).GroupBy(e => e.To))
        {
            if (files.Select(e => e.From).Distinct().Skip(1).Any())
                continue;
            var keeper = files.First().From;
            var picks = charter
                .Graph.Edges.Where(e =>
                    e.From == keeper && e.To == files.Key && e.Hold is Hold.Fill or Hold.List or Hold.Remove or Hold.Expel
                )
                .ToList();
            if (picks.Count == 0)
                continue;
            var (office, on) = (charter.Graph.Nodes[keeper].Name, charter.Graph.Nodes[files.Key].Name);
            yield return Found(
                $"{office} alone holds the files of {on}, whom it picks",
                [office, on],
                charter.Said(files.Concat(picks).Select(e => e.Provision))
            );
        }
    }
}
