using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Members with one employer, family or region who vote alike.</summary>
internal static class OneAffiliation
{
    /// <summary>How many they must be; the proxies they might gather besides are another story.</summary>
    public static People People(LintContext charter, OrganId members, Majority majority) =>
        MemberMeeting.Range(charter, members, majority, m => (m with { Proxies = 0 }).Dispersed);

    /// <summary>Their story in an election of a body; null if even all who turn up are not enough.</summary>
    public static AttackStory? Of(LintContext charter, OrganId members, Majority majority)
    {
        var people = People(charter, members, majority);
        if (people.AtMeans is null)
            return null;
        var timeline = new Timeline(charter, [charter.Voting(members, majority, 0)]);
        var (there, body) = (charter.UsuallyPresent(members), charter.Name(members));
        return new AttackStory(
            charter.ByShares(members)
                ? $"Holders of {people.Text} votes with one employer, of the {there} usually cast in {body},"
                : $"{people.Text} {(people.AtMeans == 1 ? "member" : "members")} with one employer, of the {there} who turn up in {body},",
            people,
            "have the rest",
            timeline.Steps,
            [.. Undoing.By(charter, timeline.Held)],
            charter.From
        );
    }
}
