using Apparat.Model;

namespace Apparat.Linting;

/// <summary>A clause gives work to an organ, but none says who sits in it.</summary>
public sealed class NobodyFills : LintRule
{
    /// <inheritdoc/>
    public override string Id => "GAP001";

    /// <inheritdoc/>
    public override string Title => "an organ that acts is filled by nobody";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Silence;

    /// <inheritdoc/>
    public override string Source => "Fuller 1964, laws that cannot be complied with";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var filled = charter.Rules.Select(r => r.Rule).OfType<SelectionRule>().SelectMany(r => r.Fills).ToHashSet();
        foreach (var organ in charter.Charter.Organs.Where(o => o.Joins.IsEmpty && o.Count is null && !filled.Contains(o.Id)))
        {
            if (organ.OfficeOf is { } body && filled.Contains(body))
                continue;
            var acts = charter.Graph.Edges.Where(e => e.Holder == organ.Id).Select(e => e.Provision).Distinct().ToList();
            if (acts.Count > 0)
            {
                yield return Found(
                    $"No clause says who fills {organ.Name}",
                    [organ.Name],
                    [charter.Missing(organ.Id, "no clause fills it"), .. charter.Said(acts)],
                    "A body of members needs a count: {count: 500}."
                );
            }
        }
    }
}
