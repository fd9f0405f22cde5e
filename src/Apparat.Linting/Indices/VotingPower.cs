using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>What is wanted of an answer.</summary>
public sealed record PowerRequest
{
    /// <summary>Whether every value is wanted as a fraction without error.</summary>
    public bool Exact { get; init; }

    /// <summary>Whether indices that need each coalition looked at are wanted however long it takes.</summary>
    public bool EveryIndex { get; init; }

    /// <summary>Wanted half-width of the widest interval, if the answer has to be sampled.</summary>
    public double HalfWidth { get; init; } = 0.001;

    /// <summary>The most pairs of orders, if the answer has to be sampled.</summary>
    public long MostSamples { get; init; } = 1_000_000;

    /// <summary>Seed of all sampled orders.</summary>
    public ulong Seed { get; init; } = 1922;

    /// <summary>Makes the answer be sampled even where it could be counted: for comparing the two.</summary>
    public bool Sample { get; init; }
}

/// <summary>How an answer was found.</summary>
/// <param name="Name">The algorithm.</param>
/// <param name="Why">Why this one.</param>
/// <param name="Cost">What it took, in its own units, and how that grows.</param>
/// <param name="IsExact">Whether values are without error but that of rounding to a printed number.</param>
/// <param name="Seed">The seed, if it was sampled.</param>
/// <param name="Samples">Pairs of orders, if it was sampled.</param>
/// <param name="MissedBy">By how much the widest interval is wider than asked for; 0 if it is not.</param>
public sealed record PowerMethod(
    string Name,
    string Why,
    string Cost,
    bool IsExact,
    ulong? Seed = null,
    long? Samples = null,
    double MissedBy = 0
);

/// <summary>One index of all players.</summary>
/// <param name="Index">Which.</param>
/// <param name="Values">The value of one player of each entry of the game, with its bounds.</param>
/// <param name="Fractions">The same as fractions; null if the method gives none.</param>
public sealed record IndexValues(PowerIndex Index, ImmutableArray<Interval> Values, ImmutableArray<Fraction>? Fractions);

/// <summary>Voting power in a game.</summary>
/// <param name="Game">The game.</param>
/// <param name="Simple">Its working form.</param>
/// <param name="Method">How it was found.</param>
/// <param name="Passage">Coleman's power of the body to act: P(a proposal passes) if all toss fair coins.</param>
/// <param name="PassageFraction">The same as a fraction, if the method gives one.</param>
/// <param name="Indices">Every index found.</param>
/// <param name="Structure">Vetoers, dictator, dummies.</param>
/// <param name="Census">Minimal winning coalitions, if each coalition was looked at.</param>
public sealed record PowerAnswer(
    VotingGame Game,
    SimpleGame Simple,
    PowerMethod Method,
    Interval Passage,
    Fraction? PassageFraction,
    ImmutableArray<IndexValues> Indices,
    GameStructure Structure,
    CoalitionCensus? Census
)
{
    /// <summary>An index by its id; null if it was not found.</summary>
    public IndexValues? this[string id] => Indices.FirstOrDefault(i => i.Index.Id == id);
}

/// <summary>Finds voting power by the algorithm that suits the game, and says which.</summary>
/// <remarks>
/// Few coalitions up to exchanging identical players: each is looked at. One quota rule and many players: dynamic programming over weights,
/// in whole numbers if fractions are asked for, else by quadrature. Otherwise states layer by layer, counted exactly while that is cheap, else
/// by quadrature. If there are too many states: random orders with intervals.
/// </remarks>
public static class VotingPower
{
    /// <summary>The most steps between states that are followed.</summary>
    internal const long MostSteps = 30_000_000;

    private const long LookAtEachUpTo = 1 << 17;
    private const long LookAtEachOnRequestUpTo = 1L << 32;
    private const int CheapCounts = 62;
    private const double MostCells = 4e7;
    private const double MostBigCells = 1e6;
    private const double MostAdditions = 2e10;
    private const int MostPlayersInFractions = 1000;
    private const int MostReach = 1 << 26;

    /// <summary>Voting power of all players of a game.</summary>
    /// <exception cref="ArgumentException">Nobody can win, or everybody does.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PowerAnswer Of(
        VotingGame game,
        PowerRequest? request = null,
        IProgress<double>? progress = null,
        CancellationToken cancel = default
    )
    {
        request ??= new();
        var simple = SimpleGame.Of(game);
        if (request.Sample)
            return Sampled(game, simple, request, "sampling was asked for", progress, cancel);
        var vectors = simple.CountVectors;
        if (vectors <= LookAtEachUpTo || (request.EveryIndex && vectors <= LookAtEachOnRequestUpTo))
            return Enumerated(game, simple, progress, cancel);
        if (simple.IsOneRule && simple.Players > CheapCounts && simple.Classes.Length > 2)
        {
            if (request.Exact && WeightCounting.Fits(simple) && WeightCounting.Cost(simple) <= MostAdditions)
                return Weighed(game, simple, progress, cancel);
            if (!request.Exact && WeightedQuadrature.Reach(simple) <= MostReach && WeightedQuadrature.Cost(simple) <= MostAdditions)
                return Integrated(game, simple, progress, cancel);
        }
        var layers = StateLayers.Build(simple, [], MostSteps, cancel);
        if (layers is null)
            return Sampled(game, simple, request, "the game has too many states to be counted", progress, cancel);
        var cells = SizeCounting<ulong>.Cells(layers);
        return request.Exact || cells <= (simple.Players <= CheapCounts * 2 ? MostCells : MostBigCells)
            ? Layered(game, simple, layers, request, cancel)
            : LayeredByQuadrature(game, simple, layers, progress, cancel);
    }

    private static PowerAnswer Enumerated(VotingGame game, SimpleGame simple, IProgress<double>? progress, CancellationToken cancel)
    {
        var census = Enumeration.Of(simple, progress, cancel);
        var types = simple.Classes.Length < simple.Players;
        var method = new PowerMethod(
            types ? "enumeration of equal types (mixed-radix Gray code)" : "enumeration of all coalitions (Gray code)",
            "few enough coalitions to look at each",
            Text(
                $"{simple.CountVectors:N0} {(types ? "vectors of counts" : "coalitions")}; doubles with each further {(types ? "type" : "player")}"
            ),
            IsExact: true
        );
        var counts = Counts(simple);
        return Answer(
            game,
            simple,
            method,
            census.Swings,
            census,
            PowerIndex.OfCensus.Select(i => (PowerIndex: (PowerIndex)i, i.Of(census, counts)))
        );
    }

    private static PowerAnswer Weighed(VotingGame game, SimpleGame simple, IProgress<double>? progress, CancellationToken cancel)
    {
        var swings = WeightCounting.Swings(simple, progress, cancel);
        var method = new PowerMethod(
            "dynamic programming over weights and sizes, in whole numbers",
            "one quota rule, and fractions were asked for",
            Text($"{simple.Players} players x {simple.Players} sizes x quota {simple.Quotas[0]:N0}; grows with n^2 q"),
            IsExact: true
        );
        return Answer(game, simple, method, swings, null, []);
    }

    private static PowerAnswer Integrated(VotingGame game, SimpleGame simple, IProgress<double>? progress, CancellationToken cancel)
    {
        var swings = WeightedQuadrature.Swings(simple, progress, cancel);
        var method = new PowerMethod(
            "multilinear extension, Gauss-Legendre quadrature over weights",
            "one quota rule and many players",
            Text(
                $"{(simple.Players + 1) / 2} nodes x {simple.Players} players x {WeightedQuadrature.Reach(simple):N0} weights; grows with n^2 q; error that of rounding, about 1e-13"
            ),
            IsExact: true
        );
        return Answer(game, simple, method, swings, null, null);
    }

    private static PowerAnswer Layered(
        VotingGame game,
        SimpleGame simple,
        StateLayers layers,
        PowerRequest request,
        CancellationToken cancel
    )
    {
        var method = new PowerMethod(
            $"dynamic programming over states of {Rules(simple)}, counted by size",
            "more coalitions than can be looked at, but few states",
            Text($"{layers.AllStates:N0} states in {layers.Order.Length} layers"),
            IsExact: true
        );
        var swings = Counting.Swings(layers, cancel);
        return request.Exact || simple.Players <= MostPlayersInFractions
            ? Answer(game, simple, method, swings, null, [])
            : Answer(game, simple, method, swings.Rounded(), null, swings);
    }

    private static PowerAnswer LayeredByQuadrature(
        VotingGame game,
        SimpleGame simple,
        StateLayers layers,
        IProgress<double>? progress,
        CancellationToken cancel
    )
    {
        var method = new PowerMethod(
            $"multilinear extension over states of {Rules(simple)}, Gauss-Legendre quadrature",
            "many players and several rules, but few states",
            Text($"{layers.AllStates:N0} states x {(simple.Players + 1) / 2} nodes; error that of rounding, about 1e-13"),
            IsExact: true
        );
        return Answer(game, simple, method, StateProbabilities.Swings(layers, progress, cancel), null, null);
    }

    private static PowerAnswer Sampled(
        VotingGame game,
        SimpleGame simple,
        PowerRequest request,
        string why,
        IProgress<double>? progress,
        CancellationToken cancel
    )
    {
        var sampled = OrderSampling.Of(simple, request.HalfWidth, request.MostSamples, request.Seed, progress, cancel);
        var method = new PowerMethod(
            "random orders with their reverses (Monte Carlo), 95 % empirical Bernstein intervals",
            why,
            Text(
                $"{sampled.Samples:N0} pairs of orders of {simple.Players:N0} players; widest interval +-{sampled.WidestHalfWidth:0.0e+0}, halves with four times the orders"
            ),
            IsExact: false,
            request.Seed,
            sampled.Samples,
            Math.Max(0, sampled.WidestHalfWidth - request.HalfWidth)
        );
        return Answer(game, simple, method, sampled.Swings, null, null);
    }

    private static PowerAnswer Answer(
        VotingGame game,
        SimpleGame simple,
        PowerMethod method,
        SwingCounts swings,
        CoalitionCensus? census,
        IEnumerable<(PowerIndex Index, ImmutableArray<Fraction> Values)> others
    )
    {
        var (exact, counts) = (swings.Exact(), Counts(simple));
        var all = PowerIndex.OfSwings.Select(i => ((PowerIndex)i, i.Of(exact, counts))).Concat(others);
        return new(
            game,
            simple,
            method,
            Interval.Exact(exact.Passage.ToDouble()),
            exact.Passage,
            [.. all.Select(x => Spread(game, simple, x.Item1, x.Item2))],
            GameStructure.Of(simple, swings),
            census
        );
    }

    private static PowerAnswer Answer(
        VotingGame game,
        SimpleGame simple,
        PowerMethod method,
        Swings<Interval> swings,
        CoalitionCensus? census,
        SwingCounts? counts
    )
    {
        var sizes = Counts(simple);
        return new(
            game,
            simple,
            method,
            swings.Passage,
            null,
            [
                // The number of coalitions with a thousand others does not fit into a double.
                .. PowerIndex
                    .OfSwings.Where(i => i is not BanzhafRaw || simple.Players <= MostPlayersInFractions)
                    .Select(i => new IndexValues(i, Each(game, simple, i.Of(swings, sizes)), null)),
            ],
            GameStructure.Of(simple, counts),
            census
        );
    }

    private static IndexValues Spread(VotingGame game, SimpleGame simple, PowerIndex index, ImmutableArray<Fraction> values) =>
        new(index, Each(game, simple, [.. values.Select(v => Interval.Exact(v.ToDouble()))]), Each(game, simple, values));

    // From one value a class to one an entry of the game's players.
    private static ImmutableArray<T> Each<T>(VotingGame game, SimpleGame simple, ImmutableArray<T> values)
    {
        var each = new T[game.Players.Length];
        for (var c = 0; c < values.Length; c++)
        {
            foreach (var entry in simple.Classes[c].Members)
                each[entry] = values[c];
        }
        return [.. each];
    }

    private static ImmutableArray<int> Counts(SimpleGame simple) => [.. simple.Classes.Select(c => c.Count)];

    private static string Rules(SimpleGame simple) => simple.Rules == 1 ? "one rule" : $"{simple.Rules} rules";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
