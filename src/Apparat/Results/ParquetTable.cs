using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Apparat.Simulation;
using Parquet;
using Parquet.Schema;

namespace Apparat;

/// <summary>Result tables as Parquet: flat columns of int64, double, bool, string and date, all of which may be missing.</summary>
internal static class ParquetTable
{
    /// <summary>Opens a file for writing.</summary>
    public static async Task<ParquetWriter> Create(Stream stream, ImmutableArray<Column> columns) =>
        await ParquetWriter
            .CreateAsync(SchemaOf(columns), stream, new ParquetOptions { CompressionMethod = CompressionMethod.Snappy })
            .ConfigureAwait(false);

    /// <summary>Writes rows as one group.</summary>
    public static async Task Write(ParquetWriter writer, ParquetSchema schema, ResultRows rows)
    {
        using var group = writer.CreateRowGroup();
        for (var c = 0; c < rows.Columns.Length; c++)
        {
            var field = schema.DataFields[c];
            await (
                rows.Columns[c].Type switch
                {
                    ColumnType.Text => group.WriteAsync(field, rows.Texts(c).ToArray()!),
                    ColumnType.Boolean => group.WriteAsync<bool>(field, As(rows.Numbers(c), v => v > 0)),
                    ColumnType.Integer => group.WriteAsync<long>(field, As(rows.Numbers(c), v => (long)v)),
                    ColumnType.Date => group.WriteAsync<DateOnly>(field, As(rows.Numbers(c), v => DateOnly.FromDayNumber((int)v))),
                    _ => group.WriteAsync<double>(field, As(rows.Numbers(c), v => v)),
                }
            ).ConfigureAwait(false);
        }
        group.CompleteValidate();
    }

    /// <summary>The schema of a table.</summary>
    public static ParquetSchema SchemaOf(ImmutableArray<Column> columns) =>
        new([.. columns.Select(c => new DataField(c.Name, ClrType(c.Type), isNullable: true))]);

    /// <summary>Reads a file group by group; only one is held at a time, and it is reused.</summary>
    /// <exception cref="ResultException">The file cannot be read, or has other columns than are expected.</exception>
    public static async IAsyncEnumerable<ResultRows> Read(
        string file,
        ImmutableArray<Column> columns,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        await using var stream = OpenFile(file);
        await using var reader = await Open(stream, file, cancel).ConfigureAwait(false);
        var fields = reader.Schema.DataFields;
        if (!fields.Select(f => f.Name).SequenceEqual(columns.Select(c => c.Name), StringComparer.Ordinal))
            throw Damaged(file, "its columns are not those of columns.json");
        ResultRows? rows = null;
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            var n = (int)group.RowCount;
            if (rows is null || rows.Capacity < n)
                rows = new ResultRows(columns, Math.Max(1, n));
            rows.Clear();
            for (var i = 0; i < n; i++)
                rows.Add();
            for (var c = 0; c < columns.Length; c++)
                await ReadColumn(group, fields[c], columns[c].Type, rows, c, file, cancel).ConfigureAwait(false);
            yield return rows;
        }
    }

    private static async Task ReadColumn(
        ParquetRowGroupReader group,
        DataField field,
        ColumnType type,
        ResultRows rows,
        int c,
        string file,
        CancellationToken cancel
    )
    {
        try
        {
            switch (type)
            {
                case ColumnType.Text:
                    var texts = new string?[rows.Count];
                    await group.ReadAsync(field, texts.AsMemory(), cancellationToken: cancel).ConfigureAwait(false);
                    texts.CopyTo(rows.Texts(c));
                    break;
                case ColumnType.Boolean:
                    Back(await Cells<bool>().ConfigureAwait(false), rows.Numbers(c), v => v ? 1 : 0);
                    break;
                case ColumnType.Integer:
                    Back(await Cells<long>().ConfigureAwait(false), rows.Numbers(c), v => v);
                    break;
                case ColumnType.Date:
                    Back(await Cells<DateOnly>().ConfigureAwait(false), rows.Numbers(c), v => v.DayNumber);
                    break;
                default:
                    Back(await Cells<double>().ConfigureAwait(false), rows.Numbers(c), v => v);
                    break;
            }
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            throw Damaged(file, $"the column {field.Name} cannot be read: {e.Message}");
        }

        async Task<T?[]> Cells<T>()
            where T : struct
        {
            var cells = new T?[rows.Count];
            await group.ReadAsync<T>(field, cells.AsMemory(), cancellationToken: cancel).ConfigureAwait(false);
            return cells;
        }
    }

    private static FileStream OpenFile(string file) =>
        File.Exists(file)
            ? File.OpenRead(file)
            : throw new ResultException($"{file} is missing: this is not a whole result folder.", damaged: true);

    private static async Task<ParquetReader> Open(Stream stream, string file, CancellationToken cancel)
    {
        try
        {
            return await ParquetReader
                .CreateAsync(
                    stream,
                    new ParquetOptions { UseDateOnlyTypeForDates = true },
                    leaveStreamOpen: true,
                    cancellationToken: cancel
                )
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            throw Damaged(file, e.Message);
        }
    }

    private static ResultException Damaged(string file, string why) => new($"{file} is damaged: {why}.", damaged: true);

    private static Type ClrType(ColumnType type) =>
        type switch
        {
            ColumnType.Text => typeof(string),
            ColumnType.Boolean => typeof(bool),
            ColumnType.Integer => typeof(long),
            ColumnType.Date => typeof(DateOnly),
            _ => typeof(double),
        };

    private static ReadOnlyMemory<T?> As<T>(ReadOnlySpan<double> values, Func<double, T> as_)
        where T : struct
    {
        var cells = new T?[values.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = double.IsNaN(values[i]) ? null : as_(values[i]);
        return cells;
    }

    private static void Back<T>(T?[] cells, Span<double> values, Func<T, double> back)
        where T : struct
    {
        for (var i = 0; i < cells.Length; i++)
            values[i] = cells[i] is { } v ? back(v) : double.NaN;
    }
}
