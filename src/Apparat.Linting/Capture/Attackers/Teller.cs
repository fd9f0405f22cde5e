using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Whoever counts the votes: one person, or the majority of a body of tellers.</summary>
internal static class Teller
{
    /// <summary>The story of a count under a provision.</summary>
    public static AttackStory Of(LintContext charter, string provision, CountNorm count)
    {
        var size = charter.SizeOf(count.By);
        var people = Majority.Simple.Needed(size);
        var organ = charter.Charter[count.To];
        var held = new HashSet<int> { charter.Graph[count.To].Index, charter.Graph[count.By].Index };
        return new AttackStory(
            size == 1
                ? $"The holder of {charter.Name(count.By)}"
                : FormattableString.Invariant($"{people} of {size} in {charter.Name(count.By)}"),
            new People(people, people, people),
            $"say who was elected to {charter.Name(count.To)}",
            [new AttackStep(CaptureTime.Months(charter.Charter, organ) ?? 0, "when the votes are counted", provision)],
            [.. Undoing.By(charter, held)],
            charter.From
        );
    }
}
