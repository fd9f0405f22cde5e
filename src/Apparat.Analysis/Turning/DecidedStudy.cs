using System.Collections.Immutable;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Analysis;

/// <summary>
/// When an outcome was decided. Asks in steps: the probability on a coarse grid of months; every month between the grid points that jump most;
/// the largest monthly jumps once more on other luck; then the moves at the largest of them, chosen on one half of the luck and
/// measured on the other.
/// </summary>
public sealed class DecidedStudy : IStudy<Decided>
{
    private readonly Scenario _scenario;
    private readonly Statement _said;
    private readonly PathOfHistory _path;
    private readonly ulong _seed;
    private readonly int _runs;
    private readonly DecidedSizes _sizes;
    private readonly Func<TurningPoint, ImmutableArray<PossibleMove>> _moves;

    /// <summary>Which outcome, along which history.</summary>
    /// <param name="scenario">The scenario as read.</param>
    /// <param name="said">What is said of the last day.</param>
    /// <param name="path">The history that unfolds.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="sizes">How fine and how many; null for the defaults.</param>
    /// <param name="moves">What could still have been done at a turning point; null to search no moves.</param>
    public DecidedStudy(
        Scenario scenario,
        Statement said,
        PathOfHistory path,
        ulong seed,
        DecidedSizes? sizes = null,
        Func<TurningPoint, ImmutableArray<PossibleMove>>? moves = null
    )
    {
        ArgumentNullException.ThrowIfNull(path);
        (_scenario, _said, _path, _seed) = (scenario, said, path, path.SeedOf(seed));
        _sizes = sizes ?? new DecidedSizes();
        _runs = _sizes.Runs;
        _moves = moves ?? (_ => []);
    }

    private int Turns => _scenario.Calendar.Turns;

    /// <inheritdoc/>
    public IReadOnlyList<EnsemblePlan> Needs(EnsembleSet soFar)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        foreach (var step in Steps(soFar))
        {
            if (soFar.Missing(step) is { Count: > 0 } missing)
                return missing;
        }
        return [];
    }

    /// <inheritdoc/>
    public Decided Read(EnsembleSet ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var turning = TurningPoints(ensembles);
        var measured = Jumps(ensembles).Count(t => JumpOf(ensembles, t, t + 1, Measuring).Counts.Runs > 0);
        return new Decided
        {
            Scenario = _scenario,
            Statement = _said.Text,
            Path = _path,
            Points =
            [
                .. Grid()
                    .Union(Months(ensembles))
                    .Order()
                    .Select(t => (new Turn(t), DayOf(t), Value(ensembles.Rows(Plan(t, Choosing)))))
                    .Where(p => p.Item3.IsDefined),
            ],
            Measured = measured,
            TurningPoints = turning,
            Moves = [.. BestMoves(ensembles, turning)],
            Seed = _seed,
            Worlds = WorldRun.Of(Steps(ensembles).SelectMany(s => s), ensembles),
            IsComplete = Needs(ensembles).Count == 0,
        };
    }

    // One step after the other; a later step is worked out from what the earlier ones gave.
    private IEnumerable<IEnumerable<EnsemblePlan>> Steps(EnsembleSet soFar)
    {
        yield return Grid().Select(t => Plan(t, Choosing));
        yield return Months(soFar).Select(t => Plan(t, Choosing));
        var months = Jumps(soFar).ToList();
        yield return months.SelectMany(t => new[] { Plan(t, Measuring), Plan(t + 1, Measuring) });
        var searched = Searched(TurningPoints(soFar)).ToList();
        yield return searched.SelectMany(p => _moves(p).Select(m => Plan(p.Turn.Index, Choosing, m.Change)));
        yield return searched.SelectMany(p =>
            Best(soFar, p).Select(b => Plan(p.Turn.Index, Measuring, b.Move.Change)).Prepend(Plan(p.Turn.Index, Measuring))
        );
    }

    private ImmutableArray<int> Choosing => [.. Enumerable.Range(0, _runs)];

    private ImmutableArray<int> Measuring => [.. Enumerable.Range(_runs, _runs)];

    private IEnumerable<int> Grid() =>
        Enumerable.Range(0, ((Turns - 1) / _sizes.Step) + 1).Select(i => i * _sizes.Step).Append(Turns).Distinct();

    // The months inside the intervals of the grid that jump most.
    private IEnumerable<int> Months(EnsembleSet soFar)
    {
        var grid = Grid().ToList();
        return grid.Zip(grid.Skip(1))
            .Select(i => (From: i.First, Until: i.Second, Jump: JumpOf(soFar, i.First, i.Second, Choosing)))
            .Where(i => i.Jump.Counts.Runs > 0)
            .OrderByDescending(i => Math.Abs(i.Jump.Change.Value))
            .ThenBy(i => i.From)
            .Take(_sizes.Refined)
            .SelectMany(i => Enumerable.Range(i.From, i.Until - i.From + 1));
    }

    // The single months that jump most on the luck that chooses.
    private IEnumerable<int> Jumps(EnsembleSet soFar)
    {
        var known = Months(soFar).Union(Grid()).ToHashSet();
        return known
            .Where(t => known.Contains(t + 1))
            .Select(t => (Turn: t, Jump: JumpOf(soFar, t, t + 1, Choosing)))
            .Where(j => j.Jump.Counts.Runs > 0)
            .OrderByDescending(j => Math.Abs(j.Jump.Change.Value))
            .ThenBy(j => j.Turn)
            .Take(_sizes.TurningPoints)
            .Select(j => j.Turn);
    }

    private ImmutableArray<TurningPoint> TurningPoints(EnsembleSet soFar) =>
        [
            .. Jumps(soFar)
                .Select(t => new TurningPoint(new Turn(t), DayOf(t), JumpOf(soFar, t, t + 1, Measuring), IsBroughtAbout(soFar, t)))
                .Where(t => t.Jump.Counts is { OnlyFirst: > 0 } or { OnlySecond: > 0 })
                .OrderByDescending(t => Math.Abs(t.Jump.Change.Value))
                .ThenBy(t => t.Turn.Index),
        ];

    // Where the record itself brings it about nothing can be changed any more.
    private IEnumerable<TurningPoint> Searched(IEnumerable<TurningPoint> turning) =>
        turning.Where(t => !t.ByDefinition).Take(_sizes.Searched);

    // With the month known it first holds at that month's end in every history, and the record is what is known.
    private bool IsBroughtAbout(EnsembleSet soFar, int turn)
    {
        var rows = soFar.Rows(Plan(turn + 1, Measuring));
        return _path is RecordedPath
            && rows.Count > 0
            && _said.Columns.Select(ColumnName.FirstOf).All(c => rows.Has(c) && Array.TrueForAll(rows[c], first => first == turn));
    }

    private IEnumerable<(PossibleMove Move, int Searched)> Best(EnsembleSet soFar, TurningPoint at) =>
        _moves(at)
            .GroupBy(m => m.Actor, StringComparer.Ordinal)
            .Select(g =>
                (
                    Move: g.Select(m => (Move: m, Effect: EffectOf(soFar, at, m, Choosing)))
                        .Where(x => x.Effect.Counts.Runs > 0)
                        .OrderByDescending(x => Math.Abs(x.Effect.Change.Value))
                        .FirstOrDefault()
                        .Move,
                    Searched: g.Count()
                )
            )
            .Where(b => b.Move is not null);

    private IEnumerable<BestMove> BestMoves(EnsembleSet soFar, ImmutableArray<TurningPoint> turning) =>
        Searched(turning)
            .SelectMany(at =>
                Best(soFar, at)
                    .Select(b => new BestMove(
                        at,
                        b.Move,
                        EffectOf(soFar, at, b.Move, Measuring),
                        b.Searched,
                        Passport.Of(
                            $"from {at.Day:yyyy-MM}: {b.Move.Actor} {b.Move.Text}",
                            _said.Text,
                            Plan(at.Turn.Index, Measuring, b.Move.Change),
                            Plan(at.Turn.Index, Measuring),
                            soFar
                        )
                    ))
                    .Where(b => b.Effect.Counts.Runs > 0)
                    .OrderByDescending(b => Math.Abs(b.Effect.Change.Value))
            );

    private Difference EffectOf(EnsembleSet soFar, TurningPoint at, PossibleMove move, ImmutableArray<int> numbers) =>
        Difference.Of(_said, soFar.Rows(Plan(at.Turn.Index, numbers, move.Change)), soFar.Rows(Plan(at.Turn.Index, numbers)));

    // With what lies between known, less without.
    private Difference JumpOf(EnsembleSet soFar, int from, int until, ImmutableArray<int> numbers) =>
        Difference.Of(_said, soFar.Rows(Plan(until, numbers)), soFar.Rows(Plan(from, numbers)));

    private Numerics.Estimate Value(Rows rows) => Numerics.Proportion.Wilson(_said.In(rows).LongCount(v => v > 0.5), rows.Count);

    private DateOnly DayOf(int turn) => turn >= Turns ? _scenario.Calendar.Until : _scenario.Calendar.FirstDayOf(new Turn(turn));

    private EnsemblePlan Plan(int turn, ImmutableArray<int> numbers, Amendment? move = null) =>
        new(_scenario, Amendments.Join([_path.KnownBefore(_scenario, turn), move]), _seed, numbers);
}

/// <summary>How finely a history is followed, and on how much luck.</summary>
public sealed record DecidedSizes
{
    /// <summary>Runs a point; as many again, on other luck, for what is measured once it is chosen.</summary>
    public int Runs { get; init; } = 400;

    /// <summary>Months between the points of the grid.</summary>
    public int Step { get; init; } = 6;

    /// <summary>Intervals of the grid that are followed month by month.</summary>
    public int Refined { get; init; } = 3;

    /// <summary>Turning points told.</summary>
    public int TurningPoints { get; init; } = 5;

    /// <summary>Turning points at which moves are searched.</summary>
    public int Searched { get; init; } = 1;
}
