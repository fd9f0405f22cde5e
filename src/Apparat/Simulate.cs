using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Reporting;
using Apparat.Simulation;

namespace Apparat;

/// <summary>Plays a scenario many times.</summary>
public static class Simulate
{
    /// <summary>Runs handed to a runner at a time: what is held in memory, and the step in which a precision is approached.</summary>
    private const int Batch = 1000;

    /// <summary>Plays an order and writes a result folder.</summary>
    /// <param name="order">What to play and keep.</param>
    /// <param name="folder">Where to write; null to write nothing.</param>
    /// <param name="force">True to write over a result folder that is there.</param>
    /// <param name="runner">Who plays; null for the threads of this machine.</param>
    /// <param name="threads">Threads for following runs turn by turn; 0 for one a core.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">When cancelled, what is finished is kept and the summary says so.</param>
    /// <exception cref="ResultException">The folder may not be written.</exception>
    /// <exception cref="ScenarioException">A change cannot be read.</exception>
    public static async Task<RunSummary> Run(
        RunOrder order,
        string? folder,
        bool force = false,
        IEnsembleRunner? runner = null,
        int threads = 0,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(order);
        runner ??= new LocalRunner(threads);
        var changes = order.Changes();
        var columns = ResultColumns.Of(order, changes);
        if (folder is null)
            return await Play(order, changes, columns, [], null, runner, threads, progress, cancel).ConfigureAwait(false);
        await using var result = ResultFolder.Begin(folder, force);
        RunSummary summary;
        await using (var tables = new TableFiles(result.Staging))
            summary = await Play(order, changes, columns, [], tables, runner, threads, progress, cancel).ConfigureAwait(false);
        result.Keep(order, columns, summary);
        result.Commit();
        return summary;
    }

    /// <summary>Plays the runs of an order, or those given for each point, and hands the rows on.</summary>
    internal static async Task<RunSummary> Play(
        RunOrder order,
        ImmutableArray<Amendment?> changes,
        ResultColumns columns,
        ImmutableArray<ImmutableArray<int>> only,
        IResultTables? tables,
        IEnsembleRunner runner,
        int threads,
        IProgress<EnsembleProgress>? progress,
        CancellationToken cancel
    )
    {
        var rows = tables is null ? null : new ResultWriter(order, columns, tables, threads);
        var fingerprint = new FingerprintBuilder();
        var worlds = ImmutableArray.CreateBuilder<WorldSummary>();
        var (complete, precise) = (true, true);
        var numbers = Enumerable.Range(0, changes.Length).Select(p => only.IsEmpty ? order.Numbers() : only[p]).ToArray();
        var (done, total) = (0L, numbers.Sum(n => (long)n.Length));
        for (var point = 0; point < changes.Length; point++)
        {
            var plan = new EnsemblePlan(order.Source.Scenario, changes[point], order.Seed, numbers[point]);
            var tally = new Tally(order.Source.Scenario);
            for (var from = 0; from < plan.Numbers.Length && complete; from += Batch)
            {
                var part = progress is null ? null : new PartialProgress(progress, done, total, point + 1, changes.Length);
                var chunk = plan with { Numbers = plan.Numbers.Slice(from, Math.Min(Batch, plan.Numbers.Length - from)) };
                var ensemble = await runner.Run(chunk, part, cancel).ConfigureAwait(false);
                done += ensemble.Runs;
                complete = ensemble.IsComplete;
                tally.Add(ensemble);
                foreach (var print in ensemble.Fingerprints)
                {
                    fingerprint.Add(print.High);
                    fingerprint.Add(print.Low);
                }
                if (rows is not null)
                    await rows.Write(ensemble, point).ConfigureAwait(false);
                if (order.Until is { } width && tally.HalfWidth <= width)
                    break;
            }
            precise &= order.Until is not { } asked || tally.HalfWidth <= asked;
            worlds.Add(tally.Summary(plan.WorldName));
            if (!complete)
                break;
        }
        if (rows is not null)
            await rows.Finish().ConfigureAwait(false);
        return new(worlds.ToImmutable(), fingerprint.Value, complete, precise);
    }
}

/// <summary>Turns ensembles into rows of result tables; runs that are to be followed are played again with everything written down.</summary>
internal sealed class ResultWriter
{
    private readonly RunOrder _order;
    private readonly ResultColumns _columns;
    private readonly int _threads;
    private readonly ImmutableArray<TableFeed> _feeds;
    private readonly TableFeed _runs;
    private readonly TableFeed _people;
    private readonly TableFeed? _turns;
    private readonly TableFeed? _acts;

    public ResultWriter(RunOrder order, ResultColumns columns, IResultTables tables, int threads)
    {
        (_order, _columns, _threads) = (order, columns, threads);
        _runs = Feed(ResultColumns.Runs)!;
        _people = Feed(ResultColumns.People)!;
        _turns = Feed(ResultColumns.Turns);
        _acts = Feed(ResultColumns.Acts);
        _feeds = [.. new[] { _runs, _people, _turns, _acts }.OfType<TableFeed>()];

        TableFeed? Feed(string table) => columns.Tables.TryGetValue(table, out var c) ? new TableFeed(table, c, tables) : null;
    }

    private Scenario Scenario => _order.Source.Scenario;

    /// <summary>Writes the rows of an ensemble of one point of the design.</summary>
    public async Task Write(Ensemble ensemble, int point)
    {
        var dates = Enumerable
            .Range(0, Scenario.Calendar.Turns + 1)
            .Select(t => (double)Scenario.Calendar.FirstDayOf(new Turn(t)).DayNumber)
            .ToArray();
        for (var row = 0; row < ensemble.Runs; row++)
        {
            var number = ensemble.Numbers[row];
            await _runs.MakeRoom().ConfigureAwait(false);
            var at = Key(_runs.Rows, point, number);
            _runs.Rows.Set(_columns.Keys, at, ensemble.Fingerprints[row].ToString());
            for (var c = 0; c < ensemble.Columns.Length; c++)
                _runs.Rows.Set(_columns.Keys + 1 + c, at, Value(ensemble.Columns[c]));
            foreach (var person in Scenario.Cast.Contenders.Select(p => Scenario[p]))
            {
                await _people.MakeRoom().ConfigureAwait(false);
                at = Key(_people.Rows, point, number);
                _people.Rows.Set(_columns.Keys, at, person.Name);
                var next = _columns.Keys + 1;
                foreach (var column in ColumnsOf(person))
                    _people.Rows.Set(next++, at, Dated(ensemble[column.Name][row], column.IsDate));
            }

            double Value(Column c) => Dated(ensemble[c.Name][row], c.Type == ColumnType.Date);
        }
        if (_turns is not null || _acts is not null)
            await Follow(ensemble, point).ConfigureAwait(false);

        double Dated(double value, bool isDate) => isDate && !double.IsNaN(value) ? dates[(int)value] : value;
    }

    public async Task Finish()
    {
        foreach (var feed in _feeds)
            await feed.Finish().ConfigureAwait(false);
    }

    private IEnumerable<(string Name, bool IsDate)> ColumnsOf(Person person) =>
        Scenario
            .Outcomes.SelectMany(o =>
                new[] { (ColumnName.Of(o, person), false), (ColumnName.FirstOf(o, person), true), (ColumnName.SettledOf(o, person), true) }
            )
            .Concat(Scenario.Measures.Select(m => (ColumnName.Of(m, person), false)));

    private async Task Follow(Ensemble ensemble, int point)
    {
        var followed = ensemble.Numbers.TakeWhile(n => n < Math.Max(_order.TurnsOf, _order.ActsOf)).ToArray();
        var row = 0;
        foreach (var trace in Histories.Tell(ensemble.Plan.World, ensemble.Plan.Seed, followed, _threads))
        {
            if (trace.Fingerprint != ensemble.Fingerprints[row++])
                throw new InvalidOperationException($"Run {trace.Number} told again is not the run that was played.");
            if (_turns is not null && trace.Number < _order.TurnsOf)
                await Turns(trace, point).ConfigureAwait(false);
            if (_acts is not null && trace.Number < _order.ActsOf)
                await Acts(trace, point).ConfigureAwait(false);
        }
    }

    private async Task Turns(Trace trace, int point)
    {
        var (rows, k) = (_turns!.Rows, _columns.Keys);
        foreach (var value in trace.Values)
        {
            await _turns.MakeRoom().ConfigureAwait(false);
            var at = Key(rows, point, trace.Number);
            rows.Set(k, at, trace.Scenario.Calendar.FirstDayOf(value.Turn));
            rows.Set(k + 1, at, value.Name);
            rows.Set(k + 2, at, trace.Scenario[value.Subject].Name);
            rows.Set(k + 3, at, value.Value);
        }
    }

    private async Task Acts(Trace trace, int point)
    {
        var (rows, k) = (_acts!.Rows, _columns.Keys);
        foreach (var line in Chronicle.Of(trace, everything: true).Entries)
        {
            await _acts.MakeRoom().ConfigureAwait(false);
            var at = Key(rows, point, trace.Number);
            var act = line.Act!.Value;
            var voted = act.Kind == TraceKind.Voted;
            rows.Set(k, at, line.Day);
            rows.Set(k + 1, at, line.Kind);
            rows.Set(k + 2, at, line.Person);
            rows.Set(k + 3, at, line.By);
            rows.Set(k + 4, at, line.Organ);
            rows.Set(k + 5, at, line.Clause);
            rows.Set(k + 6, at, voted ? act.Yes : double.NaN);
            rows.Set(k + 7, at, voted ? act.No : double.NaN);
            rows.Set(k + 8, at, voted ? act.Needed : double.NaN);
            rows.Set(k + 9, at, voted ? act.Forecast : double.NaN);
            rows.Set(k + 10, at, line.Text);
        }
    }

    private int Key(ResultRows rows, int point, int number)
    {
        var row = rows.Add();
        if (_columns.Keys > 1)
            rows.Set(0, row, point + 1);
        rows.Set(_columns.Keys - 1, row, number);
        return row;
    }
}
