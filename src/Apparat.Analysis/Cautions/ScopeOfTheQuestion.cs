namespace Apparat.Analysis;

/// <summary>What lies outside the question, in the scenario's own words (rulings D9).</summary>
public sealed record ScopeOfTheQuestion : Caution
{
    /// <inheritdoc/>
    public override string Id => "scope";

    /// <inheritdoc/>
    public override int Rank => 4;

    /// <inheritdoc/>
    public override IEnumerable<Warning> Meet(IAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return (answer.Scenario.Question?.Scope ?? []).Select(line => new Warning(
            Id,
            answer.Title,
            line,
            "An answer holds for the question as it was put, and for no wider one.",
            ""
        ));
    }
}
