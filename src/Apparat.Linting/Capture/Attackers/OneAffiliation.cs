using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Members with one employer, family or region who vote alike.</summary>
internal static class OneAffiliation
{
    /// <summary>Their story in an election of a body; null if even all who turn up are not enough.</summary>
    public static AttackStory? Of(LintContext charter, OrganId members, Majority majority)
    {
        var people = MemberMeeting.Range(charter, members, majority, m => m.Insiders);
        if (people.AtMeans is null)
            return null;
        var timeline = new Timeline(charter, [charter.Voting(members, majority, 0)]);
        return new AttackStory(
            $"{people.Text} {(people.AtMeans == 1 ? "member" : "members")} with one employer, of the {charter.UsuallyPresent(members)} who turn up in {charter.Name(members)},",
            people,
            "have the rest",
            timeline.Steps,
            [.. Undoing.By(charter, timeline.Held)],
            charter.From
        );
    }
}
