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
        var alone = charter
            .Files.Where(e => e.From != e.To)
            .GroupBy(e => e.To)
            .Where(files => files.Select(e => e.From).Distinct().Count() == 1)
            .SelectMany(files => files);
        // One sentence may give the files of many: that is one monopoly.
        foreach (var clause in alone.GroupBy(e => (e.Provision, e.From)))
        {
            var held = clause.Select(e => e.To).ToHashSet();
            var picks = charter
                .Graph.Edges.Where(e =>
                    e.From == clause.Key.From && held.Contains(e.To) && e.Hold is Hold.Fill or Hold.List or Hold.Remove or Hold.Expel
                )
                .ToList();
            if (picks.Count == 0)
                continue;
            var office = charter.Graph.Nodes[clause.Key.From].Name;
            var on = clause
                .Select(e => e.To)
                .Distinct()
                .Where(o => picks.Exists(e => e.To == o))
                .Select(o => charter.Graph.Nodes[o].Name)
                .ToList();
            yield return Found(
                $"{office} alone holds the files of {string.Join(", ", on)}, whom it picks",
                [office, .. on],
                charter.Said(picks.Select(e => e.Provision).Prepend(clause.Key.Provision))
            );
        }
    }
}
