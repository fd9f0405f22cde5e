using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Nominations close before members need to be told that there is an election.</summary>
public sealed class NoticeTooShort : LintRule
{
    /// <inheritdoc/>
    public override string Id => "BAL003";

    /// <inheritdoc/>
    public override string Title => "notice shorter than the nomination window";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Ballots;

    /// <inheritdoc/>
    public override string Source => "Robert's Rules of Order, section 46, nominations";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, rule, norm) in charter.Norms<NominationNorm>())
        {
            if (norm.DaysBefore is not { } closes)
                continue;
            foreach (
                var (election, _, elects) in charter.Rules.Where(r =>
                    r.Rule is SelectionRule { OnlyVacancies: false } s && s.Fills.Contains(norm.To)
                )
            )
            {
                var electors = ((SelectionRule)elects).Electors;
                var notices = charter
                    .Norms<CallNorm>()
                    .Where(c => c.Norm.Meeting == electors)
                    .Select(c => (c.Name, c.Rule))
                    .Append((Name: election, Rule: elects))
                    .SelectMany(r => r.Rule.Tails.Select(t => (r.Name, Days: t.NoticeDays)))
                    .Where(n => n.Days < closes);
                foreach (var (told, days) in notices)
                {
                    yield return Found(
                        $"Nominations for {charter.Name(norm.To)} close {closes} days before, but notice is {days} days",
                        [charter.Name(norm.To)],
                        charter.Said([name, told])
                    );
                }
            }
        }
    }
}
