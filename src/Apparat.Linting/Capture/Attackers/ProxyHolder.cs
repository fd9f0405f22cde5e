using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Whoever gathers the votes of those who stay away, usually the chair.</summary>
internal static class ProxyHolder
{
    /// <summary>The story; null if even all proxies are not enough.</summary>
    public static AttackStory? Of(LintContext charter, string provision, OrganId members)
    {
        if (charter.ElectionsBy(members).ToList() is not [var (_, easiest), ..])
            return null;
        var people = MemberMeeting.Range(charter, members, easiest, m => m.Dispersed);
        if (people.AtMeans is not { } n)
            return null;
        var proxies = charter.Meeting(members, easiest).ProxiesFor(n);
        var timeline = new Timeline(charter, [charter.Voting(members, easiest, 0)]);
        return new AttackStory(
            charter.ByShares(members)
                ? FormattableString.Invariant($"Holders of {people.Text} votes with the proxies for {proxies} more, usually the chair,")
                : FormattableString.Invariant(
                    $"{(n == 1 ? "One person" : $"{people.Text} people")} with the proxies of {proxies} who stay away, usually the chair,"
                ),
            people,
            "have the rest",
            [new AttackStep(0, "they are given the proxies", provision), .. timeline.Steps],
            [.. Undoing.By(charter, timeline.Held)],
            charter.From
        );
    }
}
