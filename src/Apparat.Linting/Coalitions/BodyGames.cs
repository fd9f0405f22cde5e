using System.Collections.Immutable;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>A way in which a body of a charter decides, as a game among its seats.</summary>
/// <param name="Majority">How many must agree.</param>
/// <param name="Clauses">The clauses under which it decides so; empty for its ordinary way, if no clause names another.</param>
/// <param name="Game">The game.</param>
public sealed record BodyGame(Majority Majority, ImmutableArray<ClauseId> Clauses, VotingGame Game);

/// <summary>The games that a charter's body plays: one for each different majority by which its clauses let it decide.</summary>
public static class BodyGames
{
    /// <summary>All of them, the most used first.</summary>
    /// <param name="charter">The charter.</param>
    /// <param name="body">The body.</param>
    /// <param name="present">How many of its seats take part; null for all of them.</param>
    /// <exception cref="ArgumentException">Its members have no vote, or more are present than there are seats.</exception>
    public static ImmutableArray<BodyGame> Of(Charter charter, OrganId body, int? present = null)
    {
        ArgumentNullException.ThrowIfNull(charter);
        var organ = charter[body];
        var parts = Voting(charter, organ);
        var seats = parts.Sum(p => p.Seats);
        var voters = present ?? seats;
        if (seats == 0)
            throw new ArgumentException($"Nobody votes in {organ.Name}.", nameof(body));
        if (voters < 1 || voters > seats)
            throw new ArgumentException($"From 1 to {seats} of the seats of {organ.Name} can take part, not {voters}.", nameof(present));
        var decisions = charter
            .Clauses.SelectMany(c => c.Rules.Where(r => Decides(r, body)).Select(r => (c.Id, Majority: MajorityOf(r, body))))
            .GroupBy(x => x.Majority)
            .Select(g => (Majority: g.Key, Clauses: g.Select(x => x.Id).Distinct().ToImmutableArray()))
            .OrderByDescending(x => x.Clauses.Length)
            .ToList();
        if (decisions.Count == 0)
            decisions.Add((Majority.Simple, []));
        return [.. decisions.Select(d => new BodyGame(d.Majority, d.Clauses, Game(organ, parts, seats, voters, d.Majority)))];
    }

    private static VotingGame Game(Organ organ, ImmutableArray<Organ> parts, int seats, int voters, Majority majority)
    {
        var needed = majority.Needed(majority.Base is MajorityBase.Members or MajorityBase.Seats ? seats : voters);
        if (needed > voters)
            throw new ArgumentException($"{voters} of {seats} seats of {organ.Name} are too few: {needed} must agree.", nameof(voters));
        // Seats that vote alike are one entry, unless all are present and the parts of a joint meeting can be told apart.
        ImmutableArray<Player> players =
            voters < seats || parts.Length == 1
                ? [new(organ.Member ?? $"a seat in {organ.Name}", voters)]
                : [.. parts.Where(p => p.Seats > 0).Select(p => new Player(p.Member ?? $"a seat in {p.Name}", p.Seats))];
        return new()
        {
            Name = organ.Name,
            Players = players,
            Rule = $"{needed} of {voters} votes",
            Wins = new QuotaRule([.. players.Select(_ => 1L)], needed),
        };
    }

    // A joint meeting is its parts; an organ whose members only speak has no voters.
    private static ImmutableArray<Organ> Voting(Charter charter, Organ organ)
    {
        IEnumerable<Organ> parts = organ.Joins.IsEmpty ? [organ] : organ.Joins.Select(j => charter[j]);
        return [.. parts.Where(p => charter.Clauses.SelectMany(c => c.Rules).OfType<Limit>().All(l => l.Votes(p.Id)))];
    }

    private static bool Decides(Rule rule, OrganId body) => (rule is Power power && power.Holder == body) || rule.Influences.Any(i => i.From == body);

    private static Majority MajorityOf(Rule rule, OrganId body)
    {
        var decision = new Decision(body, Majority.Simple, Open: true);
        foreach (var tail in rule.Tails)
            decision = tail.Shape(decision);
        return decision.Majority;
    }
}
