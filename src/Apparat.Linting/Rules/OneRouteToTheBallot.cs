using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Only those whom one organ names can be elected: voters may refuse, but cannot name anybody else.</summary>
public sealed class OneRouteToTheBallot : LintRule
{
    /// <inheritdoc/>
    public override string Id => "BAL001";

    /// <inheritdoc/>
    public override string Title => "as many names as seats, from one route";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Ballots;

    /// <inheritdoc/>
    public override string Source => "By-laws of IIBA and ACLU of Minnesota, nomination by petition";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var nominations = charter.Norms<NominationNorm>().ToLookup(n => n.Norm.To);
        var lists = charter.Graph.Edges.Where(e => e.Hold == Hold.List && e.Decides).ToLookup(e => e.Held);
        // Two names a seat, or members who can nominate together, leave the electors a choice.
        var routes = charter
            .Charter.Organs.Where(o => !nominations[o.Id].Any(n => n.Norm.Together is not null || n.Norm.NamesASeat >= 2))
            .Select(o =>
                (Organ: o, Makers: lists[o.Id].Select(e => e.Holder).Concat(nominations[o.Id].Select(n => n.Norm.By)).Distinct().ToList())
            )
            .Where(r => r.Makers.Count == 1);
        foreach (var route in routes.GroupBy(r => r.Makers[0], r => r.Organ))
        {
            var organs = route.Select(o => o.Name).ToList();
            yield return Found(
                $"Only those named by {charter.Name(route.Key)} can be elected to {string.Join(", ", organs)}",
                [charter.Name(route.Key), .. organs],
                charter.Said(route.SelectMany(o => lists[o.Id].Select(e => e.Provision).Concat(nominations[o.Id].Select(n => n.Name))))
            );
        }
    }
}
