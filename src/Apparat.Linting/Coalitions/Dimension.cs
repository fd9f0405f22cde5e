using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>
/// The fewest quota rules that must all hold to give a game (Taylor and Zwicker 1993): 1 if it is weighted. Each of them must let every winning
/// coalition win, and together they must make every maximal losing coalition lose.
/// </summary>
/// <param name="Number">The dimension.</param>
/// <param name="Rules">Quota rules that do it, a weight for each player.</param>
public sealed record Dimension(int Number, ImmutableArray<WeightedForm> Rules)
{
    private const int MostPlayers = 14;
    private const int MostLosing = 24;
    private const int MostTrials = 2_000;

    /// <summary>The dimension of a small game; null if it was not settled.</summary>
    public static Dimension? Of(VotingGame game, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(game);
        var simple = SimpleGame.Of(game);
        if (BoundaryCoalitions.Of(simple, cancel) is not { } kinds || kinds.MinimalWinning.Length + kinds.MaximalLosing.Length > 400)
            return null;
        if (WeightedForm.Separating(kinds.MinimalWinning, kinds.MaximalLosing, simple.Classes.Length, cancel) is { } one)
            return new(1, [one with { Weights = [.. game.Players.Select((_, i) => one.Weights[ClassOf(simple, i)])] }]);
        // Two rules need not treat identical players alike, so from here on each player is himself.
        if (simple.Players > MostPlayers)
            return null;
        int[] entry = [.. game.Players.SelectMany((p, i) => Enumerable.Repeat(i, p.Count))];
        var alone = SimpleGame.Of(
            game with
            {
                Players = [.. entry.Select(i => game.Players[i] with { Count = 1 })],
                Wins = Each(game.Wins, entry),
            },
            [.. Enumerable.Range(0, entry.Length)]
        );
        if (BoundaryCoalitions.Of(alone, cancel) is not { } all || all.MaximalLosing.Length > MostLosing)
            return null;
        var search = new Search(all, entry.Length, cancel);
        for (var number = 2; number <= all.MaximalLosing.Length; number++)
        {
            if (search.Divide(number) is { } groups)
                return new(number, [.. groups.Select(g => WeightedForm.Separating(all.MinimalWinning, g, entry.Length, cancel)!)]);
            if (search.Trials > MostTrials)
                return null;
        }
        return null;
    }

    private static int ClassOf(SimpleGame game, int entry) =>
        Enumerable.Range(0, game.Classes.Length).First(c => game.Classes[c].Members.Contains(entry));

    private static Winning Each(Winning wins, int[] entry) =>
        wins switch
        {
            QuotaRule rule => rule with { Weights = [.. entry.Select(i => rule.Weights[i])] },
            SomeOf some => some with { Parts = [.. some.Parts.Select(p => Each(p, entry))] },
            _ => wins,
        };

    // Puts each maximal losing coalition into one of the groups, each group refused by one quota rule.
    private sealed class Search(BoundaryCoalitions all, int players, CancellationToken cancel)
    {
        private readonly Dictionary<ulong, bool> _known = [];

        public int Trials { get; private set; }

        public ImmutableArray<ImmutableArray<int>>[]? Divide(int number)
        {
            var groups = new ulong[number];
            return Place(0, groups) ? [.. groups.Select(Members)] : null;
        }

        private bool Place(int next, ulong[] groups)
        {
            if (next == all.MaximalLosing.Length)
                return true;
            for (var g = 0; g < groups.Length; g++)
            {
                var with = groups[g] | (1UL << next);
                if (CanRefuse(with))
                {
                    var before = groups[g];
                    groups[g] = with;
                    if (Place(next + 1, groups))
                        return true;
                    groups[g] = before;
                }
                // Groups are alike while they are empty.
                if (groups[g] == 0)
                    break;
            }
            return false;
        }

        private bool CanRefuse(ulong group)
        {
            if (_known.TryGetValue(group, out var known))
                return known;
            if (++Trials > MostTrials)
                return false;
            return _known[group] = WeightedForm.Separating(all.MinimalWinning, Members(group), players, cancel) is not null;
        }

        private ImmutableArray<ImmutableArray<int>> Members(ulong group) => [.. all.MaximalLosing.Where((_, i) => (group >> i & 1) == 1)];
    }
}
