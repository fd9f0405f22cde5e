using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Whoever has the first meeting fail gets a second one that a handful can carry.</summary>
public sealed class AdjournedQuorumFalls : LintRule
{
    /// <inheritdoc/>
    public override string Id => "MTG003";

    /// <inheritdoc/>
    public override string Title => "an adjourned meeting needs fewer";

    /// <inheritdoc/>
    public override LintCategory Category => LintCategory.Meetings;

    /// <inheritdoc/>
    public override string Source => "By-laws of a Scottish statutory board, reconvened quorum";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(LintContext charter)
    {
        foreach (var (name, _, norm) in charter.Norms<QuorumNorm>().Where(q => q.Norm.Adjourned))
        {
            var first = charter.Norms<QuorumNorm>().FirstOrDefault(q => !q.Norm.Adjourned && q.Norm.Body == norm.Body);
            var least = Math.Max(1, norm.Least.In(charter.SizeOf(norm.Of)));
            if (first.Norm is { } full && least >= full.Least.In(charter.SizeOf(full.Of)))
                continue;
            var body = charter.Name(norm.Body);
            yield return Found(
                    norm.Least == Quantity.WhoeverIsPresent
                        ? $"When adjourned, {body} acts with whoever is present"
                        : $"When adjourned, {body} acts with {least}",
                    [body],
                    charter.Said(first.Name is null ? [name] : [first.Name, name]),
                    InTheRoom(charter.Meeting(norm.Body, Majority.Simple))
                )
                .By(charter, () => Absentees.Returning(charter, first.Name, name, norm.Body));
        }
    }

    // Nobody knows how many come a second time, so the number is shown for a few of them.
    private static IEnumerable<string> InTheRoom(MemberMeeting meeting)
    {
        var rooms = new[] { 10, 20, 50 }.Where(n => n > meeting.Held && n < meeting.Present).DefaultIfEmpty(meeting.Present);
        var shown = rooms
            .Select(n => (Carry: meeting.AtAdjourned(n), Room: Math.Max(n, meeting.Adjourned?.In(meeting.Members) ?? 0)))
            .Where(x => x.Carry is not null)
            .ToList();
        if (shown.Count > 0)
            yield return $"A majority of the room carries: {string.Join(", ", shown.Select(x => $"{x.Carry} of {x.Room}"))}.";
    }
}
