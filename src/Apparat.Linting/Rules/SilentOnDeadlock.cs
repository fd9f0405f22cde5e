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
        foreach (var body in charter.VotingBodies.Where(b => b.Count is null && charter.SizeOf(b.Id) % 2 == 0 && !settled.Contains(b.Id)))
        {
            var elections = charter.Rules.Where(r => r.Rule is SelectionRule { Electors: { } e } && e == body.Id).ToList();
            // Where more than half of the votes is asked for, an even split is no tie: nobody is elected yet.
            if (
                elections.Count == 0
                || elections.Exists(r => !r.Rule.Tails.Any(t => t.SettlesTies) && IsSimple(r.Rule.By(body.Id).Majority))
            )
            {
                yield return Found(
                    $"{body.Name} has {charter.SizeOf(body.Id)} votes, and nothing says what happens when they are even",
                    [body.Name],
                    [charter.Missing(body.Id, $"{charter.SizeOf(body.Id)} seats")]
                );
            }
        }
    }

    private static bool IsSimple(Majority majority) =>
        2 * majority.Numerator <= majority.Denominator && majority.Base is (MajorityBase.Voting or MajorityBase.Present);
}
