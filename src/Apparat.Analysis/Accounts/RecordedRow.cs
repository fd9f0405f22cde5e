using System.Collections.Immutable;

namespace Apparat.Analysis;

/// <summary>What really happened, as a row of the table of runs: judged by the code that judges runs, where seats alone settle it.</summary>
/// <param name="Values">Values by column name; times count turns, and what never came is not a number. What no record settles is missing.</param>
public sealed record RecordedRow(ImmutableSortedDictionary<string, double> Values)
{
    /// <summary>Whether the record settles a column.</summary>
    public bool Has(string column) => Values.ContainsKey(column);

    /// <summary>A column's value.</summary>
    /// <exception cref="KeyNotFoundException">The record does not settle it.</exception>
    public double this[string column] => Values[column];
}
