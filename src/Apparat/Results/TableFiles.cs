using System.Text;
using Parquet;
using Parquet.Schema;

namespace Apparat;

/// <summary>Writes tables into a folder, each as Parquet and as CSV with the same rows.</summary>
internal sealed class TableFiles(string folder) : IResultTables, IAsyncDisposable
{
    private readonly Dictionary<string, Open> _open = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task Take(string table, ResultRows rows)
    {
        if (!_open.TryGetValue(table, out var files))
            _open[table] = files = await Start(table, rows).ConfigureAwait(false);
        if (rows.Count > 0)
            await ParquetTable.Write(files.Parquet, files.Schema, rows).ConfigureAwait(false);
        var lines = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            rows.WriteCsv(row, lines);
            lines.Append('\n');
        }
        await files.Csv.WriteAsync(lines).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var files in _open.Values)
        {
            await files.Parquet.DisposeAsync().ConfigureAwait(false);
            await files.Stream.DisposeAsync().ConfigureAwait(false);
            await files.Csv.DisposeAsync().ConfigureAwait(false);
        }
        _open.Clear();
    }

    private async Task<Open> Start(string table, ResultRows rows)
    {
        var stream = File.Create(Path.Combine(folder, $"{table}.parquet"));
        var csv = new StreamWriter(Path.Combine(folder, $"{table}.csv"), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        var heading = new StringBuilder();
        heading.AppendJoin(',', rows.Columns.Select(c => c.Name)).Append('\n');
        await csv.WriteAsync(heading).ConfigureAwait(false);
        return new(await ParquetTable.Create(stream, rows.Columns).ConfigureAwait(false), ParquetTable.SchemaOf(rows.Columns), stream, csv);
    }

    private sealed record Open(ParquetWriter Parquet, ParquetSchema Schema, Stream Stream, StreamWriter Csv);
}
