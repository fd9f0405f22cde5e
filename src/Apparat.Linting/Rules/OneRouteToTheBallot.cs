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
        foreach (var organ in charter.Charter.Organs)
        {
            var makers = lists[organ.Id].Select(e => e.Holder).Concat(nominations[organ.Id].Select(n => n.Norm.By)).Distinct().ToList();
            // Two names a seat, or members who can nominate together, leave the electors a choice.
            if (makers is not [var maker] || nominations[organ.Id].Any(n => n.Norm.Together is not null || n.Norm.NamesASeat >= 2))
                continue;
            yield return Found(
                $"Only those named by {charter.Name(maker)} can be elected to {organ.Name}",
                [charter.Name(maker), organ.Name],
                charter.Said(lists[organ.Id].Select(e => e.Provision).Concat(nominations[organ.Id].Select(n => n.Name)))
            );
        }
    }
}
