using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Only those whom the meeting could replace call it, and nothing says by when.</summary>
public sealed class PostponableMeeting : LintRule
{
    /// <inheritdoc/>
    public override string Id => "MTG005";

    /// <inheritdoc/>
    public override string Title => "a meeting can be put off by those it would judge";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Meetings;

    /// <inheritdoc/>
    public override string Source => "UK Companies Act 2006, s. 303: members may require a meeting";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var calls = charter.Norms<CallNorm>().ToList();
        foreach (var (name, _, norm) in calls.Where(c => c.Norm.AtMostApart is null))
        {
            var others =
                calls.Exists(c => c.Norm.Meeting == norm.Meeting && charter.Graph[c.Norm.By] != charter.Graph[norm.By])
                || charter.Norms<InitiativeNorm>().Any(i => i.Norm.On == norm.Meeting);
            var judges = charter.JudgesOf(norm.By).Where(e => e.Holder == norm.Meeting).ToList();
            if (others || judges.Count == 0)
                continue;
            yield return Found(
                $"{charter.Name(norm.By)} can put off {charter.Name(norm.Meeting)}, which could replace it, without limit",
                [charter.Name(norm.By), charter.Name(norm.Meeting)],
                charter.Said([name, .. judges.Select(e => e.Provision)])
            );
        }
    }
}
