using Apparat.Model;

namespace Apparat.Linting;

/// <summary>An even number of votes can split in half, and nothing says what then.</summary>
public sealed class SilentOnDeadlock : LintRule
{
    /// <inheritdoc/>
    public override string Id => "GAP005";

    /// <inheritdoc/>
    public override string Title => "silent on deadlock";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Silence;

    /// <inheritdoc/>
    public override Severity Severity => Severity.Note;

    /// <inheritdoc/>
    public override string Source => "By-laws of a Scottish statutory board, casting vote";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var settled = charter.Norms<CastingVoteNorm>().Select(c => c.Norm.Body).ToHashSet();
        var even = charter
            .VotingBodies.Where(b =>
                b.Count is null && charter.SizeOf(b.Id) % 2 == 0 && !settled.Contains(b.Id) && !TiesAreSettled(charter, b)
            )
            .ToList();
        if (even.Count > 0)
        {
            yield return Found(
                $"Nothing says what happens when the votes are even in {string.Join(", ", even.Select(b => b.Name))}",
                even.Select(b => b.Name),
                even.Select(b => charter.Missing(b.Id, $"{charter.SizeOf(b.Id)} seats"))
            );
        }
    }

    // Where more than half of the votes is asked for, an even split is no tie: nobody is elected yet.
    private static bool TiesAreSettled(LintContext charter, Organ body)
    {
        var elections = charter.Rules.Where(r => r.Rule is SelectionRule { Electors: { } e } && e == body.Id).ToList();
        if (elections.Count > 0)
            return elections.TrueForAll(r => r.Rule.Tails.Any(t => t.SettlesTies) || !IsSimple(r.Rule.By(body.Id).Majority));
        return !charter.Rules.Any(r => r.Rule is Power p && p.Holder == body.Id);
    }

    private static bool IsSimple(Majority majority) =>
        2 * majority.Numerator <= majority.Denominator && majority.Base is (MajorityBase.Voting or MajorityBase.Present);
}
