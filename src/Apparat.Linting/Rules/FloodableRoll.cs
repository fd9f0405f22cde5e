using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Whoever joins may vote at once, so a group from outside can join and carry the next election.</summary>
public sealed class FloodableRoll : LintRule
{
    /// <inheritdoc/>
    public override string Id => "CAP009";

    /// <inheritdoc/>
    public override string Title => "a roll of voters that can be flooded";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Capture;

    /// <inheritdoc/>
    public override string Source => "Labour Party leadership election 2016, freeze date";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        var waiting = charter.Norms<WaitingNorm>().Select(n => n.Norm.Members).ToHashSet();
        // Votes that organs hold are bought and sold; nobody comes by them by joining.
        var held = charter.Norms<HoldingNorm>().Select(n => n.Norm.Body).ToHashSet();
        var admitted = charter.Norms<AdmissionNorm>().Select(n => n.Norm.Members).ToHashSet();
        foreach (var members in charter.Charter.Organs.Where(o => o.Count is not null && !waiting.Contains(o.Id) && !held.Contains(o.Id)))
        {
            // Who appoints without a vote, such as a government outside the charter, is no roll that others can join.
            var elects = charter.Rules.Where(r => r.Rule is SelectionRule { OnlyVacancies: false } s && s.Electors == members.Id).ToList();
            if (elects.Count == 0)
                continue;
            if (charter.UsuallyPresent(members.Id) + 1 > MemberMeeting.LargestGroup)
                continue;
            var finding = Found($"Whoever joins {members.Name} votes at once", [members.Name], charter.Said(elects.Select(e => e.Name)))
                .By(charter, () => Joiners.Of(charter, members.Id));
            // Where somebody admits them, that is the door to watch.
            yield return admitted.Contains(members.Id) ? finding with { Severity = Severity.Note } : finding;
        }
    }
}
