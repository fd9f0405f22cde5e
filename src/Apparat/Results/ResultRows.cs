using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Apparat.Simulation;

namespace Apparat;

/// <summary>
/// Some rows of a result table, column by column. Numbers, truths and dates are held as numbers (a date as the count of its days),
/// missing ones as not-a-number; texts apart, missing ones as null.
/// </summary>
internal sealed class ResultRows
{
    private readonly double[][] _numbers;
    private readonly string?[][] _texts;

    public ResultRows(ImmutableArray<Column> columns, int capacity)
    {
        Columns = columns;
        Capacity = capacity;
        _numbers = [.. columns.Select(c => c.Type == ColumnType.Text ? [] : new double[capacity])];
        _texts = [.. columns.Select(c => c.Type == ColumnType.Text ? new string?[capacity] : [])];
    }

    public ImmutableArray<Column> Columns { get; }

    public int Capacity { get; }

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    public void Clear() => Count = 0;

    public Span<double> Numbers(int column) => _numbers[column].AsSpan(0, Count);

    public Span<string?> Texts(int column) => _texts[column].AsSpan(0, Count);

    /// <summary>Adds a row with nothing in it and gives its number.</summary>
    public int Add()
    {
        for (var c = 0; c < Columns.Length; c++)
        {
            if (Columns[c].Type == ColumnType.Text)
                _texts[c][Count] = null;
            else
                _numbers[c][Count] = double.NaN;
        }
        return Count++;
    }

    /// <summary>Adds a row of another table with the same columns.</summary>
    public void Add(ResultRows other, int row)
    {
        for (var c = 0; c < Columns.Length; c++)
        {
            if (Columns[c].Type == ColumnType.Text)
                _texts[c][Count] = other._texts[c][row];
            else
                _numbers[c][Count] = other._numbers[c][row];
        }
        Count++;
    }

    public void Set(int column, int row, double value) => _numbers[column][row] = value;

    public void Set(int column, int row, string? value) => _texts[column][row] = value;

    public void Set(int column, int row, DateOnly day) => _numbers[column][row] = day.DayNumber;

    public double Number(int column, int row) => _numbers[column][row];

    public string? Text(int column, int row) => _texts[column][row];

    /// <summary>A row as a line of CSV, its end excluded: what is missing is empty, dates are yyyy-mm-dd, numbers can be read back to the last bit.</summary>
    public void WriteCsv(int row, StringBuilder line)
    {
        for (var c = 0; c < Columns.Length; c++)
        {
            if (c > 0)
                line.Append(',');
            WriteCell(c, row, line);
        }
    }

    /// <summary>A cell as CSV writes it.</summary>
    public void WriteCell(int column, int row, StringBuilder line)
    {
        if (Columns[column].Type == ColumnType.Text)
        {
            Quote(_texts[column][row] ?? "", line);
            return;
        }
        var value = _numbers[column][row];
        if (double.IsNaN(value))
            return;
        switch (Columns[column].Type)
        {
            case ColumnType.Boolean:
                line.Append(value > 0 ? "true" : "false");
                break;
            case ColumnType.Integer:
                line.Append(CultureInfo.InvariantCulture, $"{(long)value}");
                break;
            case ColumnType.Date:
                line.Append(CultureInfo.InvariantCulture, $"{DateOnly.FromDayNumber((int)value):yyyy-MM-dd}");
                break;
            default:
                line.Append(CultureInfo.InvariantCulture, $"{value:R}");
                break;
        }
    }

    public static void Quote(string text, StringBuilder line)
    {
        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0)
            line.Append(text);
        else
            line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
