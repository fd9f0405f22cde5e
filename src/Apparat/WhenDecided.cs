using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Reporting;
using Apparat.Simulation;
using Apparat.Vocabulary;

namespace Apparat;

/// <summary>When was it decided: the probability of an outcome as a history unfolds.</summary>
public static class WhenDecided
{
    private const int MonthsAway = 3;

    /// <summary>Which moves are searched, said once for all reports.</summary>
    public const string MovesSearched =
        "Moves searched, each made from the first day of the month and kept up: a contender who holds an office, or heads a body, lays down one of its powers, or all of them, for good (the first reference decides instead); any contender withdraws from all business, for three months or for good. No single vote, alliance or speech was tried: the model has no way to force one.";

    /// <summary>Answers it.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="said">What is said of the last day.</param>
    /// <param name="run">A simulated history of the seed; null for the recorded one.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="sizes">How fine and how many.</param>
    /// <param name="divisions">Divisions of the record, told in the months of turning points; null for none.</param>
    /// <param name="runner">Who plays; null for the threads of this machine.</param>
    /// <param name="progress">Told how far the histories have come.</param>
    /// <param name="cancel">When cancelled, what is finished is answered from, and the answer says so.</param>
    /// <exception cref="ArgumentException">There is no record to follow.</exception>
    public static async Task<(Decided Answer, ImmutableDictionary<Turn, ImmutableArray<string>> Acts)> Run(
        Scenario scenario,
        Statement said,
        int? run,
        ulong seed,
        DecidedSizes sizes,
        IReadOnlyList<RecordedDivision>? divisions = null,
        IEnsembleRunner? runner = null,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(sizes);
        return await Run(
                scenario,
                said,
                run,
                seed,
                sizes,
                new EnsembleSet(),
                divisions ?? [],
                runner ?? new LocalRunner(),
                progress,
                cancel
            )
            .ConfigureAwait(false);
    }

    /// <summary>The same beside histories that are there already.</summary>
    internal static async Task<(Decided Answer, ImmutableDictionary<Turn, ImmutableArray<string>> Acts)> Run(
        Scenario scenario,
        Statement said,
        int? run,
        ulong seed,
        DecidedSizes sizes,
        EnsembleSet set,
        IReadOnlyList<RecordedDivision> divisions,
        IEnsembleRunner runner,
        IProgress<EnsembleProgress>? progress,
        CancellationToken cancel
    )
    {
        if (run is null && scenario.Record.Tenures.IsEmpty)
            throw new ArgumentException("This scenario has no record to follow: follow a simulated history with --run.");
        PathOfHistory path = run is { } number ? new SimulatedPath(seed, number) : new RecordedPath();
        var trace = run is { } k ? Histories.Tell(scenario, seed, k) : null;
        var study = new DecidedStudy(scenario, said, path, seed, sizes, at => Moves(scenario, at, HoldersAt(scenario, trace, at.Turn)));
        var answer = await Explain.Answer(study, set, runner, progress, cancel).ConfigureAwait(false);
        var acts = trace is null
            ? answer.TurningPoints.ToImmutableDictionary(t => t.Turn, t => RecordedActs(scenario, divisions, t.Turn))
            : SimulatedActs(scenario, trace, answer.TurningPoints);
        return (answer, acts);
    }

    // Who holds which organ when a month begins, of those who can be named.
    private static HashSet<(OrganId Organ, PersonId Person)> HoldersAt(Scenario scenario, Trace? trace, Turn turn)
    {
        var day = scenario.Calendar.FirstDayOf(turn);
        if (trace is null)
            return
            [
                .. scenario
                    .Record.Tenures.Where(t => !t.Person.IsNone && t.From <= day && (t.Until ?? DateOnly.MaxValue) > day)
                    .Select(t => (t.Organ, t.Person)),
            ];
        HashSet<(OrganId, PersonId)> holders = [.. trace.FirstSeats.Select(s => (s.Organ, s.Person))];
        foreach (var e in trace.Entries.Where(e => e.Turn < turn))
        {
            if (e.Kind == TraceKind.Placed)
                holders.Add((e.Organ, e.Person));
            else if (e.Kind == TraceKind.Left)
                holders.Remove((e.Organ, e.Person));
        }
        return holders;
    }

    private static ImmutableArray<PossibleMove> Moves(Scenario scenario, TurningPoint at, HashSet<(OrganId Organ, PersonId Person)> holders)
    {
        var moves = ImmutableArray.CreateBuilder<PossibleMove>();
        foreach (var contender in scenario.Cast.Contenders)
        {
            var name = scenario[contender].Name;
            foreach (var office in scenario.Charter.Organs.Where(o => (o.IsOffice || o.Seats == 1) && holders.Contains((o.Id, contender))))
            {
                var powers = OfficePowers.Of(scenario.Charter, office.Id);
                foreach (var power in powers)
                    moves.Add(new(name, $"lays down {power} as {office.Name}", new Strike([power], 0, at.Day)));
                if (powers.Length > 1)
                    moves.Add(new(name, $"lays down all powers as {office.Name}", new Strike(powers, 0, at.Day)));
            }
            if (scenario.Record.Tenures.Any(t => t.Person == contender) || !scenario[contender].Holds.IsEmpty)
            {
                var away = Event(new FallsIll(contender), at.Day, $"{name} withdraws");
                moves.Add(
                    new(name, "withdraws from all business for good", new AddEvent(away, $"{name} withdraws on {at.Day:yyyy-MM-dd}"))
                );
                moves.Add(
                    new(
                        name,
                        "withdraws from all business for three months",
                        new Together([
                            new AddEvent(away, $"{name} withdraws on {at.Day:yyyy-MM-dd}"),
                            new AddEvent(
                                Event(new Returns(contender), at.Day.AddMonths(MonthsAway), $"{name} comes back"),
                                $"{name} comes back {MonthsAway} months later"
                            ),
                        ])
                    )
                );
            }
        }
        return moves.ToImmutable();
    }

    private static HistoricalEvent Event(Happening happening, DateOnly day, string name) =>
        new(name, day, FactKind.Given, happening, Citation.None, SourceSpan.Nowhere);

    private static ImmutableArray<string> RecordedActs(Scenario scenario, IReadOnlyList<RecordedDivision> divisions, Turn turn)
    {
        var calendar = scenario.Calendar;
        var (first, next) = (calendar.FirstDayOf(turn), calendar.FirstDayOf(new Turn(turn.Index + 1)));
        bool Within(DateOnly day) => day >= first && day < next;
        var tenures = scenario.Record.Tenures;
        var comes = tenures.Where(t => Within(t.From) && t.From > calendar.From).ToList();
        var leaves = tenures.Where(t => t.Until is { } day && Within(day)).ToList();
        return
        [
            .. scenario
                .Events.Where(e => Within(e.Date))
                .Select(e => (e.Date, Text: e.Name))
                .Concat(Changes(comes, "in", t => t.From))
                .Concat(divisions.Where(d => Within(d.Date)).Select(d => (d.Date, Text: Vote(d))))
                .Concat(Changes(leaves, "out", t => t.Until!.Value))
                .OrderBy(a => a.Date)
                .Select(a => $"{a.Date:yyyy-MM-dd} {a.Text}"),
        ];

        static string Vote(RecordedDivision d) =>
            $"{d.Body} votes: {d.Question}{(d is { For: { } yes, Against: { } no } ? $" ({yes} to {no})" : "")}";

        IEnumerable<(DateOnly Date, string Text)> Changes(List<Tenure> changes, string how, Func<Tenure, DateOnly> day) =>
            changes
                .GroupBy(t => (Day: day(t), t.Organ))
                .Select(g =>
                {
                    // Only those of whom outcomes are kept are named: of the rest, how many.
                    var named = g.Where(t => !t.Person.IsNone && scenario.Cast.Contenders.Contains(t.Person))
                        .Select(t => scenario[t.Person].Name)
                        .ToList();
                    var others = g.Count() - named.Count;
                    if (others > 0)
                        named.Add(named.Count > 0 ? $"{others} more" : $"{others}");
                    return (g.Key.Day, $"{scenario.Charter[g.Key.Organ].Name}: {string.Join(", ", named)} {how}");
                });
    }

    private static ImmutableDictionary<Turn, ImmutableArray<string>> SimulatedActs(
        Scenario scenario,
        Trace trace,
        ImmutableArray<TurningPoint> turning
    )
    {
        var lines = Chronicle.Of(trace).Entries;
        return turning.ToImmutableDictionary(
            t => t.Turn,
            t =>
                lines
                    .Where(l => l.Kind != "summary" && scenario.Calendar.At(l.Day) == t.Turn)
                    .Select(l => l.Text.TrimEnd('.'))
                    .ToImmutableArray()
        );
    }
}
