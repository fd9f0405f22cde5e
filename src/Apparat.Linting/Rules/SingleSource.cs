using Apparat.Model;

namespace Apparat.Linting;

/// <summary>A body chooses or can remove an office, and what it sees comes from that office alone.</summary>
public sealed class SingleSource : LintRule
{
    /// <inheritdoc/>
    public override string Id => "INF002";

    /// <inheritdoc/>
    public override string Title => "a body knows only what those it judges let it know";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Information;

    /// <inheritdoc/>
    public override string Source => "Weber 1922, official secrets; Aghion and Tirole 1997";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var papers in charter.Files.Where(e => e.From != e.To).GroupBy(e => e.To))
        {
            if (papers.Select(e => e.From).Distinct().Skip(1).Any())
                continue;
            var source = papers.First().From;
            var judges = charter
                .Ordinary.Concat(charter.Graph.Edges.Where(e => e.Hold is Hold.Remove or Hold.Expel))
                .Where(e => e.From == papers.Key && e.To == source)
                .ToList();
            if (judges.Count == 0)
                continue;
            var (office, body) = (charter.Graph.Nodes[source].Name, charter.Graph.Nodes[papers.Key].Name);
            yield return Found(
                $"What {body} knows comes from {office} alone, which it is to judge",
                [body, office],
                charter.Said(papers.Concat(judges).Select(e => e.Provision))
            );
        }
    }
}
