using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Apparat.Model;
using Apparat.Numerics;

namespace Apparat.Linting;

/// <summary>The game among those who hold the votes of a body: each weighs what it holds, and dispersed votes stand singly.</summary>
internal static class HeldVotes
{
    private const int MostUnits = 100_000;

    /// <summary>The game; holders whom one of them or somebody else controls at one half of the votes are a faction.</summary>
    /// <exception cref="ArgumentException">The parts have no common measure of reasonable size.</exception>
    public static VotingGame Game(VoteHoldings holdings, OrganId body, Majority majority)
    {
        var charter = holdings.Charter;
        var holders = holdings.Organs.Where(o => !holdings[o, body].IsZero).ToImmutableArray();
        var units = holders.Aggregate(BigInteger.One, (all, o) => Lcm(all, holdings[o, body].Denominator));
        if (units > MostUnits)
            throw new ArgumentException(
                $"The parts of the votes of {charter[body].Name} have no common measure above one in {MostUnits}; round them.",
                nameof(body)
            );
        var total = (int)units;
        var weights = holders.Select(o => (long)(holdings[o, body].Numerator * (units / holdings[o, body].Denominator))).ToList();
        ImmutableArray<Player> players = [.. holders.Select(o => new Player(charter[o].Name))];
        if (total - weights.Sum() is > 0 and var rest)
        {
            players = players.Add(new("other votes", (int)rest));
            weights.Add(1);
        }
        var needed = majority.Needed(total);
        return new()
        {
            Name = charter[body].Name,
            Players = players,
            Rule = string.Create(CultureInfo.InvariantCulture, $"{needed} of {total} votes"),
            Wins = new QuotaRule([.. weights], needed),
            Factions = Factions(holdings, holders),
        };
    }

    private static ImmutableArray<Faction> Factions(VoteHoldings holdings, ImmutableArray<OrganId> holders)
    {
        var relation = ControlRelation.Of(holdings);
        return
        [
            .. holders
                .Select((o, place) => (Place: place, By: relation.Ultimate(o, new Fraction(1, 2)) is [var one] ? one : o))
                .GroupBy(x => x.By)
                .Where(g => g.Count() > 1)
                .Select(g => new Faction(holdings.Charter[g.Key].Name, [.. g.Select(x => x.Place)])),
        ];
    }

    private static BigInteger Lcm(BigInteger a, BigInteger b) => a / BigInteger.GreatestCommonDivisor(a, b) * b;
}
