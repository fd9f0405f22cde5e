using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Only those whom one organ lists can be elected: voters may refuse, but cannot name anybody else.</summary>
public sealed class OneRouteToTheBallot : LintRule
{
    /// <inheritdoc/>
    public override string Id => "BAL001";

    /// <inheritdoc/>
    public override string Title => "one route to the ballot";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Ballots;

    /// <inheritdoc/>
    public override string Source => "By-laws of IIBA and ACLU of Minnesota, nomination by petition";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var lists in charter.Graph.Edges.Where(e => e.Hold == Hold.List).GroupBy(e => e.Held))
        {
            var makers = lists.Select(e => e.Holder).Distinct().ToList();
            if (makers is not [var maker] || !lists.All(e => e.Decides))
                continue;
            yield return Found(
                $"Only those listed by {charter.Name(maker)} can be elected to {charter.Name(lists.Key)}",
                [charter.Name(maker), charter.Name(lists.Key)],
                charter.Said(lists.Select(e => e.Provision))
            );
        }
    }
}
