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
    private const double Seldom = 0.01;

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
    /// What the record of a scenario settles and accounts may differ in (theory 4.11): in which year each outcome first held for each
    /// contender, who of two fell first, how long it was from one loss to the next, and measures of bodies, cut where the runs of all accounts
    /// together have equal parts. The headline is no observable: an account is not scored on what it is to explain.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="record">What its record settles.</param>
    /// <param name="pooled">Runs of all accounts, to find the cuts; what is the same on the record and in all but fewer than one in a hundred of them is left out.</param>
    public static ImmutableArray<Observable> All(Scenario scenario, RecordedRow record, IReadOnlyList<Rows> pooled)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(pooled);
        var people = scenario.Cast.Contenders.Select(c => scenario[c]).ToArray();
        var all = new List<Observable>();
        foreach (var outcome in scenario.Outcomes.Where(o => o.Name != scenario.Question?.Headline))
            all.AddRange(people.Select(p => new FirstTime(scenario, outcome, p)));
        if (scenario.Question?.Fall is { } fall && scenario.Outcomes.FirstOrDefault(o => o.Name == fall) is { } falls)
        {
            for (var a = 0; a < people.Length; a++)
            {
                for (var b = a + 1; b < people.Length; b++)
                    all.Add(new WhoFirst(falls, people[a], people[b]));
            }
            // The same said of another organ is another step of the same ladder.
            foreach (var other in scenario.Outcomes.Where(o => o != falls && o.Condition.GetType() == falls.Condition.GetType()))
                all.AddRange(people.Select(p => new BetweenSteps(falls, other, p)));
        }
        foreach (var measure in scenario.Measures)
        {
            foreach (var person in measure.IsOfNobody ? people.Take(1) : people)
            {
                if (record.Has(ColumnName.Of(measure, person)))
                    all.Add(new Parts(measure, person, pooled));
            }
        }
        return [.. all.Where(o => o.Columns.All(record.Has) && Tells(o, record, pooled))];
    }

    // What hardly ever is otherwise, in runs as on the record, tells no accounts apart; and with more runs there would be ever more of it.
    private static bool Tells(Observable observable, RecordedRow record, IReadOnlyList<Rows> pooled)
    {
        var kinds = pooled.SelectMany(observable.In).CountBy(k => k).OrderByDescending(k => k.Value).ToList();
        if (kinds.Count == 0)
            return false;
        var all = kinds.Sum(k => k.Value);
        return all - kinds[0].Value >= Seldom * all || observable.On(record) != kinds[0].Key;
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

/// <summary>How long it was from one loss to another for a contender.</summary>
public sealed record BetweenSteps(Outcome One, Outcome Other, Person Person)
    : Observable(
        $"{Person.Name}: months from {One.Name} to {Other.Name}",
        [ColumnName.FirstOf(One, Person), ColumnName.FirstOf(Other, Person)],
        ["not both", "the other way round", "at once", "up to 12", "up to 36", "more"]
    )
{
    /// <inheritdoc/>
    public override int KindOf(ReadOnlySpan<double> values) =>
        double.IsNaN(values[0]) || double.IsNaN(values[1])
            ? 0
            : (values[1] - values[0]) switch
            {
                < 0 => 1,
                0 => 2,
                <= 12 => 3,
                <= 36 => 4,
                _ => 5,
            };
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
