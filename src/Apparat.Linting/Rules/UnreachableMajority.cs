using System.Globalization;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>So few turn up that even all of them together are not the majority asked for.</summary>
public sealed class UnreachableMajority : LintRule
{
    /// <inheritdoc/>
    public override string Id => "MTG001";

    /// <inheritdoc/>
    public override string Title => "a majority that cannot be reached";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Meetings;

    /// <inheritdoc/>
    public override string Source => "Robert's Rules of Order, section 44, bases of a vote";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, _, rule) in charter.Rules)
        {
            if ((rule as SelectionRule)?.Electors is not { } body)
            {
                if (rule is not Power power)
                    continue;
                body = power.Holder;
            }
            var majority = rule.By(body).Majority;
            if (majority.Base is not (MajorityBase.Members or MajorityBase.Seats) || charter.Charter[body].Turnout is not { } turnout)
                continue;
            var needed = (double)majority.Numerator / majority.Denominator;
            var most = charter.PriorOf(turnout).High;
            if (most > needed || (most == needed && !majority.Strict))
                continue;
            yield return Found(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{charter.Name(body)} needs {(majority.Strict ? "more than " : "")}{needed:0%} of all, but at most {most:0%} turn up"
                ),
                [charter.Name(body)],
                [charter.Said(name), charter.Missing(body, $"turnout {charter.PriorOf(turnout).Notation}")]
            );
        }
    }
}
