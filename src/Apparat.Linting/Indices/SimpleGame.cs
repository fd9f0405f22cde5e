using System.Collections.Immutable;
using System.Numerics;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Players no rule tells apart, and whose index values are therefore equal.</summary>
/// <param name="Members">Places of its members among the players of the game.</param>
/// <param name="Count">How many players that are.</param>
/// <param name="Colour">Kept apart from others for this reason: faction, probability of a yes; 0 if for none.</param>
public sealed record PlayerClass(ImmutableArray<int> Members, int Count, int Colour);

/// <summary>
/// A simple game in the form in which it is worked on: classes of identical players, distinct quota rules with weights in lowest terms,
/// and how many of which rules must hold.
/// </summary>
public sealed class SimpleGame
{
    /// <summary>The most distinct quota rules a game may have.</summary>
    public const int MostRules = 32;

    private readonly Node _wins;

    private SimpleGame(
        ImmutableArray<PlayerClass> classes,
        ImmutableArray<ImmutableArray<long>> weights,
        ImmutableArray<long> quotas,
        Node wins
    )
    {
        (Classes, Weights, Quotas, _wins) = (classes, weights, quotas, wins);
        Players = classes.Sum(c => c.Count);
        Totals = [.. weights.Select(w => w.Select((x, c) => x * classes[c].Count).Sum())];
    }

    /// <summary>How many vote.</summary>
    public int Players { get; }

    /// <summary>Classes of identical players, in the order of their first members.</summary>
    public ImmutableArray<PlayerClass> Classes { get; }

    /// <summary>Weight of one player of each class under each rule: <c>Weights[rule][class]</c>.</summary>
    public ImmutableArray<ImmutableArray<long>> Weights { get; }

    /// <summary>Quota of each rule.</summary>
    public ImmutableArray<long> Quotas { get; }

    /// <summary>Weight of everybody together under each rule.</summary>
    public ImmutableArray<long> Totals { get; }

    /// <summary>How many rules there are.</summary>
    public int Rules => Quotas.Length;

    /// <summary>Number of vectors "so many of each class": 2^n if all players differ.</summary>
    public BigInteger CountVectors => Classes.Aggregate(BigInteger.One, (product, c) => product * (c.Count + 1));

    /// <summary>Whether a single quota rule decides.</summary>
    public bool IsOneRule => Rules == 1;

    /// <summary>The working form of a game; players of different colours are never in one class.</summary>
    /// <param name="game">The game.</param>
    /// <param name="colours">A colour for each entry of its players; null if all are of one.</param>
    /// <exception cref="ArgumentException">Nobody can win, everybody wins, or there are more rules than <see cref="MostRules"/>.</exception>
    public static SimpleGame Of(VotingGame game, IReadOnlyList<int>? colours = null)
    {
        ArgumentNullException.ThrowIfNull(game);
        return Of([.. game.Players.Select((p, i) => new Entry([i], p.Count, colours?[i] ?? 0, [(i, 1)]))], game.Wins);
    }

    /// <summary>The game in which every union but one is a single player of colour 0; members of that one are players of colour 1.</summary>
    internal static SimpleGame Between(VotingGame game, ImmutableArray<Union> unions, Union split)
    {
        var outside = unions
            .Select(u => u == split ? u with { Copies = u.Copies - 1 } : u)
            .Where(u => u.Copies > 0)
            .Select(u => new Entry([], u.Copies, 0, u.Weighs(game)));
        var inside = split.Entries.Select(i => new Entry([i], split.IsFaction ? game.Players[i].Count : 1, 1, [(i, 1)]));
        return Of([.. outside, .. inside], game.Wins);
    }

    /// <summary>Whether those win who hold the given rules.</summary>
    public bool Wins(uint holding) => _wins.Holds(holding);

    /// <summary>Whether so many of each class win together.</summary>
    public bool Wins(ReadOnlySpan<int> counts)
    {
        var holding = 0u;
        for (var r = 0; r < Rules; r++)
        {
            var sum = 0L;
            for (var c = 0; c < counts.Length; c++)
                sum += counts[c] * Weights[r][c];
            if (sum >= Quotas[r])
                holding |= 1u << r;
        }
        return Wins(holding);
    }

    /// <summary>
    /// What is settled when some rules hold already and others still may: 1 won, 0 lost, -1 open; and which rules the open answer rests on.
    /// </summary>
    internal (int Verdict, uint Rests) Settle(uint holding, uint possible) => _wins.Settle(holding, possible);

    private static SimpleGame Of(ImmutableArray<Entry> entries, Winning wins)
    {
        var rules = new List<QuotaRule>();
        var tree = Compile(wins, rules);
        if (rules.Count > MostRules)
            throw new ArgumentException($"A game may have {MostRules} different quota rules, not {rules.Count}.", nameof(wins));
        static long WeightOf(QuotaRule rule, Entry e) => e.Weighs.Sum(w => rule.Weights[w.Player] * w.Times);

        var groups = entries
            .Select((e, i) => (Entry: e, Place: i, Kind: string.Join(',', rules.Select(r => WeightOf(r, e)).Prepend(e.Colour))))
            .GroupBy(x => x.Kind, StringComparer.Ordinal)
            .OrderBy(g => g.Min(x => x.Place))
            .ToArray();
        ImmutableArray<PlayerClass> classes =
        [
            .. groups.Select(g => new PlayerClass(
                [.. g.SelectMany(x => x.Entry.Members)],
                g.Sum(x => x.Entry.Count),
                g.First().Entry.Colour
            )),
        ];
        var weights = ImmutableArray.CreateBuilder<ImmutableArray<long>>(rules.Count);
        var quotas = ImmutableArray.CreateBuilder<long>(rules.Count);
        foreach (var rule in rules)
        {
            var raw = groups.Select(g => WeightOf(rule, g.First().Entry)).ToArray();
            var common = (long)raw.Aggregate(BigInteger.Zero, (a, w) => BigInteger.GreatestCommonDivisor(a, w));
            common = Math.Max(1, common);
            weights.Add([.. raw.Select(w => w / common)]);
            quotas.Add((rule.Quota + common - 1) / common);
        }
        var game = new SimpleGame(classes, weights.ToImmutable(), quotas.ToImmutable(), tree);
        if (game.Wins(new int[classes.Length]))
            throw new ArgumentException("Nobody at all wins already.", nameof(wins));
        if (!game.Wins([.. classes.Select(c => c.Count)]))
            throw new ArgumentException("Not even everybody together wins.", nameof(wins));
        return game;
    }

    private static Node Compile(Winning wins, List<QuotaRule> rules)
    {
        switch (wins)
        {
            case QuotaRule rule:
                var known = rules.FindIndex(r => r.Quota == rule.Quota && r.Weights.SequenceEqual(rule.Weights));
                if (known < 0)
                {
                    known = rules.Count;
                    rules.Add(rule);
                }
                return new Node(known, 1, []);
            case SomeOf some:
                return new Node(-1, some.Needed, [.. some.Parts.Select(p => Compile(p, rules))]);
            default:
                throw new ArgumentException($"What wins by {wins.GetType().Name} is not known.", nameof(wins));
        }
    }

    // Count players each of whom weighs as those together do.
    private sealed record Entry(ImmutableArray<int> Members, int Count, int Colour, ImmutableArray<(int Player, int Times)> Weighs);

    private sealed record Node(int Rule, int Needed, ImmutableArray<Node> Parts)
    {
        public bool Holds(uint holding)
        {
            if (Rule >= 0)
                return (holding >> Rule & 1) != 0;
            var left = Needed;
            foreach (var part in Parts)
            {
                if (part.Holds(holding) && --left == 0)
                    return true;
            }
            return left <= 0;
        }

        public (int Verdict, uint Rests) Settle(uint holding, uint possible)
        {
            if (Rule >= 0)
                return (holding >> Rule & 1) != 0 ? (1, 0)
                    : (possible >> Rule & 1) == 0 ? (0, 0)
                    : (-1, 1u << Rule);
            var (won, open, rests) = (0, 0, 0u);
            foreach (var part in Parts)
            {
                var (verdict, on) = part.Settle(holding, possible);
                if (verdict == 1)
                    won++;
                else if (verdict < 0)
                {
                    open++;
                    rests |= on;
                }
            }
            return won >= Needed ? (1, 0)
                : won + open < Needed ? (0, 0)
                : (-1, rests);
        }
    }
}

/// <summary>Players who always act together.</summary>
/// <param name="Entries">Their places among the players of the game.</param>
/// <param name="Copies">How many such unions there are: more than one for identical players who are in no faction.</param>
/// <param name="IsFaction">False for players in no faction: each is a union alone.</param>
internal sealed record Union(ImmutableArray<int> Entries, int Copies, bool IsFaction)
{
    /// <summary>The factions of a game, then everyone who is in none.</summary>
    public static ImmutableArray<Union> Of(VotingGame game)
    {
        var inFaction = game.Factions.SelectMany(f => f.Members).ToHashSet();
        return
        [
            .. game.Factions.Where(f => !f.Members.IsEmpty).Select(f => new Union(f.Members, 1, IsFaction: true)),
            .. Enumerable
                .Range(0, game.Players.Length)
                .Where(i => !inFaction.Contains(i))
                .Select(i => new Union([i], game.Players[i].Count, IsFaction: false)),
        ];
    }

    public ImmutableArray<(int Player, int Times)> Weighs(VotingGame game) =>
        [.. Entries.Select(i => (i, IsFaction ? game.Players[i].Count : 1))];
}
