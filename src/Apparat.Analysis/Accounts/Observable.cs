using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>Something read off the record and off runs in the same way, sorted into a few kinds, so that accounts can be held against it.</summary>
/// <param name="Name">In the reader's words.</param>
/// <param name="Columns">The columns of the table of runs it is read from.</param>
/// <param name="Kinds">The kinds, in words.</param>
public abstract record Observable(string Name, ImmutableArray<string> Columns, ImmutableArray<string> Kinds)
{
    /// <summary>Which kind it is, from 0; one value a column.</summary>
    public abstract int KindOf(ReadOnlySpan<double> values);

    /// <summary>Its kind in each run.</summary>
    public int[] In(Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = Columns.Select(c => rows[c]).ToArray();
        var kinds = new int[rows.Count];
        Span<double> values = stackalloc double[4];
        for (var run = 0; run < kinds.Length; run++)
        {
            for (var c = 0; c < columns.Length; c++)
                values[c] = columns[c][run];
            kinds[run] = KindOf(values[..columns.Length]);
        }
        return kinds;
    }

    /// <summary>Its kind on the record.</summary>
    public int On(RecordedRow record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return KindOf([.. Columns.Select(c => record[c])]);
    }

    /// <summary>
    /// Everything the record of a scenario settles: when each outcome first held for each contender and whether it did at the end, who of two
    /// fell first, and measures of bodies, cut where the runs of all accounts together have equal parts.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="record">What its record settles.</param>
    /// <param name="pooled">Runs of all accounts, to find the cuts.</param>
    public static ImmutableArray<Observable> All(Scenario scenario, RecordedRow record, IReadOnlyList<Rows> pooled)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(record);
        var people = scenario.Cast.Contenders.Select(c => scenario[c]).ToArray();
        var all = new List<Observable>();
        foreach (var outcome in scenario.Outcomes)
        {
            foreach (var person in people)
            {
                all.Add(new FirstTime(scenario, outcome, person));
                all.Add(new AtTheEnd(outcome, person));
            }
        }
        if (scenario.Question?.Fall is { } fall && scenario.Outcomes.FirstOrDefault(o => o.Name == fall) is { } falls)
        {
            for (var a = 0; a < people.Length; a++)
            {
                for (var b = a + 1; b < people.Length; b++)
                    all.Add(new WhoFirst(falls, people[a], people[b]));
            }
        }
        foreach (var measure in scenario.Measures)
        {
            foreach (var person in measure.IsOfNobody ? people.Take(1) : people)
            {
                if (record.Has(ColumnName.Of(measure, person)))
                    all.Add(new Parts(measure, person, pooled));
            }
        }
        return [.. all.Where(o => o.Kinds.Length > 1 && o.Columns.All(record.Has))];
    }
}

/// <summary>In which year an outcome first held for a contender, if ever.</summary>
public sealed record FirstTime : Observable
{
    private readonly ImmutableArray<int> _yearOf;
    private readonly int _years;

    /// <summary>The first time an outcome holds for a person.</summary>
    public FirstTime(Scenario scenario, Outcome outcome, Person person)
        : base($"{outcome.Name}({person.Name}) first", [ColumnName.FirstOf(outcome, person)], KindsOf(scenario))
    {
        var from = scenario.Calendar.From.Year;
        _yearOf = [.. Enumerable.Range(0, scenario.Calendar.Turns).Select(t => scenario.Calendar.FirstDayOf(new Turn(t)).Year - from)];
        _years = Kinds.Length - 2;
    }

    /// <inheritdoc/>
    public override int KindOf(ReadOnlySpan<double> values) =>
        double.IsNaN(values[0]) ? 0
        : values[0] <= 0 ? 1
        : 2 + Math.Min(_years - 1, _yearOf[Math.Min(_yearOf.Length - 1, (int)values[0])]);

    private static ImmutableArray<string> KindsOf(Scenario scenario)
    {
        var (from, until) = (scenario.Calendar.From.Year, scenario.Calendar.Until.Year);
        return
        [
            "never",
            "from the first month",
            .. Enumerable.Range(from, until - from + 1).Select(y => y.ToString(CultureInfo.InvariantCulture)),
        ];
    }
}

/// <summary>Whether an outcome holds for a contender on the last day.</summary>
public sealed record AtTheEnd(Outcome Outcome, Person Person)
    : Observable($"{Outcome.Name}({Person.Name}) at the end", [ColumnName.Of(Outcome, Person)], ["no", "yes"])
{
    /// <inheritdoc/>
    public override int KindOf(ReadOnlySpan<double> values) => values[0] > 0.5 ? 1 : 0;
}

/// <summary>For whom of two contenders an outcome held first.</summary>
public sealed record WhoFirst(Outcome Outcome, Person One, Person Other)
    : Observable(
        $"{Outcome.Name}: {One.Name} or {Other.Name} first",
        [ColumnName.FirstOf(Outcome, One), ColumnName.FirstOf(Outcome, Other)],
        ["together or neither", One.Name, Other.Name]
    )
{
    /// <inheritdoc/>
    public override int KindOf(ReadOnlySpan<double> values)
    {
        var (one, other) = (Time(values[0]), Time(values[1]));
        return one < other ? 1
            : other < one ? 2
            : 0;

        static double Time(double value) => double.IsNaN(value) ? double.PositiveInfinity : value;
    }
}

/// <summary>A measure on the last day, cut into fifths of what all accounts together give.</summary>
public sealed record Parts : Observable
{
    private const int Fifths = 5;
    private readonly ImmutableArray<double> _cuts;

    /// <summary>A measure of a person, or of a body by way of any person.</summary>
    public Parts(Measure measure, Person person, IReadOnlyList<Rows> pooled)
        : this(measure, person, CutsOf(ColumnName.Of(measure, person), pooled)) { }

    private Parts(Measure measure, Person person, ImmutableArray<double> cuts)
        : base(
            measure.IsOfNobody ? measure.Name.Replace('_', ' ') : $"{measure.Name.Replace('_', ' ')} of {person.Name}",
            [ColumnName.Of(measure, person)],
            KindsOf(cuts)
        ) => _cuts = cuts;

    /// <inheritdoc/>
    public override int KindOf(ReadOnlySpan<double> values)
    {
        var kind = 0;
        while (kind < _cuts.Length && values[0] > _cuts[kind])
            kind++;
        return kind;
    }

    private static ImmutableArray<double> CutsOf(string column, IReadOnlyList<Rows> pooled)
    {
        var all = pooled.SelectMany(r => r[column]).Where(v => !double.IsNaN(v)).Order().ToArray();
        if (all.Length == 0)
            return [];
        return
        [
            .. Enumerable
                .Range(1, Fifths - 1)
                .Select(k => all[Math.Min(all.Length - 1, k * all.Length / Fifths)])
                .Distinct()
                .Where(cut => cut < all[^1]),
        ];
    }

    private static ImmutableArray<string> KindsOf(ImmutableArray<double> cuts) =>
        cuts.IsEmpty
            ? ["any"]
            :
            [
                string.Create(CultureInfo.InvariantCulture, $"at most {cuts[0]:0.##}"),
                .. cuts.Select(c => string.Create(CultureInfo.InvariantCulture, $"above {c:0.##}")),
            ];
}
