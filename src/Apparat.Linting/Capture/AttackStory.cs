using System.Collections.Immutable;

namespace Apparat.Linting;

/// <summary>One step of an attack.</summary>
/// <param name="Month">By which month after the first day it is done at the earliest.</param>
/// <param name="Deed">What is had or done then: "Board", "they vote in Members".</param>
/// <param name="Provision">Under which provision; null if the charter says nothing about it.</param>
public sealed record AttackStep(int Month, string Deed, string? Provision);

/// <summary>Who, how many people, by when, under which clauses, and what still stops them.</summary>
/// <param name="Attackers">Who they are: "2 of 3 in Secretariat", "101 people who join Members".</param>
/// <param name="People">How many people that is.</param>
/// <param name="Aim">What they can do: "have the rest".</param>
/// <param name="Steps">How, in order.</param>
/// <param name="Checks">Who outside can still undo it, and what else stands in the way.</param>
/// <param name="From">The day from which months are counted; null if none is known.</param>
public sealed record AttackStory(
    string Attackers,
    People People,
    string Aim,
    ImmutableArray<AttackStep> Steps,
    ImmutableArray<string> Checks,
    DateOnly? From = null
)
{
    /// <summary>The story in two sentences.</summary>
    public string Text
    {
        get
        {
            var stops = Checks.IsEmpty ? "Nothing in the charter stops them." : $"What still stops them: {string.Join("; ", Checks)}.";
            if (Steps.IsEmpty)
                return $"{Attackers}: there is nothing more to have. {stops}";
            // A date is told once for all that come on it, and not again where nothing comes before or after.
            var dates = Steps.GroupBy(s => s.Month).OrderBy(g => g.Key).ToList();
            var told = dates.Select(g =>
                string.Join(", ", g.Select(s => s.Provision is null ? s.Deed : $"{s.Deed} ({s.Provision})"))
                + (dates.Count == 1 ? "" : $" {When(g.Key)}")
            );
            return $"{Attackers} can {Aim} {When(Steps.Max(s => s.Month))}: {string.Join("; ", told)}. {stops}";
        }
    }

    /// <summary>The day of a step; null if no first day is known.</summary>
    public DateOnly? Day(AttackStep step) => step is null ? null : From?.AddMonths(step.Month);

    private string When(int month) =>
        month == 0 ? "at once"
        : From is { } day ? FormattableString.Invariant($"by {day.AddMonths(month):MMMM yyyy}")
        : FormattableString.Invariant($"by month {month}");
}
