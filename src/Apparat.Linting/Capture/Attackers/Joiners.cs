using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>People from outside who join a body of members, wait as long as they must, and outvote those who usually turn up.</summary>
internal static class Joiners
{
    /// <summary>Their story; null if no number of them is enough, or the members elect nobody.</summary>
    /// <param name="charter">The charter.</param>
    /// <param name="members">The body they join.</param>
    /// <param name="friends">True if whoever admits members means them to come in.</param>
    public static AttackStory? Of(LintContext charter, OrganId members, bool friends = false)
    {
        if (charter.ElectionsBy(members).ToList() is not [var (_, easiest), ..])
            return null;
        var people = MemberMeeting.Range(charter, members, easiest, m => m.Joiners);
        if (people.AtMeans is null)
            return null;
        var wait = charter.Norms<WaitingNorm>().FirstOrDefault(w => w.Norm.Members == members);
        var admits = charter.Norms<AdmissionNorm>().FirstOrDefault(a => a.Norm.Members == members);
        var fee = charter.Norms<FeeNorm>().FirstOrDefault(f => f.Norm.Members == members);
        var voting = wait.Norm is null ? 0 : (wait.Norm.Wait.Days + 29) / 30;
        var timeline = new Timeline(charter, [charter.Voting(members, easiest, voting)]);
        var checks = Undoing.By(charter, timeline.Held).ToList();
        if (admits.Norm is not null && !friends)
            checks.Insert(0, $"{charter.Name(admits.Norm.By)} need not admit them ({admits.Name})");
        if (fee.Norm is not null)
            checks.Add(
                FormattableString.Invariant(
                    $"a fee of {fee.Norm.Amount} each, {(long)fee.Norm.Amount * people.AtMeans} in all ({fee.Name})"
                )
            );
        if (voting > 0)
            checks.Add($"until {When(charter, voting)} the others can change the rules");
        return new AttackStory(
            $"{people.Text} {(people.AtMeans == 1 ? "person who joins" : "people who join")} {charter.Name(members)}{(friends && admits.Norm is not null ? $" at the wish of {charter.Name(admits.Norm.By)}" : "")}",
            people,
            "have the rest",
            [new AttackStep(0, "they join", admits.Name), new AttackStep(voting, "they vote", wait.Name), .. timeline.Steps],
            [.. checks],
            charter.From
        );
    }

    private static string When(LintContext charter, int month) =>
        charter.From is { } day
            ? FormattableString.Invariant($"{day.AddMonths(month):MMMM yyyy}")
            : FormattableString.Invariant($"month {month}");
}
