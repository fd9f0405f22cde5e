using System.Collections.Immutable;
using Apparat.Simulation;

namespace Apparat;

/// <summary>Where the rows of result tables go: into files, or beside files to be compared with them.</summary>
internal interface IResultTables
{
    /// <summary>Takes rows of a table; those of one table come in order, in groups of the same size but for the last.</summary>
    Task Take(string table, ResultRows rows);
}

/// <summary>Gathers the rows of one table into groups.</summary>
internal sealed class TableFeed(string table, ImmutableArray<Column> columns, IResultTables to)
{
    /// <summary>Rows in a group: part of the format, since Parquet files show it.</summary>
    public const int Group = 8192;

    private readonly ResultRows _rows = new(columns, Group);

    public ResultRows Rows => _rows;

    public string Table => table;

    /// <summary>Hands on what has been gathered if the group is full: to be called before a row is added.</summary>
    public ValueTask MakeRoom() => _rows.IsFull ? new ValueTask(HandOn()) : ValueTask.CompletedTask;

    /// <summary>Hands on the last rows; a table without rows is handed on too.</summary>
    public Task Finish() => HandOn();

    private async Task HandOn()
    {
        await to.Take(table, _rows).ConfigureAwait(false);
        _rows.Clear();
    }
}
