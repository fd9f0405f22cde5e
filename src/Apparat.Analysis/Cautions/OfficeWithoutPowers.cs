namespace Apparat.Analysis;

/// <summary>The scenario gives the office no power at all, so that striking its powers changes nothing.</summary>
public sealed record OfficeWithoutPowers : Caution
{
    /// <inheritdoc/>
    public override string Id => "office-without-powers";

    /// <inheritdoc/>
    public override int Rank => 1;

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Scenario.Question is not { } question || !OfficePowers.Of(answer.Scenario).IsEmpty)
            yield break;
        yield return new(
            Id,
            answer.Scenario.Charter[question.Office].Name,
            "No clause of the charter is carried out by this office or the body it heads.",
            "Striking its powers then changes nothing, whatever the office was in fact.",
            "Check the clauses: an actor may be missing."
        );
    }
}
