using System.Collections.Immutable;
using Apparat.Simulation;

namespace Apparat.Reporting;

/// <summary>One thing that happened, in a sentence.</summary>
/// <param name="Day">The day if it is known, else the first day of the month or season.</param>
/// <param name="When">As printed: "17 April 1923", "April 1923" or "Spring 1923".</param>
/// <param name="Kind">What kind of thing, in lower case; "summary" for routine summed up.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Act">The line of the trace it tells; null for one that sums up several.</param>
public sealed record ChronicleLine(DateOnly Day, string When, string Kind, string Text, TraceEntry? Act = null)
{
    /// <summary>Of whom, or against whom; null if of nobody.</summary>
    public string? Person { get; init; }

    /// <summary>By whose hand or motion; null if by nobody's.</summary>
    public string? By { get; init; }

    /// <summary>Where; null if nowhere.</summary>
    public string? Organ { get; init; }

    /// <summary>Under which clause; null if under none.</summary>
    public string? Clause { get; init; }
}

/// <summary>One history as a historian would list it.</summary>
/// <param name="Title">The scenario.</param>
/// <param name="World">The world in the reader's words.</param>
/// <param name="Lead">Who sat where on the first day.</param>
/// <param name="Entries">What happened, in order.</param>
/// <param name="Outcomes">What came of it: each outcome and of whom it holds on the last day.</param>
/// <param name="Trace">The history it tells.</param>
public sealed record Chronicle(
    string Title,
    string World,
    ImmutableArray<string> Lead,
    ImmutableArray<ChronicleLine> Entries,
    ImmutableArray<(string Outcome, ImmutableArray<string> People)> Outcomes,
    Trace Trace
)
{
    /// <summary>Tells a history.</summary>
    /// <param name="trace">The history.</param>
    /// <param name="world">The world in the reader's words.</param>
    /// <param name="everything">True for a line for each line of the trace; false to sum up what is routine.</param>
    public static Chronicle Of(Trace trace, string world = "as it was", bool everything = false)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var phrases = new Phrases(trace);
        return new(
            trace.Scenario.Name,
            world,
            Start(trace, phrases),
            everything ? [.. trace.Entries.Select(phrases.Line)] : new Digest(trace, phrases).Lines(),
            End(trace),
            trace
        );
    }

    private static ImmutableArray<string> Start(Trace trace, Phrases phrases)
    {
        var scenario = trace.Scenario;
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (
            var organ in scenario.Charter.Organs.Where(o =>
                o.IsOffice || o.Id == scenario.Question?.Prize || o.Id == scenario.Question?.DecisiveBody
            )
        )
        {
            var people = trace
                .FirstSeats.Where(s => s.Organ == organ.Id)
                .OrderBy(s => s.Person.Index)
                .Select(s => phrases.Name(s.Person))
                .ToList();
            if (people.Count > 0)
                lines.Add(
                    $"{organ.Name}: {string.Join(", ", people)}{(people.Count < organ.Seats ? $", and {organ.Seats - people.Count} not named" : "")}"
                );
        }
        return lines.ToImmutable();
    }

    private static ImmutableArray<(string, ImmutableArray<string>)> End(Trace trace)
    {
        if (trace.Values.IsEmpty)
            return [];
        var last = trace.Values[^1].Turn;
        return
        [
            .. trace.Scenario.Outcomes.Select(o =>
                (
                    o.Name,
                    trace
                        .Values.Where(v => v.Turn == last && v.Name == o.Name && v.Value > 0)
                        .Select(v => trace.Scenario[v.Subject].Name)
                        .ToImmutableArray()
                )
            ),
        ];
    }
}
