using Apparat.Model;

namespace Apparat.Analysis;

/// <summary>
/// Sizes, dates or deeds that a modelled actor decided are held at the record in a world that plays forward (rulings D1, D2).
/// </summary>
public sealed record RecordedFactsHeld : Caution
{
    /// <inheritdoc/>
    public override string Id => "recorded-facts-held";

    /// <inheritdoc/>
    public override int Rank => 2;

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!answer.IsForward)
            yield break;
        var recorded = answer.Scenario.Events.Where(e => e.Kind == FactKind.Recorded).OrderBy(e => e.Date).ToArray();
        var meetings = answer.Scenario.Charter.Organs.Where(o => !o.Meets.Dates.IsDefaultOrEmpty).Select(o => o.Name).ToArray();
        if (recorded.Length == 0 && meetings.Length == 0)
            yield break;
        var held = new List<string>();
        if (recorded.Length > 0)
            held.Add(
                $"{recorded.Length} recorded event{(recorded.Length == 1 ? "" : "s")} ({string.Join("; ", recorded.Select(e => $"{e.Date:yyyy-MM-dd} {e.Name}"))})"
            );
        if (meetings.Length > 0)
            held.Add($"the recorded meeting days of {string.Join(", ", meetings)}");
        yield return new(
            Id,
            "forward worlds",
            $"Held at the record in every world: {string.Join("; ", held)}.",
            "Actors of the model decided these: elsewhere they might differ, so the difference between worlds may be too small.",
            recorded.Any(e => e.Happening is ISizeChange) ? "Compare the answer with bodies at their first size, printed beside it." : ""
        );
    }
}
