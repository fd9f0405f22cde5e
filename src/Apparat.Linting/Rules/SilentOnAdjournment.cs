using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Nothing says what happens when members do not come in the number needed: the body is stopped, or those who came go on without a rule.</summary>
public sealed class SilentOnAdjournment : LintRule
{
    /// <inheritdoc/>
    public override string Id => "GAP007";

    /// <inheritdoc/>
    public override string Title => "silent on the adjourned meeting";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Silence;

    /// <inheritdoc/>
    public override Severity Severity => Severity.Note;

    /// <inheritdoc/>
    public override string Source => "By-laws of a Scottish statutory board, reconvened quorum";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var quorums = charter.Norms<QuorumNorm>().ToList();
        foreach (var (name, _, norm) in quorums.Where(q => !q.Norm.Adjourned && charter.Charter[q.Norm.Of].Count is not null))
        {
            var needed = norm.Least.In(charter.SizeOf(norm.Of));
            // Organs that hold as many votes as are needed always make up the number.
            if (needed <= charter.Meeting(norm.Of, Majority.Simple).Held)
                continue;
            if (!quorums.Exists(q => q.Norm.Adjourned && q.Norm.Body == norm.Body))
                yield return Found(
                    $"Nothing says what happens when fewer than {needed} come to {charter.Name(norm.Body)}",
                    [charter.Name(norm.Body)],
                    [charter.Said(name)]
                );
        }
    }
}
