using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Simulation;

/// <summary>Writes the row of a run and adds to the series. Series are summed as whole numbers, so that any slicing gives the same bits.</summary>
internal sealed class RunRecorder : IRunObserver
{
    private const int EveryTurns = 3;
    private const double Grain = 1 << 20;
    private readonly CompiledScenario _c;
    private readonly bool _draws;
    private readonly double[][] _values;
    private readonly Fingerprint[] _fingerprints;
    private readonly Outcome[] _outcomes;
    private readonly Measure[] _measures;

    // The places of the measures that are followed turn by turn; the others are looked at on the last day alone.
    private readonly int[] _followed;
    private readonly PersonId[] _contenders;
    private readonly int[] _first;
    private readonly int[] _settled;
    private readonly double[] _last;
    private readonly long[] _grains;
    private readonly long[] _grainsOfSquares;

    public RunRecorder(CompiledScenario compiled, Watched watched, double[][] values, Fingerprint[] fingerprints)
    {
        _c = compiled;
        _draws = watched.Draws;
        _values = values;
        _fingerprints = fingerprints;
        _outcomes = OutcomesOf(compiled.Scenario, watched);
        _measures = [.. compiled.Scenario.Measures];
        _followed = [.. Enumerable.Range(0, _measures.Length).Where(m => watched.Has(_measures[m].Name))];
        _contenders = [.. compiled.Scenario.Cast.Contenders];
        _first = new int[_outcomes.Length * _contenders.Length];
        _settled = new int[_first.Length];
        _last = new double[_measures.Length * _contenders.Length];
        _grains = new long[_last.Length];
        _grainsOfSquares = new long[_last.Length];
        var series = (_outcomes.Length + _followed.Length) * _contenders.Length * compiled.Turns;
        Sum = new long[series];
        SumOfSquares = new long[series];
    }

    public int Row { get; set; }
    public long[] Sum { get; }
    public long[] SumOfSquares { get; }

    private static Outcome[] OutcomesOf(Scenario s, Watched watched) => [.. s.Outcomes.Where(o => watched.Has(o.Name))];

    private static Measure[] MeasuresOf(Scenario s, Watched watched) => [.. s.Measures.Where(m => watched.Has(m.Name))];

    /// <summary>The columns of a table of runs: a column has one name whatever else is watched.</summary>
    public static ImmutableArray<Column> Columns(CompiledScenario c, Watched watched)
    {
        var s = c.Scenario;
        var unit = s.Calendar.Step.Unit;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var columns = ImmutableArray.CreateBuilder<Column>();
        foreach (var outcome in s.Outcomes)
        {
            foreach (var who in s.Cast.Contenders.Select(id => s[id]))
            {
                var (text, kept) = ($"{outcome.Name}({who.Name})", watched.Has(outcome.Name));
                Add(
                    kept,
                    new(ColumnName.Of(outcome, who), ColumnType.Boolean, "", 0, 1, $"whether {text} holds on the last day", "scenario")
                );
                Add(kept, Dated(ColumnName.FirstOf(outcome, who), $"first {unit} in which {text} held", "scenario"));
                Add(kept, Dated(ColumnName.SettledOf(outcome, who), $"{unit} from which {text} held to the end", "scenario"));
            }
        }
        foreach (var measure in s.Measures)
        {
            foreach (var who in s.Cast.Contenders.Select(id => s[id]))
            {
                var (low, high) = measure.Range;
                Add(true, new(ColumnName.Of(measure, who), ColumnType.Real, measure.Unit, low, high, measure.Meaning, measure.Source));
            }
        }
        foreach (var p in c.Provisions)
            Add(watched.Draws, Dated(ColumnName.FirstUse(p.Name), $"{unit} in which {p.Name} first counted", "engine"));
        foreach (var (parameter, prior, _) in c.Parameters.Slots)
            Add(
                watched.Draws,
                new(ColumnName.Of(parameter), ColumnType.Real, parameter.Unit, prior.Low, prior.High, parameter.Meaning, parameter.Source)
            );
        return columns.ToImmutable();

        Column Dated(string name, string meaning, string source) => new(name, ColumnType.Date, unit, 0, c.Turns, meaning, source);

        // Names that differ in punctuation alone, such as clauses 3.1 and 3-1, would be one column: the later ones are numbered.
        void Add(bool kept, Column column)
        {
            var name = column.Name;
            for (var n = 2; !taken.Add(name); n++)
                name = $"{column.Name}_{n}";
            if (kept)
                columns.Add(column with { Name = name });
        }
    }

    /// <summary>Whether measures are looked at this turn: every third, and the last.</summary>
    public static bool Looks(World world) => world.Turn % EveryTurns == 0 || world.Turn == world.C.Turns - 1;

    public void Begin(World world)
    {
        Array.Fill(_first, -1);
        Array.Fill(_settled, -1);
        Array.Clear(_last);
        Array.Clear(_grains);
        Array.Clear(_grainsOfSquares);
    }

    public void EndTurn(World world)
    {
        var turn = world.Turn;
        for (var o = 0; o < _outcomes.Length; o++)
        {
            for (var k = 0; k < _contenders.Length; k++)
            {
                var i = (o * _contenders.Length) + k;
                var holds = _outcomes[o].Condition.Holds(world.Scene, _contenders[k]);
                if (!holds)
                    _settled[i] = -1;
                else
                {
                    if (_first[i] < 0)
                        _first[i] = turn;
                    if (_settled[i] < 0)
                        _settled[i] = turn;
                }
                if (holds)
                    Keep(i, turn, (long)Grain, (long)Grain);
            }
        }
        var looks = Looks(world);
        for (var f = 0; f < _followed.Length; f++)
        {
            if (looks)
                Measure(world, _followed[f]);
            for (var k = 0; k < _contenders.Length; k++)
            {
                var m = (_followed[f] * _contenders.Length) + k;
                Keep(_first.Length + (f * _contenders.Length) + k, turn, _grains[m], _grainsOfSquares[m]);
            }
        }
        if (turn != _c.Turns - 1)
            return;
        for (var m = 0; m < _measures.Length; m++)
        {
            if (Array.IndexOf(_followed, m) < 0)
                Measure(world, m);
        }
    }

    private void Measure(World world, int measure)
    {
        var values = _last.AsSpan(measure * _contenders.Length, _contenders.Length);
        _measures[measure].Values(world.Scene, _contenders, values);
        for (var k = 0; k < values.Length; k++)
        {
            var m = (measure * _contenders.Length) + k;
            _grains[m] = (long)Math.Round(values[k] * Grain);
            _grainsOfSquares[m] = (long)Math.Round(values[k] * values[k] * Grain);
        }
    }

    public void End(World world)
    {
        var c = 0;
        for (var i = 0; i < _first.Length; i++)
        {
            _values[c++][Row] = _settled[i] >= 0 ? 1 : 0;
            _values[c++][Row] = _first[i] < 0 ? double.NaN : _first[i];
            _values[c++][Row] = _settled[i] < 0 ? double.NaN : _settled[i];
        }
        foreach (var value in _last)
            _values[c++][Row] = value;
        _fingerprints[Row] = world.Fingerprint.Value;
        if (!_draws)
            return;
        foreach (var use in world.FirstUse)
            _values[c++][Row] = use == int.MaxValue ? double.NaN : use;
        foreach (var value in world.Values)
            _values[c++][Row] = value;
    }

    /// <summary>The series of several recorders of one ensemble, added up.</summary>
    public static ImmutableArray<Series> Series(CompiledScenario c, Watched watched, IReadOnlyList<RunRecorder> recorders)
    {
        var s = c.Scenario;
        var names = OutcomesOf(s, watched).Select(o => o.Name).Concat(MeasuresOf(s, watched).Select(m => m.Name)).ToArray();
        var series = ImmutableArray.CreateBuilder<Series>();
        for (var n = 0; n < names.Length; n++)
        {
            for (var k = 0; k < s.Cast.Contenders.Length; k++)
            {
                var at = ((n * s.Cast.Contenders.Length) + k) * c.Turns;
                series.Add(new Series(names[n], s.Cast.Contenders[k], Total(at, r => r.Sum), Total(at, r => r.SumOfSquares)));
            }
        }
        return series.ToImmutable();

        ImmutableArray<double> Total(int at, Func<RunRecorder, long[]> of) =>
            [.. Enumerable.Range(at, c.Turns).Select(i => recorders.Sum(r => of(r)[i]) / Grain)];
    }

    private void Keep(int series, int turn, long value, long square)
    {
        var i = (series * _c.Turns) + turn;
        Sum[i] += value;
        SumOfSquares[i] += square;
    }
}
