using System.Collections.Immutable;

namespace Apparat.Linting;

/// <summary>The fewest seats from which a captor comes to have all of a target.</summary>
/// <param name="Size">How many seats; null if the target cannot be had from any seats.</param>
/// <param name="Sets">The sets of that size, by class and count; sets that differ in seats alike in use are given once, and 64 sets at most.</param>
/// <param name="IsExact">False if the search was given up: then <paramref name="Size"/> is what was found and <paramref name="AtLeast"/> what is proven.</param>
/// <param name="AtLeast">No fewer seats can do.</param>
/// <param name="States">How many states the search looked at.</param>
public sealed record CaptureSets(
    int? Size,
    ImmutableArray<ImmutableArray<(SeatClass Class, int Seats)>> Sets,
    bool IsExact,
    int AtLeast,
    int States
);

/// <summary>
/// The minimal capture set of a game (theory.md 7.3): best-first branch and bound over closed states. Seats of a class are alike, so a state
/// counts them; each step meets one more hurdle; states reached before are not opened again; the bound is <see cref="CaptureBound"/>.
/// </summary>
public static class MinimalCaptureSet
{
    private const int MostSets = 64;
    private const int MostVisits = 20_000;

    /// <summary>Finds it.</summary>
    /// <param name="game">The charter as a captor sees it.</param>
    /// <param name="target">What he wants; see <see cref="CaptureGame.FillAll"/>.</param>
    /// <param name="mostStates">States after which the search is given up.</param>
    public static CaptureSets Of(CaptureGame game, IReadOnlyList<Hurdle> target, int mostStates = 200_000)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentNullException.ThrowIfNull(target);
        return new Search(game, target).Run(mostStates);
    }

    private sealed class State(int[] bought, int[] held, bool[] made, int cost)
    {
        public int[] Bought { get; } = bought;

        public int[] Held { get; } = held;

        public bool[] Made { get; } = made;

        public int Cost { get; set; } = cost;

        public bool Opened { get; set; }

        public List<(State From, int[] Buy)> Ways { get; } = [];
    }

    private sealed class Search(CaptureGame game, IReadOnlyList<Hurdle> target)
    {
        private readonly Closure _closure = new(game);
        private readonly Dictionary<int[], State> _seen = new(new Alike());
        private readonly PriorityQueue<State, (int Bound, int Depth)> _queue = new();
        private readonly List<State> _goals = [];
        private readonly List<int> _first = [];
        private readonly bool[] _partly =
        [
            .. game.Classes.Select(
                (c, i) => game.Delegations.Any(d => d.Class == i) || game.Grants.Any(g => g.Class == i && g.Seats < c.Seats)
            ),
        ];
        private CaptureBound _bound = null!;

        public CaptureSets Run(int mostStates)
        {
            _bound = new CaptureBound(game, target);
            var moves = new CaptureMoves(game, _closure, _bound.Hurdles);
            Enter(new int[game.Classes.Length], 0, null, null);
            var best = int.MaxValue;
            var atLeast = 0;
            while (_queue.TryDequeue(out var state, out var priority))
            {
                if (priority.Bound > best)
                    break;
                if (state.Opened)
                    continue;
                state.Opened = true;
                atLeast = Math.Max(atLeast, priority.Bound);
                if (target.All(h => _closure.Meets(state.Held, h)))
                {
                    best = state.Cost;
                    _goals.Add(state);
                    continue;
                }
                if (_seen.Count > mostStates)
                    return GivenUp(state, atLeast, moves);
                _bound.Of(state.Held, state.Made, _first);
                var open = _first.ToList();
                foreach (var j in open.SelectMany(j => moves.Besides(_bound.Hurdles[j]).Append(j)).Distinct().ToList())
                {
                    if (_closure.Meets(state.Held, _bound.Hurdles[j]))
                        continue;
                    foreach (var buy in moves.To(_bound.Hurdles[j], state.Held))
                        Enter([.. state.Bought.Zip(buy, (a, b) => a + b)], state.Cost + buy.Sum(), state, buy);
                }
            }
            return best == int.MaxValue
                ? new CaptureSets(null, [], IsExact: true, CaptureBound.Never, _seen.Count)
                : new CaptureSets(best, Sets(), IsExact: true, best, _seen.Count);
        }

        private void Enter(int[] bought, int cost, State? from, int[]? buy)
        {
            var held = new int[bought.Length];
            _closure.Of(bought, held, null);
            var key = new int[2 * bought.Length];
            for (var c = 0; c < bought.Length; c++)
            {
                key[c] = held[c];
                key[bought.Length + c] = _partly[c] && held[c] < game.Classes[c].Seats ? bought[c] : 0;
            }
            if (!_seen.TryGetValue(key, out var state))
                _seen.Add(key, state = new State(bought, held, [.. _closure.Made], int.MaxValue));
            if (cost > state.Cost)
                return;
            if (cost < state.Cost)
            {
                state.Cost = cost;
                state.Ways.Clear();
                state.Opened = false;
                var more = _bound.Of(held, state.Made, _first);
                if (more < CaptureBound.Never)
                    _queue.Enqueue(state, (cost + more, -cost));
            }
            if (from is not null)
                state.Ways.Add((from, buy!));
        }

        // Goes on by the cheapest step until the target is had: an upper bound.
        private CaptureSets GivenUp(State state, int atLeast, CaptureMoves moves)
        {
            var (bought, cost) = (state.Bought, state.Cost);
            while (true)
            {
                var held = _closure.Of(bought);
                if (target.All(h => _closure.Meets(held, h)))
                    break;
                _bound.Of(held, [.. _closure.Made], _first);
                var buy = _first.SelectMany(j => moves.To(_bound.Hurdles[j], held)).MinBy(b => b.Sum())!;
                bought = [.. bought.Zip(buy, (a, b) => a + b)];
                cost += buy.Sum();
            }
            return new CaptureSets(cost, [Named(bought)], IsExact: false, atLeast, _seen.Count);
        }

        private ImmutableArray<ImmutableArray<(SeatClass, int)>> Sets()
        {
            var sets = new HashSet<int[]>(new Alike());
            var visits = 0;
            foreach (var goal in _goals)
                Back(goal, new int[game.Classes.Length]);
            return [.. sets.OrderBy(s => s, Comparer<int[]>.Create((a, b) => b.AsSpan().SequenceCompareTo(a))).Select(Named)];

            void Back(State state, int[] sum)
            {
                if (sets.Count >= MostSets || ++visits > MostVisits)
                    return;
                if (state.Ways.Count == 0)
                    sets.Add(sum);
                foreach (var (from, buy) in state.Ways)
                    Back(from, [.. sum.Zip(buy, (a, b) => a + b)]);
            }
        }

        private ImmutableArray<(SeatClass, int)> Named(int[] seats) =>
            [.. seats.Select((n, c) => (Class: game.Classes[c], Seats: n)).Where(x => x.Seats > 0)];
    }

    private sealed class Alike : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = new HashCode();
            foreach (var x in obj)
                hash.Add(x);
            return hash.ToHashCode();
        }
    }
}
