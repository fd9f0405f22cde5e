using Apparat.Model;

namespace Apparat.Analysis;

/// <summary>
/// Bodies keep the size they have on a day: later recorded enlargements do not happen. The first-size question, asked from a later day.
/// </summary>
/// <param name="Day">The day.</param>
public sealed record KeepSizesFrom(DateOnly Day) : Amendment
{
    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario with { Events = [.. scenario.Events.Where(e => e.Happening is not ISizeChange || e.Date <= Day)] };
    }

    /// <inheritdoc/>
    public override string Describe(Scenario scenario) => $"bodies keep their size of {Day:yyyy-MM-dd}";
}
