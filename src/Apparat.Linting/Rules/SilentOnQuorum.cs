using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Nothing says how many must be there, so the law of the land does, or nobody.</summary>
public sealed class SilentOnQuorum : LintRule
{
    /// <inheritdoc/>
    public override string Id => "GAP004";

    /// <inheritdoc/>
    public override string Title => "silent on the quorum";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Silence;

    /// <inheritdoc/>
    public override Severity Severity => Severity.Note;

    /// <inheritdoc/>
    public override string Source => "Robert's Rules of Order, section 40, quorum";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var known = charter.Norms<QuorumNorm>().Select(q => q.Norm.Body).ToHashSet();
        // An electorate of millions votes and does not meet; where votes are counted against all who might vote, absence is a no.
        var silent = charter
            .VotingBodies.Where(b => !known.Contains(b.Id) && (b.Count is null || charter.SizeOf(b.Id) <= MemberMeeting.LargestGroup))
            .Where(b => charter.Decisions(b.Id).Any(m => m.Base is not (MajorityBase.Members or MajorityBase.Seats)))
            .ToList();
        if (silent.Count > 0)
        {
            yield return Found(
                $"Nothing says how many must be there for {string.Join(", ", silent.Select(b => b.Name))} to act",
                silent.Select(b => b.Name),
                silent.Select(b => charter.Missing(b.Id, "no quorum"))
            );
        }
    }
}
