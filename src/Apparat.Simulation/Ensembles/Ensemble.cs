using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>What kind of values a column holds. Missing values are not-a-number here and null in every file.</summary>
public enum ColumnType
{
    /// <summary>True or false, held as 1 or 0.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A real number.</summary>
    Real,

    /// <summary>A day, held as the turn whose first day it is.</summary>
    Date,

    /// <summary>Words; only in tables written to files, never in an ensemble.</summary>
    Text,
}

/// <summary>A column of the table of runs.</summary>
/// <param name="Name">Flat snake_case.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Unit">Unit; empty if it has none.</param>
/// <param name="Low">Least possible value.</param>
/// <param name="High">Greatest possible value.</param>
/// <param name="Meaning">What it tells, in a line.</param>
/// <param name="Source">The paper, account or file it comes from.</param>
public sealed record Column(string Name, ColumnType Type, string Unit, double Low, double High, string Meaning, string Source);

/// <summary>A value followed through the turns, summed over runs so that slices add up.</summary>
/// <param name="Name">Outcome or measure, for example <c>defeats</c>.</param>
/// <param name="Subject">The contender it is about.</param>
/// <param name="Sum">Sum over runs, a value a turn.</param>
/// <param name="SumOfSquares">Sum of squares over runs, a value a turn.</param>
public sealed record Series(string Name, PersonId Subject, ImmutableArray<double> Sum, ImmutableArray<double> SumOfSquares);

/// <summary>Many histories as one table: a row a run; columns are drawn inputs, outcomes and measures.</summary>
public sealed class Ensemble
{
    private readonly Dictionary<string, int> _index;
    private readonly double[][] _columns;

    /// <summary>Makes a table; <paramref name="values"/> has an array a column, each with a value a run.</summary>
    public Ensemble(
        EnsemblePlan plan,
        ImmutableArray<int> numbers,
        ImmutableArray<Column> columns,
        double[][] values,
        ImmutableArray<Fingerprint> fingerprints,
        ImmutableArray<Series> series,
        bool complete
    )
    {
        Plan = plan;
        Numbers = numbers;
        Columns = columns;
        _columns = values;
        Fingerprints = fingerprints;
        Series = series;
        IsComplete = complete;
        _index = columns.Select((c, i) => (c.Name, i)).ToDictionary(x => x.Name, x => x.i, StringComparer.Ordinal);
    }

    /// <summary>What was to be run.</summary>
    public EnsemblePlan Plan { get; }

    /// <summary>The runs that are in the table, ascending.</summary>
    public ImmutableArray<int> Numbers { get; }

    /// <summary>The columns.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>One fingerprint a run: the hash of everything that happened in it.</summary>
    public ImmutableArray<Fingerprint> Fingerprints { get; }

    /// <summary>Values followed through the turns.</summary>
    public ImmutableArray<Series> Series { get; }

    /// <summary>False if it was cancelled before all runs were finished.</summary>
    public bool IsComplete { get; }

    /// <summary>How many runs are in the table.</summary>
    public int Runs => Numbers.Length;

    /// <summary>The fingerprint of the whole table.</summary>
    public Fingerprint Fingerprint => Numerics.Fingerprint.Combine(Fingerprints);

    /// <summary>A column by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public ReadOnlySpan<double> this[string column] =>
        _index.TryGetValue(column, out var i) ? _columns[i] : throw new KeyNotFoundException($"There is no column {column}.");

    /// <summary>The columns of the table of runs of a world of which everything is kept.</summary>
    public static ImmutableArray<Column> ColumnsOf(Scenario world) => RunRecorder.Columns(new CompiledScenario(world), Watched.All);

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string column) => _index.ContainsKey(column);

    /// <summary>Joins slices of one plan into one table, ordered by run number.</summary>
    /// <exception cref="ArgumentException">The slices overlap or belong to different plans.</exception>
    public static Ensemble Merge(IReadOnlyList<Ensemble> slices)
    {
        ArgumentOutOfRangeException.ThrowIfZero(slices.Count);
        var first = slices[0];
        if (
            slices.Any(s =>
                !s.Columns.SequenceEqual(first.Columns) || s.Plan.Seed != first.Plan.Seed || s.Plan.WorldName != first.Plan.WorldName
            )
        )
            throw new ArgumentException("These slices belong to different plans.", nameof(slices));
        var order = slices
            .SelectMany((s, i) => s.Numbers.Select((n, row) => (Number: n, Slice: i, Row: row)))
            .OrderBy(x => x.Number)
            .ToArray();
        for (var i = 1; i < order.Length; i++)
        {
            if (order[i].Number == order[i - 1].Number)
                throw new ArgumentException($"Run {order[i].Number} is in two slices.", nameof(slices));
        }
        var values = new double[first.Columns.Length][];
        for (var c = 0; c < values.Length; c++)
            values[c] = [.. order.Select(o => slices[o.Slice]._columns[c][o.Row])];
        ImmutableArray<int> numbers = [.. order.Select(o => o.Number)];
        return new Ensemble(
            first.Plan with
            {
                Numbers = numbers,
            },
            numbers,
            first.Columns,
            values,
            [.. order.Select(o => slices[o.Slice].Fingerprints[o.Row])],
            [.. first.Series.Select((s, i) => Add(slices.Select(x => x.Series[i])))],
            slices.All(s => s.IsComplete)
        );
    }

    private static Series Add(IEnumerable<Series> parts) =>
        parts.Aggregate(
            (a, b) =>
                a with
                {
                    Sum = [.. a.Sum.Zip(b.Sum, (x, y) => x + y)],
                    SumOfSquares = [.. a.SumOfSquares.Zip(b.SumOfSquares, (x, y) => x + y)],
                }
        );
}

/// <summary>Names of the columns that every table of runs has.</summary>
public static class ColumnName
{
    /// <summary>Truth of an outcome for a contender in the last turn.</summary>
    public static string Of(Outcome outcome, Person subject) => $"{Slug(outcome.Name)}_{Slug(subject.Name)}";

    /// <summary>The first day on which an outcome held for a contender; missing if it never did.</summary>
    public static string FirstOf(Outcome outcome, Person subject) => FirstOf(Of(outcome, subject));

    /// <summary>The same of the column of an outcome's truth.</summary>
    public static string FirstOf(string outcome) => $"{outcome}_first";

    /// <summary>The day from which an outcome held to the end; missing if it does not hold at the end.</summary>
    public static string SettledOf(Outcome outcome, Person subject) => $"{Of(outcome, subject)}_settled";

    /// <summary>A measure for a contender in the last turn.</summary>
    public static string Of(Measure measure, Person subject) => $"{measure.Name}_{Slug(subject.Name)}";

    /// <summary>This run's draw of a parameter.</summary>
    public static string Of(Parameter parameter) => $"param_{Slug(parameter.Name)}";

    /// <summary>The first day on which a provision entered any computed probability; missing if never.</summary>
    public static string FirstUse(string provision) => $"first_use_{Slug(provision)}";

    /// <summary>Lower case letters and digits, everything else one underscore.</summary>
    public static string Slug(string text)
    {
        var slug = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '_')
                slug.Append('_');
        }
        return slug.ToString().Trim('_');
    }
}
