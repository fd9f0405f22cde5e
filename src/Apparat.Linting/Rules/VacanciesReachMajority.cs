using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Whoever fills casual vacancies can, one by one, name more than half of the body.</summary>
public sealed class VacanciesReachMajority : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP006";

    /// <inheritdoc/>
    public override string Title => "filling vacancies can reach a majority";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "NSW model constitution for associations, casual vacancies";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, rule, target) in charter.Casual)
        {
            var seats = charter.Charter[target].Seats;
            var majority = Majority.Simple.Needed(seats);
            var cap = rule.Tails.Select(t => t.Cap).FirstOrDefault(c => c is not null);
            if (cap < majority)
                continue;
            var caretakers = rule.Tails.Any(t => t.Ends is not null);
            var finding = Found(
                $"Vacancies of {charter.Name(target)} can be filled without election up to a majority of it ({majority} of {seats})",
                [charter.Name(target)],
                [charter.Said(name)],
                cap is { } most ? $"The cap is {most}." : "There is no cap on how many at a time."
            );
            yield return caretakers ? finding with { Severity = Severity.Note } : finding;
        }
    }
}
