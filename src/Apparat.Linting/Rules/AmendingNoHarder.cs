using Apparat.Model;

namespace Apparat.Linting;

/// <summary>The majority that wins one election can also change the rules of the next.</summary>
public sealed class AmendingNoHarder : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP012";

    /// <inheritdoc/>
    public override string Title => "amending is no harder than electing";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "Elster 2000, \"Ulysses Unbound\": constitutions that bind their makers";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, _, norm) in charter.Norms<AmendmentNorm>())
        {
            if (norm is not { By: { } body, Clauses.IsEmpty: true, Meetings: 1, ConfirmedBy: null })
                continue;
            var elections = charter
                .Rules.Where(r => r.Rule is SelectionRule { OnlyVacancies: false, Electors: { } electors } && electors == body)
                .ToList();
            var harder = elections.TrueForAll(e =>
                Share(norm.Majority) > Share(e.Rule.By(body).Majority) || norm.Majority.Base > e.Rule.By(body).Majority.Base
            );
            if (elections.Count > 0 && !harder)
                yield return Found(
                    $"To amend the charter takes {charter.Name(body)} no more than to elect",
                    [charter.Name(body)],
                    charter.Said([name, .. elections.Select(e => e.Name)])
                );
        }
    }

    private static double Share(Majority majority) => (double)majority.Numerator / majority.Denominator;
}
