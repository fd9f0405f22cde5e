using Apparat.Model;

namespace Apparat.Linting;

/// <summary>So few can act that two meetings could decide against each other, or so many are asked for that none can act.</summary>
public sealed class QuorumTooSmall : LintRule
{
    /// <inheritdoc/>
    public override string Id => "MTG002";

    /// <inheritdoc/>
    public override string Title => "a quorum too small or out of reach";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Meetings;

    /// <inheritdoc/>
    public override string Source => "Robert's Rules of Order, section 40, quorum";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, _, norm) in charter.Norms<QuorumNorm>().Where(q => !q.Norm.Adjourned))
        {
            var size = charter.SizeOf(norm.Of);
            var (needed, usual) = (norm.Least.In(size), charter.UsuallyPresent(norm.Of));
            var body = charter.Name(norm.Body);
            if (needed > usual)
                yield return Found(
                    $"{body} needs {needed}, but usually {usual} turn up",
                    [body],
                    [charter.Said(name)],
                    "It cannot act, or acts without its own rules."
                );
            else if (2 * needed <= usual)
            {
                var finding = Found(
                    $"{needed} of the {usual} who {(usual < size ? "usually turn up" : "sit in it")} are enough for {body} to act",
                    [body],
                    [charter.Said(name)],
                    $"Two meetings of {needed} could decide against each other; {(needed / 2) + 1} carry a vote."
                );
                // A third is what many model rules ask for.
                yield return 3 * needed >= usual ? finding with { Severity = Severity.Note } : finding;
            }
        }
    }
}
