using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Apparat.Numerics;
using Apparat.Simulation;

namespace Apparat;

/// <summary>What playing a result again came to.</summary>
/// <param name="Runs">How many histories were played again.</param>
/// <param name="Stated">The fingerprint the folder states.</param>
/// <param name="Played">The fingerprint of the histories played again.</param>
/// <param name="Differences">What differs, the first of it; empty if nothing does.</param>
/// <param name="Count">How much differs in all.</param>
/// <param name="MadeBy">The program that made the folder, if it is another than this; null if it is the same.</param>
/// <param name="IsComplete">False if it was cancelled: what was played until then is what was compared.</param>
public sealed record Verification(
    long Runs,
    Fingerprint Stated,
    Fingerprint Played,
    ImmutableArray<string> Differences,
    long Count,
    string? MadeBy,
    bool IsComplete
)
{
    /// <summary>Whether all of it is as the folder says.</summary>
    public bool Holds => IsComplete && Count == 0;
}

/// <summary>Plays the plan of a result folder again, in memory, and compares every number with those in its files.</summary>
public static class Verify
{
    /// <summary>Checks a result folder against the scenario and plan it keeps.</summary>
    /// <exception cref="ResultException">It is no result folder, or a file in it is damaged.</exception>
    public static async Task<Verification> Run(
        string folder,
        int threads = 0,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var order = ResultFolder.Reading(folder, ResultFolder.Plan, plan => RunOrder.Read(folder, plan));
        var made = ResultFolder.ReadJson(folder, ResultFolder.Provenance);
        var changes = order.Changes();
        var columns = ResultColumns.Of(order, changes);
        var check = new TableCheck(folder, columns);
        var complete = ResultFolder.Reading(folder, ResultFolder.Provenance, p => p["is_complete"]!.GetValue<bool>());
        var stated = ResultFolder.Reading(folder, ResultFolder.Provenance, p => Fingerprint.Parse(p["fingerprint"]!.GetValue<string>()));
        // Where a run was cancelled or stopped at its precision, the table says which histories there are.
        var only = complete && order.Until is null ? [] : await Numbers(folder, columns, changes.Length, cancel).ConfigureAwait(false);
        if (!JsonNode.DeepEquals(ResultFolder.ReadJson(folder, ResultFolder.Columns), JsonNode.Parse(columns.ToJson().ToJsonString())))
            check.Differs($"{ResultFolder.Columns}: these are not the columns this program writes for the plan");
        var summary = await Simulate
            .Play(order with { Until = null }, changes, columns, only, check, new LocalRunner(threads), threads, progress, cancel)
            .ConfigureAwait(false);
        if (summary.IsComplete)
            await check.Finish().ConfigureAwait(false);
        await check.DisposeAsync().ConfigureAwait(false);
        if (summary.IsComplete && summary.Fingerprint != stated)
            check.Differs($"{ResultFolder.Provenance}: the fingerprint is {stated} there and {summary.Fingerprint} when played again");
        return new(summary.Runs, stated, summary.Fingerprint, [.. check.Differences], check.Count, Other(made), summary.IsComplete);
    }

    private static string? Other(JsonObject made) =>
        made["program"]?.ToString() == ProgramVersion.Program
        && made["results_version"]?.ToString() == FormattableString.Invariant($"{ProgramVersion.Results}")
            ? null
            : $"Apparat {made["program"]}, results version {made["results_version"]}";

    private static async Task<ImmutableArray<ImmutableArray<int>>> Numbers(
        string folder,
        ResultColumns columns,
        int points,
        CancellationToken cancel
    )
    {
        var numbers = Enumerable.Range(0, points).Select(_ => ImmutableArray.CreateBuilder<int>()).ToArray();
        await foreach (
            var rows in ParquetTable
                .Read(Path.Combine(folder, "runs.parquet"), columns.Tables[ResultColumns.Runs], cancel)
                .ConfigureAwait(false)
        )
        {
            for (var row = 0; row < rows.Count; row++)
            {
                var point = columns.Keys == 1 ? 0 : (int)rows.Number(0, row) - 1;
                var number = rows.Number(columns.Keys - 1, row);
                if (point < 0 || point >= points || !(number >= 0 && number < int.MaxValue))
                    throw new ResultException($"{folder}/runs.parquet is damaged: a row names no run of the plan.", damaged: true);
                numbers[point].Add((int)number);
            }
        }
        return [.. numbers.Select(n => n.Order().Distinct().ToImmutableArray())];
    }
}

/// <summary>Compares rows, as they are played, with those in the files of a folder: Parquet cell by cell, CSV line by line.</summary>
internal sealed class TableCheck(string folder, ResultColumns columns) : IResultTables, IAsyncDisposable
{
    private const int Told = 10;
    private readonly Dictionary<string, Files> _open = new(StringComparer.Ordinal);

    public List<string> Differences { get; } = [];

    public long Count { get; private set; }

    public void Differs(string what)
    {
        if (Count++ < Told)
            Differences.Add(what);
    }

    /// <inheritdoc/>
    public async Task Take(string table, ResultRows rows)
    {
        var files = await Open(table).ConfigureAwait(false);
        for (var row = 0; row < rows.Count; row++)
        {
            if (await files.Next().ConfigureAwait(false))
                Compare(table, rows, row, files.Rows, files.Row);
            else
                Differs($"{table}.parquet: {Where(rows, row)} is missing");
            CompareLine(table, rows, row, await files.Csv.ReadLineAsync().ConfigureAwait(false));
        }
    }

    /// <summary>Looks whether the files have more rows than were played.</summary>
    public async Task Finish()
    {
        foreach (var table in columns.Tables.Keys.Order(StringComparer.Ordinal))
        {
            var files = await Open(table).ConfigureAwait(false);
            if (await files.Next().ConfigureAwait(false))
                Differs($"{table}.parquet: it has rows that were not played, the first being {Where(files.Rows, files.Row)}");
            if (await files.Csv.ReadLineAsync().ConfigureAwait(false) is { } line)
                Differs($"{table}.csv: it has lines that were not played, the first being {line}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var files in _open.Values)
            await files.DisposeAsync().ConfigureAwait(false);
        _open.Clear();
    }

    private void Compare(string table, ResultRows played, int row, ResultRows kept, int at)
    {
        for (var c = 0; c < played.Columns.Length; c++)
        {
            var same =
                played.Columns[c].Type == ColumnType.Text
                    ? played.Text(c, row) == kept.Text(c, at)
                    : BitConverter.DoubleToInt64Bits(played.Number(c, row)) == BitConverter.DoubleToInt64Bits(kept.Number(c, at))
                        || (double.IsNaN(played.Number(c, row)) && double.IsNaN(kept.Number(c, at)));
            if (!same)
                Differs(
                    $"{table}.parquet: {Where(played, row)}, {played.Columns[c].Name} is {Cell(kept, c, at)} there and {Cell(played, c, row)} when played again"
                );
        }
    }

    private void CompareLine(string table, ResultRows rows, int row, string? kept)
    {
        var line = new StringBuilder();
        rows.WriteCsv(row, line);
        if (kept is null || !line.Equals(kept.AsSpan()))
            Differs(
                $"{table}.csv: {Where(rows, row)} is {(kept is null ? "missing" : $"\"{Short(kept)}\" there and \"{Short(line.ToString())}\" when played again")}"
            );
    }

    private string Where(ResultRows rows, int row) =>
        FormattableString.Invariant(
            $"{(columns.Keys > 1 ? $"point {rows.Number(0, row)}, " : "")}run {rows.Number(columns.Keys - 1, row)}"
        );

    private static string Cell(ResultRows rows, int column, int row)
    {
        var text = new StringBuilder();
        rows.WriteCell(column, row, text);
        return text.Length == 0 ? "missing" : text.ToString();
    }

    private static string Short(string line) => line.Length <= 80 ? line : line[..77] + "...";

    private async Task<Files> Open(string table)
    {
        if (_open.TryGetValue(table, out var files))
            return files;
        var csv = Path.Combine(folder, $"{table}.csv");
        if (!File.Exists(csv))
            throw new ResultException($"{csv} is missing: this is not a whole result folder.", damaged: true);
        var reader = new StreamReader(csv, new UTF8Encoding(false));
        var heading = await reader.ReadLineAsync().ConfigureAwait(false);
        if (heading != string.Join(',', columns.Tables[table].Select(c => c.Name)))
            Differs($"{table}.csv: its heading is not that of columns.json");
        return _open[table] = new Files(
            ParquetTable.Read(Path.Combine(folder, $"{table}.parquet"), columns.Tables[table]).GetAsyncEnumerator(),
            reader
        );
    }

    private sealed class Files(IAsyncEnumerator<ResultRows> groups, StreamReader csv) : IAsyncDisposable
    {
        private bool _started;
        private bool _ended;

        public StreamReader Csv => csv;

        public ResultRows Rows => groups.Current;

        public int Row { get; private set; }

        public async Task<bool> Next()
        {
            if (_ended)
                return false;
            Row++;
            while (!_started || Row >= Rows.Count)
            {
                _started = true;
                Row = 0;
                if (!await groups.MoveNextAsync().ConfigureAwait(false))
                {
                    _ended = true;
                    return false;
                }
            }
            return true;
        }

        public async ValueTask DisposeAsync()
        {
            await groups.DisposeAsync().ConfigureAwait(false);
            csv.Dispose();
        }
    }
}
