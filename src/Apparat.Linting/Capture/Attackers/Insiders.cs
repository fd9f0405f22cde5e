namespace Apparat.Linting;

/// <summary>Those who sit where the fewest seats are enough: a minimal capture set.</summary>
internal static class Insiders
{
    /// <summary>Their story; null if nothing can be captured from inside.</summary>
    public static AttackStory? Of(LintContext charter, CaptureSets cost)
    {
        if (cost.Size is not { } size || cost.Sets.IsEmpty)
            return null;
        var timeline = new Timeline(charter, cost.Sets[0].Select(x => (x.Class, x.Seats, 0)));
        var who = string.Join(
            " and ",
            cost.Sets[0]
                .Select(x =>
                    x.Class.Seats == 1 ? $"the holder of {x.Class.Name}"
                    : charter.IsOfMembers(x.Class)
                        ? charter.ByShares(x.Class.Organ!.Value) ? $"holders of {x.Seats} of the votes usually cast in {x.Class.Name}"
                            : $"{x.Seats} of those who turn up in {x.Class.Name}"
                    : $"{x.Seats} of {x.Class.Seats} in {x.Class.Name}"
                )
        );
        return new AttackStory(
            char.ToUpperInvariant(who[0]) + who[1..],
            new People(size, size, size),
            "have the rest",
            timeline.Steps,
            [.. Undoing.By(charter, timeline.Held)],
            charter.From
        );
    }
}
