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
            var (size, usual) = (charter.SizeOf(norm.Of), charter.UsuallyPresent(norm.Of));
            var needed = norm.Least.In(size);
            var absent = usual - needed + 1;
            // Half or more staying away is no minority; a quorum out of reach, or had from organs that hold votes, is another matter.
            if (absent <= 0 || 2 * absent >= usual || needed <= charter.Meeting(norm.Of, Majority.Simple).Held)
                continue;
            var body = charter.Name(norm.Body);
            var finding = Found(
                    $"{absent} of {usual}{(charter.ByShares(norm.Of) ? " votes" : "")} can stop {body} by staying away",
                    [body],
                    [charter.Said(name)]
                )
                .By(charter, () => Absentees.Stopping(charter, name, norm.Body));
            // No more than a majority of the whole is the usual rule: what makes it breakable is who stays at home anyway.
            yield return 2 * (needed - 1) <= size ? finding with { Severity = Severity.Note } : finding;
        }
    }
}
