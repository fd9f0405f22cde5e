using System.Collections.Immutable;

namespace Apparat.Model;

/// <summary>A simple game with names: who votes, and which sets of them carry a motion if they all say yes.</summary>
/// <remarks>
/// Theory: von Neumann and Morgenstern 1944; Taylor and Zwicker 1999. More voices never turn winning into losing; the empty set loses and
/// everybody together wins. <see cref="Players"/> with a count stand for that many identical players.
/// </remarks>
public sealed record VotingGame
{
    /// <summary>Its title.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about, in a sentence.</summary>
    public string About { get; init; } = "";

    /// <summary>Where its rule and its numbers come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Who votes.</summary>
    public required ImmutableArray<Player> Players { get; init; }

    /// <summary>The rule as its file writes it.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Who wins.</summary>
    public required Winning Wins { get; init; }

    /// <summary>What is known of the players in numbers, by name: a value for each of <see cref="Players"/>.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<decimal>> Attributes { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<decimal>>.Empty;

    /// <summary>Players who always act together; whoever is in none acts alone.</summary>
    public ImmutableArray<Faction> Factions { get; init; } = [];

    /// <summary>How many vote.</summary>
    public int Size => Players.Sum(p => p.Count);
}

/// <summary>One voter, or several identical ones.</summary>
/// <param name="Name">The name to print.</param>
/// <param name="Count">How many of them there are, at least 1.</param>
/// <param name="Yes">Probability that each says yes, for behavioural power; null if none is given.</param>
public sealed record Player(string Name, int Count = 1, double? Yes = null);

/// <summary>A faction.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">Places of its members among the players of the game.</param>
public sealed record Faction(string Name, ImmutableArray<int> Members);

/// <summary>A condition on the set of those who say yes.</summary>
public abstract record Winning;

/// <summary>Together they have the quota: <c>[q; w1, ..., wn]</c>.</summary>
/// <param name="Weights">Weight of each player, not negative.</param>
/// <param name="Quota">The least total weight that will do, at least 1.</param>
public sealed record QuotaRule(ImmutableArray<long> Weights, long Quota) : Winning;

/// <summary>At least so many of several conditions hold: all of them (and), one of them (or), any number between.</summary>
/// <param name="Needed">How many, from 1 to their number.</param>
/// <param name="Parts">The conditions.</param>
public sealed record SomeOf(int Needed, ImmutableArray<Winning> Parts) : Winning
{
    /// <summary>All of them.</summary>
    public static Winning All(params ImmutableArray<Winning> parts) => parts.Length == 1 ? parts[0] : new SomeOf(parts.Length, parts);

    /// <summary>At least one of them.</summary>
    public static Winning Any(params ImmutableArray<Winning> parts) => parts.Length == 1 ? parts[0] : new SomeOf(1, parts);
}
