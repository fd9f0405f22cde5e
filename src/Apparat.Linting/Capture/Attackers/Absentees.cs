using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Those who stay away: a meeting without its quorum decides nothing, or is called again with fewer.</summary>
internal static class Absentees
{
    /// <summary>Those who stop every meeting; null if their absence stops none.</summary>
    public static AttackStory? Stopping(LintContext charter, string provision, OrganId body)
    {
        var people = MemberMeeting.Range(charter, body, Majority.Simple, m => m.Absentees);
        if (people.AtMeans is null)
            return null;
        var again = charter.Norms<QuorumNorm>().FirstOrDefault(q => q.Norm.Adjourned && q.Norm.Body == body);
        return new AttackStory(
            Who(charter, people, body),
            people,
            "keep it from deciding",
            [new AttackStep(0, "they stay away", provision)],
            again.Norm is null ? [] : [$"the meeting called again needs fewer ({again.Name})"],
            charter.From
        );
    }

    private static string Who(LintContext charter, People people, OrganId body) =>
        charter.ByShares(body)
            ? $"Holders of {people.Text} of the votes usually cast in {charter.Name(body)}"
            : $"{people.Text} of those who turn up in {charter.Name(body)}";

    /// <summary>Those who have the first meeting fail and carry the second; null if their absence stops none.</summary>
    public static AttackStory? Returning(LintContext charter, string? first, string second, OrganId body)
    {
        var people = MemberMeeting.Range(charter, body, Majority.Simple, m => m.Absentees);
        if (first is null || people.AtMeans is not { } n)
            return null;
        return new AttackStory(
            Who(charter, people, body),
            people,
            "carry what they like",
            [
                new AttackStep(0, "they stay away and the meeting fails", first),
                new AttackStep(0, FormattableString.Invariant($"they come to the one called again and fewer than {n} others do"), second),
            ],
            [FormattableString.Invariant($"{n} others who come a second time")],
            charter.From
        );
    }
}
