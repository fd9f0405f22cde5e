using System.Collections.Immutable;
using Apparat.Language;
using Apparat.Model;

namespace Apparat;

/// <summary>What a check found.</summary>
/// <param name="Read">What reading gave.</param>
/// <param name="Hindsight">What a contemporary could not have known, if a day was given.</param>
/// <param name="Verdicts">Each outcome said of each contender on the record's last day; empty without a record.</param>
/// <param name="HeadlineHolds">Whether the record satisfies the headline for the holder asked about; null if it cannot be judged.</param>
public sealed record CheckResult(
    ReadResult Read,
    ImmutableArray<Diagnostic> Hindsight,
    ImmutableArray<(string Outcome, string Person, bool Holds)> Verdicts,
    bool? HeadlineHolds
)
{
    /// <summary>Whether there is anything to mend.</summary>
    public bool HasFindings => !Read.IsUsable || HeadlineHolds == false || Hindsight.Any(d => d.Severity == Severity.Warning);
}

/// <summary>Reads a scenario and judges its outcomes on the record.</summary>
public static class Check
{
    /// <summary>Checks a scenario; with <paramref name="asOf"/> also against hindsight.</summary>
    /// <exception cref="FileNotFoundException">There is no such scenario.</exception>
    public static CheckResult Run(string name, DateOnly? asOf = null)
    {
        var read = ScenarioFile.Read(name);
        var hindsight = asOf is { } day ? HindsightGuard.Check(read, day) : [];
        if (read.Scenario is not { } scenario || scenario.Record.Tenures.IsEmpty)
            return new(read, hindsight, [], null);
        var judged = new RecordView(scenario).Judge(scenario.Calendar.Until);
        var headline = scenario.Question is { } q
            ? judged.FirstOrDefault(j => j.Outcome.Name == q.Headline && j.Person == q.Holder)
            : default;
        return new(
            read,
            hindsight,
            [.. judged.Select(j => (j.Outcome.Name, scenario[j.Person].Name, j.Holds))],
            headline.Outcome is null ? null : headline.Holds
        );
    }
}
