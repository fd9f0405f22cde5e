using Apparat.Model;

namespace Apparat.Linting;

/// <summary>One employer, family or region can win every seat that members elect.</summary>
public sealed class NoAffiliationCap : LintRule
{
    /// <inheritdoc/>
    public override string Id => "GAP006";

    /// <inheritdoc/>
    public override string Title => "no cap on shared affiliation";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Silence;

    /// <inheritdoc/>
    public override Severity Severity => Severity.Note;

    /// <inheritdoc/>
    public override string Source => "GNOME Foundation by-laws, affiliation cap";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var capped = charter.Norms<SharingNorm>().Select(n => n.Norm.Body).ToHashSet();
        foreach (var (name, _, rule) in charter.Rules)
        {
            if (
                rule is not SelectionRule { OnlyVacancies: false, Electors: { } electors } elects
                || charter.Charter[electors].Count is null
            )
                continue;
            // Where organs hold the votes, or millions have them, no employer's people decide.
            if (OneAffiliation.People(charter, electors, rule.By(electors).Majority).AtMeans is null or > MemberMeeting.LargestGroup)
                continue;
            foreach (var body in elects.Fills.Where(b => charter.Charter[b].Seats >= 3 && !capped.Contains(b)))
                yield return Found(
                        $"Nothing keeps one affiliation from taking all {charter.Charter[body].Seats} seats of {charter.Name(body)}",
                        [charter.Name(body)],
                        [charter.Said(name)]
                    )
                    .By(charter, () => OneAffiliation.Of(charter, electors, rule.By(electors).Majority));
        }
    }
}
