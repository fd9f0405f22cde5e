using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Absence becomes a veto: those who would lose the vote leave the room.</summary>
public sealed class QuorumBreakable : LintRule
{
    /// <inheritdoc/>
    public override string Id => "MTG004";

    /// <inheritdoc/>
    public override string Title => "a minority can break the quorum by staying away";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Meetings;

    /// <inheritdoc/>
    public override string Source => "Quorum-busting in legislatures: Oregon 2019-23, Texas 2021";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, _, norm) in charter.Norms<QuorumNorm>().Where(q => !q.Norm.Adjourned))
        {
            var usual = charter.UsuallyPresent(norm.Of);
            var absent = usual - norm.Least.In(charter.SizeOf(norm.Of)) + 1;
            // Half or more staying away is no minority, and a quorum out of reach is another finding.
            if (absent <= 0 || 2 * absent >= usual)
                continue;
            var body = charter.Name(norm.Body);
            yield return Found($"{absent} of {usual} can stop {body} by staying away", [body], [charter.Said(name)])
                .By(charter, () => Absentees.Stopping(charter, name, norm.Body));
        }
    }
}
